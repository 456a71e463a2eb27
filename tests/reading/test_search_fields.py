"""Every field of the search language on a real database, alone and joined in any way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.domain.errors import QueryError
from quotetrack.domain.tables import (
    Article,
    Note,
    Outlet,
    Statement,
    StatementTag,
    Tag,
)
from quotetrack.query.fields import FIELDS
from quotetrack.query.language import parse_query
from quotetrack.query.terms import Query
from quotetrack.store.location import sample_path
from quotetrack.store.reading.statements import (
    count_statements,
    search_statements,
    statement_keys,
)
from tests.conftest import open_fixed
from tests.reading.desk import Desk


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Statements "a" to "f", each with something of its own, and "hidden" off the record."""
    database = open_fixed(tmp_path_factory.mktemp("fields") / "desk.db")
    with database.reader() as reader:
        desk = Desk(database, reader.connection)
        fill(desk)
        yield desk


def fill(desk: Desk) -> None:
    volkov, sahin = desk.speaker("Andrei Volkov"), desk.speaker("Ayşe Şahin")
    minister = desk.role(volkov, "Deputy Minister", organisation="Ministry of Énergie")
    first = desk.statement(volkov, "a road", "2022-12-05", role_id=minister)
    second = desk.statement(sahin, "b bridge", said_from="2022-01-01", said_to="2023-06-30")
    third = desk.statement(sahin, "c road bridge", said_from="1980-01-01", said_to="2021-03-05")
    desk.statement(sahin, "d", workflow="published")
    fifth = desk.statement(volkov, "e", "1899-12-31", workflow="in_review")
    desk.statement(sahin, "f road", said_from="2023-05-01", workflow="reviewed")
    hidden = desk.statement(
        volkov, "hidden road bridge", "2022-12-05", visibility="off_record", role_id=minister
    )
    outlet = desk.add(Outlet, name="The Courier", folded="the courier")
    article = desk.add(Article, outlet_id=outlet)
    tag = desk.add(Tag, name="Budget 2023", folded="budget 2023")
    desk.add(Tag, name="Budget", folded="budget")
    for statement in (first, hidden):
        desk.quote(statement, "so it was", form="verbatim", article_id=article)
        desk.add(StatementTag, statement_id=statement, tag_id=tag)
        desk.add(Note, statement_id=statement, text="Ask.", author="ada", at="2023-01-01")
        desk.event(statement, "denied_saying", actor_id=volkov, happened_to="2023-01-01")
        desk.event(statement, "apologised", actor_id=volkov, happened_to="2023-01-02")
    desk.quote(second, "a bridge indeed", form="paraphrase")
    desk.event(third, "retracted", actor_id=sahin, happened_to="2022-01-01")
    desk.event(fifth, "denied_substance", actor_id=volkov, state="suggested")
    desk.link(second, later_statement_id=third, state="suggested")


def found(desk: Desk, text: str) -> str:
    """The first letters of what is found, in alphabetical order."""
    query = parse_query(text)
    rows = search_statements(desk.connection, query, None)
    assert count_statements(desk.connection, query) == len(rows)
    return "".join(sorted(row.text[0] for row in rows))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("role:minister", "a"),
        ("role:minis", "a"),
        ('role:"energie ministry deputy"', "a"),
        ("role:volkov", ""),
        ("outlet:courier", "a"),
        ("outlet:cour", "a"),
        ("outlet:%", None),
        ("tag:budget", ""),
        ("tag:budg", "a"),
        ('tag:"Budget 2023"', "a"),
        ("status:denied_saying", "a"),
        ("status:denied", "a"),
        ("event:apologised", "a"),
        ("event:retracted", "c"),
        ("event:denied-substance", ""),
        ("form:verbatim", "a"),
        ("form:paraphrase", "b"),
        ("has:note", "a"),
        ("has:contradiction", "bc"),
        ("is:unreviewed", "abce"),
        ("is:in-review", "e"),
        ("is:published", "d"),
        ("year:2022", "ab"),
        ("year:2020..2021", "c"),
        ("year:2024", "f"),
        ("said:2022-12-05", "ab"),
        ("said:2022-12-06", "b"),
        ("said:2021-03", "c"),
        ("said:2021-03-06", ""),
        ("said:1899..1985", "ce"),
        ("said:..1900", "e"),
        ("said:2023..", "bf"),
        ("before:1980", "e"),
        ("before:2021-03-05", "ce"),
        ("after:2022-12-05", "bf"),
        ("after:2023-06", "f"),
        ("-said:2022", "cdef"),
        ("-said:2022-12-05", "cdef"),
        ("road OR bridge", "abcf"),
        ("road bridge OR said:2022", "ac"),
        ("(road bridge) OR is:published", "cd"),
        ("-(road bridge)", "abdef"),
        ("-(road OR year:2022)", "de"),
        ("-speaker:nobody", "abcdef"),
        ("speaker:nobody OR road", "acf"),
        ("-(-speaker:nobody)", ""),
        ("said:2022 OR is:published", "abd"),
        ("-(said:2022 bridge) speaker:sahin", "cdf"),
        ("hidden", ""),
        ("hidden OR so", "a"),
    ],
)
def test_each_field_finds_what_it_says(stocked: Desk, text: str, letters: str | None) -> None:
    if letters is None:
        with pytest.raises(QueryError):
            parse_query(text)
    else:
        assert found(stocked, text) == letters


def test_every_value_of_every_field_is_searched_without_fault(stocked: Desk) -> None:
    for field in FIELDS.values():
        for value in field.values:
            found(stocked, f"{field.name}:{value}")
            if field.name != "sort":
                found(stocked, f"road OR -{field.name}:{value}")


SIMPLE = st.sampled_from(
    [
        *("road", "bridge", "e", "speaker:volkov", "speaker:nobody", "status:denied", "tag:budg"),
        *("said:2022", "said:2021-03-05", "before:2022", "role:minister", "is:unreviewed"),
        *("has:contradiction", "hidden"),
    ]
)
SEARCH = st.recursive(
    SIMPLE.map(lambda text: (text, text)),
    lambda inner: st.one_of(
        inner.map(lambda one: (f"-({one[0]})", ("not", one[1]))),
        st.tuples(inner, inner).map(
            lambda two: (f"({two[0][0]}) OR ({two[1][0]})", ("or", two[0][1], two[1][1]))
        ),
        st.tuples(inner, inner).map(
            lambda two: (f"(({two[0][0]}) ({two[1][0]}))", ("and", two[0][1], two[1][1]))
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=250, deadline=None)
@given(SEARCH)
def test_however_terms_are_joined_they_find_what_sets_would(
    stocked: Desk, search: tuple[str, object]
) -> None:
    text, meaning = search
    try:
        query = parse_query(f"{text} ")
    except QueryError:
        return
    assert set(statement_keys(stocked.connection, query)) == meant(stocked, meaning)


def meant(desk: Desk, meaning: object) -> set[int]:
    """The keys that a search finds, worked out from what its terms find alone."""
    if isinstance(meaning, str):
        return set(statement_keys(desk.connection, parse_query(f"{meaning} ")))
    assert isinstance(meaning, tuple)
    operator, *parts = meaning
    sets = [meant(desk, part) for part in parts]
    if operator == "not":
        return set(statement_keys(desk.connection, parse_query(""))) - sets[0]
    return sets[0] | sets[1] if operator == "or" else sets[0] & sets[1]


PIECES = st.sampled_from(
    [
        *(f"{field}:" for field in FIELDS),
        *(field.example for field in FIELDS.values()),
        *('"', "“", "-", "*", " ", "..", "2022-12", "denied", "AND", " OR ", "NOT", "NEAR(", "^"),
        *("+", "(", ")", "{text}", "text:", ":", "\\", "'", "\0", "\ud800", "road", "é", "日本"),
        *("٣", "̈", "-(", "tags : ", "voffrecord", "hidden", "%", "_", ";", "--", "\u202e", "🙂"),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_a_search_or_a_mistake_with_its_place_and_never_shows_what_is_hidden(
    stocked: Desk, text: str
) -> None:
    query = understood(text)
    if isinstance(query, QueryError):
        assert 0 <= query.start <= query.end <= len(text)
        assert str(query)
        assert query.suggestion != text[query.start : query.end]
        return
    rows = search_statements(stocked.connection, query, None)
    assert count_statements(stocked.connection, query) == len(rows)
    assert not any(row.text.startswith("hidden") for row in rows)


def understood(text: str) -> Query | QueryError:
    try:
        return parse_query(text)
    except QueryError as refused:
        return refused


def test_terms_follow_what_they_depend_on(stocked: Desk, tmp_path: Path) -> None:
    database = open_fixed(tmp_path / "desk.db")
    with database.reader() as reader:
        desk = Desk(database, reader.connection)
        statement = desk.statement(desk.speaker("Ann Lee"), "a", "2022-12-05")
        assert (found(desk, "year:2022"), found(desk, "year:2023")) == ("a", "")
        desk.change(Statement, statement, said_from="2023-01-01", said_to="2023-01-01")
        assert (found(desk, "year:2022"), found(desk, "year:2023")) == ("", "a")


def test_every_example_finds_something_in_the_sample() -> None:
    with open_fixed(Path(str(sample_path())), create=False).reader() as reader:
        for field in FIELDS.values():
            assert statement_keys(reader.connection, parse_query(field.example), 1), field.name
