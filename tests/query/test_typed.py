"""Which term somebody is typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.query.typed import typed_at


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("|", (0, 0, "", None, "")),
        ("sp|", (0, 2, "", None, "sp")),
        ("s|p", (0, 2, "", None, "s")),
        ("road -st|", (5, 8, "-", None, "st")),
        ("road |", (5, 5, "", None, "")),
        ("road | tax", (5, 5, "", None, "")),
        ("speaker:|", (0, 8, "", "speaker", "")),
        ("road -Speaker:vol|kov tax", (5, 20, "-", "speaker", "vol")),
        ('speaker:"ann l|', (0, 14, "", "speaker", "ann l")),
        ('speaker:"ann| lee" road', (0, 17, "", "speaker", "ann")),
        ("(road OR status:de|)", (9, 18, "", "status", "de")),
        ("said:2022..20|", (0, 13, "", "said", "2022..20")),
        ("spea|ker:volkov", (0, 14, "", None, "spea")),
        ("http://exa|", None),
        ('"the ro|', None),
    ],
)
def test_the_term_at_the_cursor(
    typed: str, expected: tuple[int, int, str, str | None, str] | None
) -> None:
    cursor = typed.index("|")
    found = typed_at(typed.replace("|", ""), cursor)
    if expected is None or found is None:
        assert found is expected
    else:
        assert found._replace(field=None) == (*expected[:3], None, expected[4])
        assert (found.field and found.field.name) == expected[3]


@given(st.text(st.sampled_from('ab:-()"” ..2\x00speakr'), max_size=20), st.integers(0, 20))
def test_the_term_lies_about_the_cursor(text: str, place: int) -> None:
    cursor = min(place, len(text))
    found = typed_at(text, cursor)
    if found is not None:
        assert 0 <= found.start <= cursor <= found.end <= len(text)
