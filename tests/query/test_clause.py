"""What a search becomes for SQLite, and that no search ever breaks it."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.domain.errors import QueryError
from quotetrack.query.clause import (
    MOST_SPEAKERS_IN_MATCH,
    Clause,
    build_clause,
    reaches_beyond,
    visible_rows,
)
from quotetrack.query.language import FIELDS, Query, parse_query

OPEN = '(tags : "vopen")'
HIDDEN = 'NOT ((tags : "voffrecord"))'
EVERYTHING = f"({OPEN}) {HIDDEN}"


def clause(text: str, speakers: tuple[int, ...] = ()) -> Clause:
    return build_clause(parse_query(text), lambda _: list(speakers))


def test_every_clause_keeps_off_record_statements_out() -> None:
    assert clause("").conditions == ("statement.visibility = 'open'",)
    assert visible_rows("later") == "later.visibility = 'open'"
    for text in ("road", "-road", "status:denied", "said:2022", "-said:2022", "speaker:volkov"):
        match = clause(text, (7,)).match
        assert match is not None
        assert 'NOT ((tags : "voffrecord")' in match


def test_what_is_found_by_words_is_not_looked_for_among_all_open_statements() -> None:
    for text in ("road", "road -bridge", "status:denied", "speaker:volkov said:2022"):
        assert OPEN not in (clause(text, (7,)).match or OPEN)


def test_words_become_quoted_index_terms() -> None:
    assert clause('tax "the road" ref').match == (
        '(({text quoted} : "tax") AND ({text quoted} : "the road") AND ({text quoted} : "ref"*))'
        f" {HIDDEN}"
    )


def test_what_is_not_wanted_is_taken_away() -> None:
    assert clause("-road -status:denied").match == (
        f'({OPEN}) NOT ((tags : "voffrecord") OR ({{text quoted}} : "road") OR (tags : "tdenied"))'
    )


def test_one_kind_of_denial_asks_which_act_gave_the_status() -> None:
    found = clause("status:denied-saying")
    assert found.match == f'((tags : "edeniedsaying")) {HIDDEN}'
    assert found.conditions == ("(statement.status_event IS ?)",)
    assert found.parameters == ("denied_saying",)
    turned_round = clause("-status:denied-saying")
    assert turned_round.match == EVERYTHING
    assert turned_round.conditions == ("NOT (statement.status_event IS ?)",)


def test_a_speaker_is_an_index_term() -> None:
    assert clause("speaker:volkov", (7, 8)).match == f'((tags : ("s7" OR "s8"))) {HIDDEN}'


def test_very_many_speakers_are_compared_row_by_row() -> None:
    found = clause("speaker:a", tuple(range(MOST_SPEAKERS_IN_MATCH + 1)))
    assert found.match == EVERYTHING
    assert "speaker_id IN" in found.conditions[0]
    assert found.parameters[0].startswith("[0,1,2")


def test_a_speaker_nobody_knows_finds_nothing_and_excludes_nothing() -> None:
    assert clause("speaker:nobody").empty
    assert clause("-speaker:nobody") == Clause(EVERYTHING, (), ())


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


@pytest.fixture(scope="module")
def search_table() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE statement_search USING fts5(text, quoted, tags,"
        " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    connection.execute("INSERT INTO statement_search VALUES ('the road', '', 'vopen tdenied')")
    return connection


PIECES = st.sampled_from(
    [
        *(f"{field}:" for field in FIELDS),
        *('"', "“", "-", "*", " ", "..", "2022-12", "denied", "AND", "OR", "NOT", "NEAR(", "^"),
        *("+", "(", ")", "{text}", ":", "\\", "'", "\0", "\ud800", "road", "é", "日本", "٣", "̈"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_either_understood_or_refused_with_its_place(
    search_table: sqlite3.Connection, text: str
) -> None:
    query = understood(text)
    if isinstance(query, QueryError):
        assert 0 <= query.start <= query.end <= len(text)
        return
    match = build_clause(query, lambda _: [7]).match
    if match is not None:
        search_table.execute(
            "SELECT rowid FROM statement_search WHERE statement_search MATCH ?", (match,)
        ).fetchall()


def understood(text: str) -> Query | QueryError:
    try:
        return parse_query(text)
    except QueryError as refused:
        return refused
