"""How a typed search is read."""

import pytest

from quotetrack.domain.errors import QueryError
from quotetrack.domain.vocabulary import EventType, Status
from quotetrack.query.language import (
    MOST_CHARACTERS,
    MOST_TERMS,
    STATUS_VALUES,
    SaidField,
    SpeakerField,
    StatusField,
    Term,
    Words,
    parse_query,
)


def only_term(text: str) -> Term:
    (term,) = parse_query(text).terms
    return term


def test_an_empty_search_has_no_terms() -> None:
    assert parse_query("").terms == parse_query(" \t\n").terms == ()


def test_words_know_where_they_stand_and_only_the_last_may_be_unfinished() -> None:
    assert parse_query("tax ref").terms == (
        Words(0, 3, False, "tax", False),
        Words(4, 7, False, "ref", True),
    )


def test_a_word_is_finished_once_something_follows_it() -> None:
    assert only_term("ref ") == Words(0, 3, False, "ref", False)


def test_a_star_leaves_any_word_unfinished() -> None:
    assert parse_query("ref* tax ").terms[0] == Words(0, 4, False, "ref*", True)


def test_quote_marks_of_all_kinds_hold_words_together() -> None:
    for typed in ('"blocking the road"', "“blocking the road”", "„blocking the road“"):
        assert only_term(typed) == Words(0, 19, False, "blocking the road", False)


def test_a_phrase_that_is_still_being_typed_ends_with_the_text_and_is_unfinished() -> None:
    assert only_term('"blocking the ro') == Words(0, 16, False, "blocking the ro", True)


def test_a_minus_turns_a_term_round_and_makes_a_word_whole() -> None:
    assert only_term("-road") == Words(0, 5, True, "road", False)
    assert only_term('-"the road"') == Words(0, 11, True, "the road", False)
    assert only_term("-speaker:volkov") == SpeakerField(0, 15, True, "volkov")


def test_a_quote_mark_ends_a_word() -> None:
    assert [term.start for term in parse_query('road"tax"').terms] == [0, 4]


def test_what_holds_no_letter_or_digit_asks_for_nothing() -> None:
    assert parse_query('- — "" " % -- \x00').terms == ()


def test_a_control_character_parts_words() -> None:
    assert [term.start for term in parse_query("road\x00tax").terms] == [0, 5]


def test_a_time_of_day_or_a_word_in_another_script_is_no_field() -> None:
    assert only_term("10:30") == Words(0, 5, False, "10:30", True)
    assert only_term("сказал:да") == Words(0, 9, False, "сказал:да", True)
    assert only_term("note: ") == Words(0, 5, False, "note:", False)


def test_fields_are_read_whatever_their_capitals() -> None:
    assert only_term('Speaker:"andrei volkov"') == SpeakerField(0, 23, False, "andrei volkov")
    assert only_term("SAID:2022-12") == SaidField(0, 12, False, "2022-12-01", "2022-12-31")


def test_status_takes_every_status_and_each_denial_with_hyphen_or_underscore() -> None:
    for value in STATUS_VALUES:
        for typed in (value, value.replace("_", "-"), value.upper()):
            term = only_term(f"status:{typed}")
            assert isinstance(term, StatusField)
            assert term.value == value
    assert only_term("status:denied") == StatusField(0, 13, False, Status.DENIED)
    assert only_term("status:denied-saying") == StatusField(0, 20, False, EventType.DENIED_SAYING)


@pytest.mark.parametrize(
    ("typed", "place", "named"),
    [
        ("road status:denyed", (5, 18), "takes no 'denyed'. Did you mean denied?"),
        ("status:zzz", (0, 10), "It takes no_later_event, denied"),
        ("status:", (0, 7), "needs a word"),
        ("speeker:volkov", (0, 14), "Did you mean speaker:?"),
        ("http://example.org", (0, 18), '"http://example.org"'),
        ("speaker: volkov", (0, 8), "needs a name"),
        ('speaker:"!"', (0, 11), "needs a name"),
        ("said:", (0, 5), "needs a date"),
        ("-said:2022-13 road", (0, 13), "no such month"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place_and_a_suggestion(
    typed: str, place: tuple[int, int], named: str
) -> None:
    with pytest.raises(QueryError) as refused:
        parse_query(typed)
    assert (refused.value.start, refused.value.end) == place
    assert named in str(refused.value)


def test_a_search_may_not_be_endless() -> None:
    with pytest.raises(QueryError, match="too long"):
        parse_query("a" * (MOST_CHARACTERS + 1))
    with pytest.raises(QueryError, match="too many parts"):
        parse_query("a " * (MOST_TERMS + 1))
    assert len(parse_query("a " * MOST_TERMS).terms) == MOST_TERMS
