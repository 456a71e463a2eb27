"""Ids are positive, apart, and read back from what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.errors import UsageError
from quotetrack.domain.identifiers import (
    PRINTED_LENGTH,
    SHORT_LENGTH,
    IdentifierSource,
    parse_identifier_prefix,
    print_identifier,
    short_identifier,
)

identifiers = st.integers(1, 2**63 - 1)


@given(identifiers)
def test_a_printed_id_reads_back_whole(identifier: int) -> None:
    bits, mask = parse_identifier_prefix(print_identifier(identifier).upper())
    assert bits == identifier
    assert identifier & mask == bits


@given(identifiers, st.integers(1, PRINTED_LENGTH))
def test_any_prefix_fits_its_id(identifier: int, length: int) -> None:
    bits, mask = parse_identifier_prefix(print_identifier(identifier)[:length])
    assert identifier & mask == bits


@pytest.mark.parametrize("printed", ["", "u", "abc!", "0" * (PRINTED_LENGTH + 1), "é"])
def test_what_is_no_id_is_refused(printed: str) -> None:
    with pytest.raises(UsageError, match="is no id"):
        parse_identifier_prefix(printed)


def test_letters_that_look_like_figures_are_taken_for_them() -> None:
    assert parse_identifier_prefix("lIo") == parse_identifier_prefix("110")


def test_ids_of_one_moment_differ_and_short_forms_too() -> None:
    source = IdentifierSource(node=3, milliseconds=lambda: 1_700_000_000_000, counter=0)
    made = [source.next() for _ in range(4096)]
    assert len(set(made)) == 4096
    assert len({short_identifier(each) for each in made}) == 4096
    assert all(len(short_identifier(each)) == SHORT_LENGTH for each in made)
    assert all(0 < each < 2**63 for each in made)


def test_a_source_of_its_own_makes_ids_that_fit() -> None:
    source = IdentifierSource()
    assert 0 < source.next() < 2**63
    assert source.next() != source.next()
