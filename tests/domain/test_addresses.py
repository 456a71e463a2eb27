"""An address is found among words, without the punctuation of the sentence around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.addresses import find_address


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("https://radio.example/a", "https://radio.example/a"),
        ("see https://radio.example/a, then ask", "https://radio.example/a"),
        ("(https://radio.example/a)", "https://radio.example/a"),
        ("https://en.example/wiki/Gap_(road)", "https://en.example/wiki/Gap_(road)"),
        ("“HTTP://radio.example/a?b=c#d”", "HTTP://radio.example/a?b=c#d"),
        ("two: https://a.example https://b.example", "https://a.example"),
        ("ftp://radio.example/a", None),
        ("https://", None),
        ("https://...", None),
        ("nothing", None),
    ],
)
def test_the_first_address_of_a_line(line: str, address: str | None) -> None:
    assert find_address(line) == address


@given(st.text())
def test_what_is_found_stands_in_the_line_and_is_found_in_itself(line: str) -> None:
    address = find_address(line)
    if address is not None:
        assert address in line
        assert find_address(address) == address
