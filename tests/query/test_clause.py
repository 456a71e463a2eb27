"""What a search becomes for SQLite, and that no search ever breaks it."""

import pytest

from quotetrack.query.clause import (
    FEW_NAMED,
    MOST_NAMED_IN_MATCH,
    MOST_ROLE_WORDS,
    Clause,
    build_clause,
    reaches_beyond,
)
from quotetrack.query.language import parse_query
from quotetrack.query.period_terms import touching, within

OPEN = '(tags : "vopen")'
HIDDEN = 'NOT (tags : "voffrecord")'


def clause(text: str, named: tuple[int, ...] = (7,)) -> Clause:
    return build_clause(parse_query(text), lambda _, __: named)


@pytest.mark.parametrize(
    "text",
    [
        *("road", "-road", "status:denied", "said:2022", "-said:2022-12-05", "-speaker:volkov"),
        *("road OR -tax", "-(road OR tax)", "(road said:2022) OR speaker:x", "-(-road)"),
    ],
)
def test_every_clause_keeps_off_record_statements_out(text: str) -> None:
    found = clause(text)
    if found.match is None:
        assert found.conditions[0] == "statement.visibility = 'open'"
    else:
        assert ' NOT (tags : "voffrecord")' in found.match.replace("((", "(")


@pytest.mark.parametrize("text", ["", "sort:oldest", "-speaker:nobody", "-said:2022-12-05"])
def test_what_the_index_cannot_tell_is_a_walk_of_the_open_statements(text: str) -> None:
    found = clause(text, ())
    assert found.match is None
    assert found.conditions[0] == "statement.visibility = 'open'"


def test_words_become_quoted_index_terms() -> None:
    assert clause('tax "the road" ref').match == (
        '(({text quoted} : "tax") AND ({text quoted} : "the road") AND ({text quoted} : "ref"*))'
        f" {HIDDEN}"
    )


def test_what_is_not_wanted_is_taken_away() -> None:
    assert clause("-road -status:denied").match == (
        f'{OPEN} NOT ((tags : "voffrecord") OR ({{text quoted}} : "road") OR (tags : ("tdenied")))'
    )


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("status:retracted", 'tags : ("tretracted")'),
        ("status:denied-saying", 'tags : ("adeniedsaying")'),
        ("event:denied-saying", 'tags : ("edeniedsaying")'),
        ("form:verbatim", 'tags : ("fverbatim")'),
        ("has:note", 'tags : ("hnote")'),
        ("is:in-review", 'tags : ("winreview")'),
        ("is:unreviewed", 'tags : ("wdraft" OR "wunread" OR "winreview")'),
        ("speaker:volkov", 'tags : ("s7" OR "s8")'),
        ("outlet:courier", 'tags : ("o7" OR "o8")'),
        ("tag:bridges", 'tags : ("g7" OR "g8")'),
        ("role:Pr", 'tags : "rpr"*'),
        ("role:Présid", 'tags : ("r7" OR "r8")'),
    ],
)
def test_each_field_is_an_index_term(text: str, term: str) -> None:
    assert clause(text, (7, 8)) == Clause(f"({term}) {HIDDEN}", (), ())
    assert f"OR ({term})" in str(clause(f"-{text}", (7, 8)).match)


def test_a_role_of_two_words_needs_both() -> None:
    words = {"prime": ["prime"], "minister": ["minister", "ministers"]}
    query = parse_query('role:"prime minister"')
    assert build_clause(query, lambda _, word: words[word]).match == (
        f'((tags : ("rprime")) AND (tags : ("rminister" OR "rministers"))) {HIDDEN}'
    )
    assert clause("role:min", tuple(range(MOST_ROLE_WORDS + 1))).match == (
        f'(tags : "rmin"*) {HIDDEN}'
    )
    assert clause("role:xyz", ()).empty


def test_many_of_a_name_are_compared_by_row_where_something_else_finds_the_rows() -> None:
    many = tuple(range(FEW_NAMED + 1))
    assert '"s0" OR "s1"' in str(clause("speaker:a", many).match)
    assert clause("speaker:a road ", many).match == f'({{text quoted}} : "road") {HIDDEN}'
    assert clause("speaker:a road ", many).conditions[1].startswith("(+statement.speaker_id IN")
    assert clause("-speaker:a road ", many).conditions[1].startswith("NOT (+statement.speaker_id")
    both = clause("speaker:a speaker:b -road ", many)
    assert '"s0" OR "s1"' in str(both.match)
    assert len(both.conditions) == 2


@pytest.mark.parametrize("field", ["speaker", "outlet", "tag"])
def test_very_many_of_a_name_are_compared_row_by_row(field: str) -> None:
    found = clause(f"{field}:a", tuple(range(MOST_NAMED_IN_MATCH + 1)))
    assert found.match is None
    assert "json_each" in found.conditions[1]
    assert found.parameters[0].startswith("[0,1,2")


def test_a_name_nobody_has_finds_nothing_and_excludes_nothing() -> None:
    assert clause("speaker:nobody", ()).empty
    assert clause("road (tag:no OR outlet:no)", ()).empty
    assert clause("-(-speaker:nobody)", ()).empty
    assert clause("road OR speaker:nobody", ()) == clause("road ")
    assert clause("road -speaker:nobody ", ()) == clause("road ")


@pytest.mark.parametrize(
    ("first", "last", "terms"),
    [
        ("2022-12-05", "2022-12-05", ["m202212", "mlong"]),
        ("2022-12-05", "2023-02-01", ["m202212", "m202301", "m202302", "mlong"]),
        ("2022-01-01", "2023-12-31", ["y2022", "y2023", "ylong"]),
        ("2021-11-30", "2023-01-01", ["m202111", "m202112", "y2022", "m202301", "mlong"]),
        (None, "2001-12-31", ["y0*", "y1*", "y2000", "y2001", "ylong"]),
        ("1898-01-01", "2001-12-31", ["y1898", "y1899", "y19*", "y2000", "y2001", "ylong"]),
        ("2998-01-01", None, ["y2998", "y2999", *(f"y{each}*" for each in range(3, 10)), "ylong"]),
    ],
)
def test_a_time_is_looked_for_by_years_months_and_whole_centuries(
    first: str | None, last: str | None, terms: list[str]
) -> None:
    assert [term.replace('"', "") for term in touching(first, last)] == terms


def test_only_whole_months_and_years_are_sure_to_lie_in_a_time() -> None:
    assert within("2022-12-05", "2023-02-28") == ['"m202301"', '"m202302"']
    assert within("2022-12-01", "2023-02-27") == ['"m202212"', '"m202301"']
    assert within("2022-12-05", "2022-12-05") == []
    assert within("2024-01-01", "2024-12-31") == ['"y2024"']


def test_a_time_is_decided_by_the_row_where_it_is_wanted_and_where_it_is_not() -> None:
    found = clause("said:2022")
    assert found.match == f'(tags : ("y2022" OR "ylong")) {HIDDEN}'
    assert found.parameters == ("2022-12-31", "2022-01-01")
    turned_round = clause("-said:2022")
    assert turned_round.match == f'{OPEN} NOT ((tags : "voffrecord") OR (tags : ("y2022")))'
    assert turned_round.conditions[1].startswith("NOT (")


def test_a_time_or_a_word_asks_the_index_again_for_rows_not_of_that_time() -> None:
    found = clause("said:2022 OR road ")
    assert found.match == (
        f'((tags : ("y2022" OR "ylong")) OR ({{text quoted}} : "road")) {HIDDEN}'
    )
    assert "EXISTS (SELECT 1 FROM statement_search" in found.conditions[1]


@pytest.mark.parametrize(
    ("asked", "earliest", "latest", "wider"),
    [
        ("said:2022-12", "2022-12-05", "2022-12-05", False),
        ("said:2022-12", "2022-12-01", "2022-12-31T23:59", False),
        ("said:2022-12", "2022-11-30", "2022-12-05", True),
        ("said:2022-12", "2022-12-05", "2023-01-01", True),
        ("said:2022-12", None, "2022-12-05", True),
        ("said:2022-12", "2022-12-05", None, True),
        ("said:..2022", None, "2022-12-05", False),
        ("said:2022..", "2022-12-05", None, False),
        ("-said:2022-12", None, None, False),
        ("road", None, None, False),
    ],
)
def test_an_interval_that_reaches_beyond_the_days_asked_for_is_wider(
    asked: str, earliest: str | None, latest: str | None, wider: bool
) -> None:
    assert reaches_beyond(parse_query(asked), earliest, latest) is wider


def test_words_are_looked_up_in_what_several_filters_leave() -> None:
    match = clause("speaker:volkov status:denied road -bridge", (7,)).match
    assert match is not None
    filters, _, words = match.rpartition(" AND ")
    assert words == '({text quoted} : "road")'
    assert filters.startswith('(((tags : ("s7")) AND (tags : ("tdenied"))) NOT (')
    assert '"voffrecord"' in filters
