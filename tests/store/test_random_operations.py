"""After three thousand operations at random, indexes and counters say what the tables say."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Mapped
from sqlmodel import SQLModel, col, select

from quotetrack.domain.errors import NotFound, UndoRefused
from quotetrack.domain.tables import Event, Link, Quote, SpeakerName, Statement, StatementTag, Tag
from quotetrack.store.database import Database, open_database
from quotetrack.store.search_tables import count_facets, search_table_drift
from quotetrack.store.undo import undo_last
from quotetrack.store.unit import Unit
from tests.conftest import open_fixed
from tests.store.story import add_article, add_event, add_speaker, add_statement, add_story

ROUNDS = 30
OPERATIONS = 100
"""In each round, so that there are 3,000 in all."""

WORDS = ("The bridge was safe.", "Über die Brücke", "road tax 'quoted' \"twice\"", "", "\x00 🜁")
DAYS = (None, "2021-03-01", "2021-03-01T10:15", "1999-12-31", "0001-01-01")
KINDS = ("denied_saying", "retracted", "third_party_disputed", "reaffirmed")

Operation = Callable[[Unit, int], None]


def a_row(unit: Unit, table: type[SQLModel], number: int) -> SQLModel | None:
    """One row of a table, chosen by a number."""
    rows = unit.session.exec(select(table)).all()
    return rows[number % len(rows)] if rows else None


def state(unit: Unit, number: int) -> None:
    name = a_row(unit, SpeakerName, number)
    speaker = name.speaker_id if isinstance(name, SpeakerName) else add_speaker(unit, "Ann Lee")
    visibility = "off_record" if number % 5 == 0 else "open"
    text = WORDS[number % len(WORDS)]
    add_statement(unit, speaker, text, DAYS[number % len(DAYS)], visibility)


def reword(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        statement.text = WORDS[number // 7 % len(WORDS)]


def redate(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        first, last = DAYS[number % len(DAYS)], DAYS[number // 5 % len(DAYS)]
        if first and last and first > last:
            first, last = last, first
        statement.said_from, statement.said_to = first, last


def show_or_hide(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        statement.visibility = "open" if statement.visibility == "off_record" else "off_record"


def give_to_another(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        statement.speaker_id = add_speaker(unit, f"Speaker {number % 9}")


def quote(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        article, _ = add_article(unit, f"20{number % 30:02}-01-01")
        exact = WORDS[number % len(WORDS)]
        unit.add(
            Quote(id=unit.new_id(), statement_id=statement.id, article_id=article, exact=exact)
        )


def act(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        kind = KINDS[number % len(KINDS)]
        event = add_event(unit, statement.id, statement.speaker_id, kind, "2024-01-01")
        if kind == "denied_saying":
            unit.add(
                Link(
                    id=unit.new_id(),
                    earlier_statement_id=statement.id,
                    later_event_id=event,
                    relation="contradicts",
                )
            )


def label(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        tag = Tag(id=unit.new_id(), name=f"{number}", folded=f"{unit.new_id()}")
        unit.add(tag)
        unit.add(StatementTag(id=unit.new_id(), statement_id=statement.id, tag_id=tag.id))


def respell(unit: Unit, number: int) -> None:
    if isinstance(name := a_row(unit, SpeakerName, number), SpeakerName):
        name.folded = WORDS[number % len(WORDS)]


def remove(unit: Unit, number: int) -> None:
    if isinstance(statement := a_row(unit, Statement, number), Statement):
        owners: tuple[tuple[type[SQLModel], Mapped[int]], ...] = (
            (Link, col(Link.earlier_statement_id)),
            (StatementTag, col(StatementTag.statement_id)),
            (Event, col(Event.statement_id)),
            (Quote, col(Quote.statement_id)),
        )
        for table, owner in owners:
            for row in unit.session.exec(select(table).where(owner == statement.id)).all():
                unit.delete(row)
        unit.delete(statement)


CHANGES: tuple[Operation, ...] = (
    *(state, state, state, reword, redate, show_or_hide, give_to_another),
    *(quote, act, label, respell, remove),
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a story, from which each round starts."""
    database = open_fixed(tmp_path_factory.mktemp("story") / "story.db")
    add_story(database)
    return database.path


def perform(database: Database, operation: int, number: int) -> None:
    if operation < len(CHANGES):
        with database.unit("change") as unit:
            CHANGES[operation](unit, number)
    else:
        with suppress(UndoRefused, NotFound):
            undo_last(database)


# What fails is told as it is: to look for the least that fails would take minutes.
@settings(max_examples=ROUNDS, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(
    operations=st.lists(
        st.tuples(st.integers(0, len(CHANGES) + 1), st.integers(0, 10_000)),
        min_size=OPERATIONS,
        max_size=OPERATIONS,
    )
)
def test_indexes_and_counters_agree_with_the_tables(
    story: Path, tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("round") / "round.db"
    shutil.copy(story, path)
    database = open_database(path, user="ada")
    for operation, number in operations:
        perform(database, operation, number)
    with closing(sqlite3.connect(path)) as connection:
        assert search_table_drift(connection) == []
        kept = connection.execute("SELECT term, statements FROM facet_count ORDER BY term")
        assert kept.fetchall() == count_facets(connection)
