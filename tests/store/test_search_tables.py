"""The search indexes: how they drift, which check sees it, and what keeps them true."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import quotetrack
from quotetrack.store.database import Database
from quotetrack.store.search_tables import (
    DERIVED_TABLES,
    SEARCH_TABLES,
    is_search_table,
    search_table_drift,
)
from quotetrack.store.writing import connect_for_writing
from tests.store.story import add_statement, add_story, rows

REPLACE = (
    "INSERT OR REPLACE INTO speaker_name (id, speaker_id, name, kind, folded)"
    " SELECT id, speaker_id, name, kind, 'someone else' FROM speaker_name"
)
UPSERT = (
    "INSERT INTO speaker_name (id, speaker_id, name, kind, folded)"
    " SELECT id, speaker_id, name, kind, 'someone else' FROM speaker_name WHERE true"
    " ON CONFLICT (id) DO UPDATE SET folded = excluded.folded"
)


@pytest.fixture
def connection(database: Database) -> Iterator[sqlite3.Connection]:
    """A connection as any program would open it."""
    add_story(database)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as opened:
        yield opened


def test_a_replace_lets_the_index_drift_which_only_the_ranked_check_sees(
    connection: sqlite3.Connection,
) -> None:
    connection.execute(REPLACE)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.execute(
        "INSERT INTO speaker_name_search (speaker_name_search, rank) VALUES ('integrity-check', 0)"
    )
    assert search_table_drift(connection) == ["speaker_name_search", "speaker_near_search"]


def test_an_upsert_keeps_the_index_true(connection: sqlite3.Connection) -> None:
    connection.execute(UPSERT)
    assert search_table_drift(connection) == []


def test_on_the_writing_connection_even_a_replace_keeps_the_index_true(
    database: Database,
) -> None:
    add_story(database)
    with closing(connect_for_writing(database.path, busy_seconds=1)) as connection:
        connection.execute(REPLACE)
        assert search_table_drift(connection) == []


def test_the_package_never_replaces_rows() -> None:
    sources = [path.read_text() for path in Path(quotetrack.__file__).parent.rglob("*.py")]
    assert sources
    assert not any("OR REPLACE" in source.upper() for source in sources)


def test_a_failure_other_than_drift_is_not_taken_for_it(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE speaker_name_search")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        search_table_drift(connection)


def test_shadows_of_the_indexes_are_told_from_tables(connection: sqlite3.Connection) -> None:
    names = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    }
    found = {name for name in names if is_search_table(name)}
    assert {*DERIVED_TABLES} <= found
    assert len(found) == len(SEARCH_TABLES) * 5 + len(DERIVED_TABLES) - len(SEARCH_TABLES)
    assert {"statement", "speaker_name", "saved_search", "audit"} <= names - found


@pytest.mark.parametrize("words", ["bruck*", "BRÜCKENSCHLAG", "text : brü*"])
def test_accents_do_not_matter_and_the_first_letters_suffice(
    database: Database, words: str
) -> None:
    story = add_story(database)
    with database.unit("add") as unit:
        statement = add_statement(unit, story.speaker, "Der Brückenschlag gelang.")
    found = rows(
        database,
        "SELECT id FROM statement WHERE date_key IN"
        " (SELECT rowid FROM statement_search WHERE statement_search MATCH ?)",
        words,
    )
    assert found == [(statement,)]
