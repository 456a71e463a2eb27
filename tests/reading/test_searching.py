"""What searches find, in which order, and by which way through the database."""

from collections.abc import Iterator

import pytest

from quotetrack.domain.tables import Article, Outlet, Statement, StatementTag, Tag
from quotetrack.domain.vocabulary import EventType, Precision, Status, Workflow
from quotetrack.query.clause import Clause, build_clause
from quotetrack.query.language import parse_query
from quotetrack.store.reading.named import find_named
from quotetrack.store.reading.speaker_names import resolve_speakers
from quotetrack.store.reading.statements import (
    count_statements,
    key_query,
    ranked_query,
    search_statements,
    statement_keys,
    statement_rows,
)
from tests.reading.desk import Desk

ROAD = "The road is open"
TAX = "Taxes will not rise"
RELIEF = "A tax relief for the road builders"


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    """Two speakers; statements denied, undated, of a whole month, and off the record."""
    volkov = desk.speaker("Andrei Volkov", "Андрей Волков")
    sahin = desk.speaker("Ayşe Şahin")
    road = desk.statement(volkov, ROAD, "2022-12-05")
    desk.quote(road, "the corridor stays open")
    desk.event(road, "denied_saying", actor_id=volkov, happened_to="2023-01-01")
    desk.event(road, "denied_substance", actor_id=volkov, happened_to="2023-02-01")
    desk.statement(sahin, TAX)
    desk.statement(sahin, RELIEF, said_from="2023-03-01", said_to="2023-03-31")
    desk.statement(volkov, "A secret about the road", "2023-01-05", visibility="off_record")
    return desk


def found(desk: Desk, text: str) -> list[str]:
    rows = search_statements(desk.connection, parse_query(text), None)
    assert count_statements(desk.connection, parse_query(text)) == len(rows)
    return [row.text for row in rows]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("", [RELIEF, ROAD, TAX]),
        ("road", [RELIEF, ROAD]),
        ("ROAD open", [ROAD]),
        ("ta", [RELIEF, TAX]),
        ("tax ", [RELIEF]),
        ("ta rise", []),
        ("ta* rise", [TAX]),
        ('"road is"', [ROAD]),
        ('"is road"', []),
        ("corridor", [ROAD]),
        ("-road", [TAX]),
        ("road -tax", [ROAD]),
        ("secret", []),
        ("vopen", []),
        ("speaker:volkov", [ROAD]),
        ("speaker:волк", [ROAD]),
        ('speaker:"volkov andr"', [ROAD]),
        ('speaker:"volkov ayşe"', []),
        ("speaker:sahin tax", [RELIEF, TAX]),
        ("-speaker:sahin", [ROAD]),
        ("speaker:nobody", []),
        ("-speaker:nobody road", [RELIEF, ROAD]),
        ("status:denied", [ROAD]),
        ("status:denied-substance", [ROAD]),
        ("status:denied-saying", []),
        ("-status:denied-substance", [RELIEF, TAX]),
        ("-status:denied", [RELIEF, TAX]),
        ("status:no-later-event", [RELIEF, TAX]),
        ("said:2022", [ROAD]),
        ("said:2023-03-15", [RELIEF]),
        ("said:2022..", [RELIEF, ROAD]),
        ("said:..2022-12-04", []),
        ("-said:2022", [RELIEF, TAX]),
        ("said:2023 road", [RELIEF]),
        ("speaker:sahin said:2023 status:no-later-event relief -corridor", [RELIEF]),
    ],
)
def test_a_search_finds_what_meets_all_its_terms_newest_first(
    stocked: Desk, text: str, texts: list[str]
) -> None:
    assert found(stocked, text) == texts


def test_moments_and_open_ends_overlap_by_their_days(desk: Desk) -> None:
    speaker = desk.speaker("Ann Lee")
    desk.statement(speaker, "at noon", "2022-12-31T12:00")
    desk.statement(speaker, "since March", said_from="2023-03-01")
    desk.statement(speaker, "until March", said_to="2023-03-01")
    assert found(desk, "said:2022-12-31") == ["until March", "at noon"]
    assert sorted(found(desk, "said:2024")) == ["since March"]


def test_a_row_dated_wider_than_asked_is_marked(stocked: Desk) -> None:
    def wider(text: str) -> list[bool]:
        rows = search_statements(stocked.connection, parse_query(text), None)
        return [row.wider for row in rows]

    assert wider("said:2023-03-15") == [True]
    assert wider("said:2023-03") == [False]
    assert wider("relief") == [False]


@pytest.mark.parametrize("field", ["speaker", "outlet", "tag"])
def test_very_many_of_a_name_are_all_searched(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    monkeypatch.setattr("quotetrack.query.clause.MOST_NAMED_IN_MATCH", 1)
    for name in ("Ann Lee", "Ann Moor", "Bo Moor"):
        statement = desk.statement(desk.speaker(name), name, "2022-12-05")
        outlet = desk.add(Outlet, name=name, folded=name.lower())
        desk.quote(statement, name, article_id=desk.add(Article, outlet_id=outlet))
        tag = desk.add(Tag, name=name, folded=name.lower())
        desk.add(StatementTag, statement_id=statement, tag_id=tag)
    assert found(desk, f"{field}:ann") == ["Ann Moor", "Ann Lee"]
    assert found(desk, f"-{field}:ann") == ["Bo Moor"]
    assert found(desk, f"{field}:ann OR bo") == ["Bo Moor", "Ann Moor", "Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "words", "said:2020..", "status:no_later_event", "-said:2021", "-road"),
        *("sort:oldest", "sort:oldest words", "sort:relevance words", "sort:relevance"),
    ],
)
def test_pages_follow_one_another_without_gap_or_overlap(desk: Desk, text: str) -> None:
    speaker = desk.speaker("Ann Lee")
    for day in range(1, 8):
        desk.statement(speaker, "words", f"2022-12-0{day}")
    query = parse_query(text)

    def pages() -> Iterator[int]:
        after = None
        while page := statement_keys(desk.connection, query, 3, after):
            assert len(page) <= 3
            yield from page
            after = page[-1]

    keys = list(pages())
    assert keys == list(statement_keys(desk.connection, query))
    assert keys == sorted(keys, reverse="oldest" not in text)
    assert len(keys) == 7
    assert count_statements(desk.connection, query, cap=5) == 5


def test_a_line_tells_all_that_a_list_shows(stocked: Desk) -> None:
    volkov = resolve_speakers(stocked.connection, "volkov")[0]
    role = stocked.role(volkov, "Commander", organisation="Peacekeepers")
    (row,) = search_statements(stocked.connection, parse_query("corridor"), 10)
    stocked.change(Statement, row.id, role_id=role, workflow="reviewed", said_precision="day")
    other = stocked.statement(volkov, "The road is shut", "2022-12-06")
    stocked.link(row.id, later_statement_id=other, state="suggested")
    stocked.link(row.id, "repeats", later_statement_id=other)
    stocked.event(row.id, "third_party_disputed")
    (row,) = search_statements(stocked.connection, parse_query("corridor"), 10)
    assert (row.speaker_name, row.role) == ("Andrei Volkov", "Commander, Peacekeepers")
    assert (row.status, row.status_event) == (Status.DENIED, EventType.DENIED_SUBSTANCE)
    assert row.marks == ("third_party_disputed",)
    assert (row.contradictions, row.quote_count) == (1, 1)
    assert row.workflow is Workflow.REVIEWED
    assert (row.said.earliest, row.said.precision) == ("2022-12-05", Precision.DAY)
    assert row.key == statement_keys(stocked.connection, parse_query("corridor"))[0]
    assert [line.contradictions for line in statement_rows(stocked.connection, [row.key])] == [1]


def test_only_contradictions_that_stand_and_may_be_shown_are_counted(desk: Desk) -> None:
    speaker = desk.speaker("Ann Lee")
    first, second, third, hidden = (
        desk.statement(speaker, f"words {place}", "2022-12-05", visibility=visibility)
        for place, visibility in enumerate(("open", "open", "open", "off_record"))
    )
    desk.link(first, later_statement_id=second, state="confirmed")
    desk.link(first, later_statement_id=third, state="dismissed")
    desk.link(first, later_statement_id=hidden, state="confirmed")
    desk.link(hidden, later_statement_id=third, state="confirmed")
    denial = desk.event(first, "denied_saying", actor_id=speaker)
    desk.link(first, later_event_id=denial, state="confirmed")
    desk.link(third, "in_tension", later_event_id=denial, state="confirmed")
    rows = search_statements(desk.connection, parse_query("words"), None)
    assert {row.id: row.contradictions for row in rows} == {first: 2, second: 1, third: 0}


def test_rows_come_in_the_order_of_their_keys_in_one_query(stocked: Desk) -> None:
    keys = list(reversed(statement_keys(stocked.connection, parse_query(""))))
    queries: list[str] = []
    stocked.connection.set_trace_callback(queries.append)
    rows = statement_rows(stocked.connection, [*keys, 12345])
    stocked.connection.set_trace_callback(None)
    assert [row.key for row in rows] == keys
    # FTS5 and json_each run no statements of their own here.
    assert len(queries) == 1
    assert statement_rows(stocked.connection, []) == []


@pytest.mark.parametrize(
    "text",
    [
        *("road", "speaker:volkov road", "status:denied-saying", "said:2022 road", "said:2022"),
        *("-road", "-said:2022", "road OR said:2022", "role:mi -tag:a outlet:b OR road"),
    ],
)
@pytest.mark.parametrize("after", [None, 99])
def test_a_search_walks_the_index_and_joins_outwards(
    stocked: Desk, text: str, after: int | None
) -> None:
    plan, sql = explained(stocked, text, after)
    assert plan[0].startswith("SCAN statement_search VIRTUAL TABLE INDEX")
    # What only some of the alternatives need is looked up by its row number, never scanned.
    assert all(
        step.startswith(("SEARCH statement USING", "CORRELATED SCALAR SUBQUERY"))
        or step == "SCAN statement_search VIRTUAL TABLE INDEX 0:=M3"
        for step in plan[1:]
    )
    assert_paged(plan, sql)


@pytest.mark.parametrize("after", [None, 99])
@pytest.mark.parametrize("text", ["", "-said:2022-12-05", "-speaker:nobody", "speaker:a"])
def test_without_words_the_open_statements_are_walked_by_date(
    stocked: Desk, monkeypatch: pytest.MonkeyPatch, text: str, after: int | None
) -> None:
    monkeypatch.setattr("quotetrack.query.clause.MOST_NAMED_IN_MATCH", 1)
    plan, sql = explained(stocked, text, after)
    assert "statement USING INDEX statement_open" in plan[0].replace("COVERING ", "")
    # Very many speakers are a list that is made once.
    assert all("LIST SUBQUERY" in step or "json_each" in step for step in plan[1:])
    assert_paged(plan, sql)


@pytest.mark.parametrize("text", ["", "road", "road said:2022"])
def test_the_oldest_first_is_the_same_walk_from_the_other_end(stocked: Desk, text: str) -> None:
    clause = clause_of(stocked, text)
    for after in (None, 99):
        newest, _ = key_query(clause, 50, after)
        oldest, parameters = key_query(clause, 50, after, oldest=True)
        assert oldest == newest.replace("DESC", "ASC").replace("key < ?", "key > ?").replace(
            "rowid < ?", "rowid > ?"
        )
        steps = stocked.connection.execute("EXPLAIN QUERY PLAN " + oldest, parameters)
        assert not any("TEMP B-TREE" in step for *_, step in steps)


def test_only_the_newest_hits_are_ranked(stocked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    speaker = stocked.speaker("Ann Lee")
    stocked.statement(speaker, "A road, a road, and a road", "2021-01-01")
    assert found(stocked, "sort:relevance road ")[0] == "A road, a road, and a road"
    monkeypatch.setattr("quotetrack.store.reading.statements.MOST_RANKED", 2)
    ranked = search_statements(stocked.connection, parse_query("sort:relevance road "), None)
    assert {row.text for row in ranked} == {ROAD, RELIEF}
    sql, parameters = ranked_query(clause_of(stocked, "road said:2022"))
    assert sql.index("DESC LIMIT") < sql.index("ORDER BY score")
    stocked.connection.execute(sql, parameters).fetchall()


def clause_of(desk: Desk, text: str) -> Clause:
    return build_clause(
        parse_query(text), lambda field, name: find_named(desk.connection, field, name)
    )


def explained(desk: Desk, text: str, after: int | None) -> tuple[list[str], str]:
    sql, parameters = key_query(clause_of(desk, text), 50, after)
    steps = desk.connection.execute("EXPLAIN QUERY PLAN " + sql, parameters)
    return [step for *_, step in steps], sql


def assert_paged(plan: list[str], sql: str) -> None:
    assert not any("TEMP B-TREE" in step for step in plan)
    assert sql.endswith("DESC LIMIT ?")
    assert "OFFSET" not in sql
    assert "rank" not in sql
