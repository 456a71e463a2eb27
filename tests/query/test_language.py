"""How a typed search is read."""

import pytest

from quotetrack.domain.errors import QueryError
from quotetrack.query.fields import FIELDS, Order, Takes
from quotetrack.query.language import MOST_CHARACTERS, MOST_NESTED, MOST_TERMS, parse_query
from quotetrack.query.terms import Group, Name, Period, Term, Value, Words, wanted_words


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
    assert only_term("-speaker:volkov") == Name(0, 15, True, "speaker", "volkov")


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
    assert only_term('Speaker:"andrei volkov"') == Name(0, 23, False, "speaker", "andrei volkov")
    assert only_term("SAID:2022-12") == Period(0, 12, False, "2022-12-01", "2022-12-31")


def test_a_field_takes_each_of_its_values_with_hyphen_or_underscore() -> None:
    for field in FIELDS.values():
        for value in field.values if field.name != "sort" else ():
            for typed in (value, value.replace("_", "-"), value.upper()):
                term = only_term(f"{field.name}:{typed}")
                assert isinstance(term, Value)
                assert (term.field, term.value) == (field.name, value)


def test_every_example_of_a_field_is_understood() -> None:
    for field in FIELDS.values():
        parse_query(field.example)
        assert field.example.startswith(f"{field.name}:")
        assert bool(field.values) is (field.takes is Takes.VALUE)


def test_or_joins_the_terms_beside_it_before_and_does() -> None:
    assert parse_query("tax road OR -speaker:lee OR year:2022 ").terms == (
        Words(0, 3, False, "tax", False),
        Group(
            4,
            37,
            False,
            (
                (Words(4, 8, False, "road", False),),
                (Name(12, 24, True, "speaker", "lee"),),
                (Period(28, 37, False, "2022-01-01", "2022-12-31"),),
            ),
        ),
    )


def test_brackets_hold_terms_together() -> None:
    road, tax = Words(2, 6, False, "road", False), Words(7, 10, False, "tax", False)
    assert only_term("-(road tax)") == Group(0, 11, True, ((road, tax),))
    assert only_term("-(road tax ") == Group(0, 11, True, ((road, tax),))
    either = only_term("(road tax) OR bridge ")
    assert isinstance(either, Group)
    assert [len(terms) for terms in either.alternatives] == [1, 1]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("road OR", ["road"]),
        ("road OR ", ["road"]),
        ("(road OR )", ["road"]),
        ("OR road", ["OR", "road"]),
        ("road or tax", ["road", "or", "tax"]),
        ("road ORGAN", ["road", "ORGAN"]),
        ("road)", ["road)"]),
        ("road ) tax", ["road", "tax"]),
        ("() road (the main", ["road", "the", "main"]),
        ("road OR (tax -bridge)", ["road", "tax"]),
        ("-(road tax)", []),
    ],
)
def test_what_is_not_finished_asks_for_what_is_there(typed: str, words: list[str]) -> None:
    assert [term.text for term in wanted_words(parse_query(typed))] == words


@pytest.mark.parametrize(
    ("typed", "order"),
    [("road", Order.NEWEST), ("sort:oldest road", Order.OLDEST), ("sort:newest", Order.NEWEST)],
)
def test_sort_is_no_condition(typed: str, order: Order) -> None:
    query = parse_query(typed)
    assert query.order is order
    assert all(isinstance(term, Words) for term in query.terms)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("before:2022-12-05", (None, "2022-12-04")),
        ("before:2022", (None, "2021-12-31")),
        ("before:2024-03", (None, "2024-02-29")),
        ("after:2022-12", ("2023-01-01", None)),
        ("after:2024-02-28", ("2024-02-29", None)),
        ("year:2022", ("2022-01-01", "2022-12-31")),
        ("year:2019..2022", ("2019-01-01", "2022-12-31")),
    ],
)
def test_days_before_and_after_and_years(typed: str, days: tuple[str | None, str | None]) -> None:
    term = only_term(typed)
    assert isinstance(term, Period)
    assert (term.first, term.last) == days


@pytest.mark.parametrize(
    ("typed", "place", "named", "suggestion"),
    [
        ("road status:denyed", (5, 18), "takes no 'denyed'. Did you mean denied?", "status:denied"),
        ("-event:retract", (0, 14), "Did you mean retracted?", "-event:retracted"),
        ("status:zzz", (0, 10), "It takes no_later_event, denied", None),
        ("status:", (0, 7), "needs a word", None),
        ("speeker:volkov", (0, 14), "Did you mean speaker:?", "speaker:volkov"),
        ('-speeker:"ann lee"', (0, 18), "Did you mean speaker:?", '-speaker:"ann lee"'),
        ("http://example.org", (0, 18), '"http://example.org"', '"http://example.org"'),
        ("speaker: volkov", (0, 8), "needs a name", None),
        ('speaker:"!"', (0, 11), "needs a name", None),
        ("said:", (0, 5), "needs a date", None),
        ("-said:2022-13 road", (0, 13), "no such month", None),
        ("said:2023..2022", (0, 15), "ends before it begins", "said:2022..2023"),
        ("year:2022-12", (0, 12), "is no year", "year:2022"),
        ("before:0001", (0, 11), "no day is before", None),
        ("after:9999", (0, 10), "no day is after", None),
        ("before:2022..2023", (0, 17), "no date", None),
        ("-sort:oldest", (0, 12), "takes no minus", "sort:oldest"),
        ("road " + "(" * (MOST_NESTED + 1), (13, 14), "Brackets", None),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place_and_a_suggestion(
    typed: str, place: tuple[int, int], named: str, suggestion: str | None
) -> None:
    with pytest.raises(QueryError) as refused:
        parse_query(typed)
    assert (refused.value.start, refused.value.end) == place
    assert named in str(refused.value)
    assert refused.value.suggestion == suggestion


def test_a_search_may_not_be_endless() -> None:
    with pytest.raises(QueryError, match="too long"):
        parse_query("a" * (MOST_CHARACTERS + 1))
    with pytest.raises(QueryError, match="too many parts"):
        parse_query("a " * (MOST_TERMS + 1))
    assert len(parse_query("a " * MOST_TERMS).terms) == MOST_TERMS
