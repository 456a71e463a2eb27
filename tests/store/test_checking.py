"""Checking finds each sort of damage, and a sound database passes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotetrack.domain.errors import Refused
from quotetrack.store.copying import backup_database
from quotetrack.store.database import SCHEMA_VERSION, Database
from quotetrack.store.maintenance import check_database, database_information
from quotetrack.store.search_tables import drop_triggers
from tests.conftest import open_fixed
from tests.store.story import add_denial, add_story, logical_content


@pytest.fixture
def told(database: Database) -> Database:
    """A database with a story."""
    add_denial(database, add_story(database))
    return database


def test_a_sound_database_has_no_problems_and_is_not_changed(told: Database) -> None:
    before = logical_content(told.path)
    assert check_database(told) == []
    assert logical_content(told.path) == before


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        ("UPDATE statement SET speaker_id = 1", "references"),
        ("UPDATE statement SET text = 'unheard'", "search"),
        ("UPDATE speaker_name SET folded = 'unheard'", "names"),
        ("UPDATE speaker_name_key SET folded = 'unheard'", "search"),
        ("UPDATE facet_count SET statements = 9 WHERE term = 'vopen'", "counters"),
        ("DELETE FROM facet_count", "counters"),
        ("UPDATE statement SET status = 'retracted'", "derived columns"),
        ("UPDATE statement SET date_key = date_key + (1 << 20)", "derived columns"),
        ("UPDATE audit SET actor = 'eve'", "audit trail"),
        ("UPDATE snapshot SET raw = x'00'", "snapshots"),
        ("UPDATE snapshot SET raw_sha256 = ''", "snapshots"),
        ("UPDATE snapshot_text SET text = text || '!'", "snapshots"),
        ("UPDATE quote SET start = start + 1", "quotes"),
        ("UPDATE quote SET exact = 'the bridge was not safe'", "quotes"),
    ],
)
def test_each_sort_of_damage_is_found(told: Database, damage: str, part: str) -> None:
    with closing(sqlite3.connect(told.path, isolation_level=None)) as connection:
        drop_triggers(connection)
        connection.execute(damage)
    problems = check_database(told)
    assert part in {problem.part for problem in problems}
    assert all(problem.message.endswith(".") for problem in problems)


def test_a_lost_index_entry_is_found(told: Database) -> None:
    with closing(sqlite3.connect(told.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'ix_quote_statement_id'")
    assert "file" in {problem.part for problem in check_database(told)}


def test_information_counts_what_is_there(told: Database) -> None:
    with told.reader() as reader:
        information = database_information(reader)
    assert information.path == str(told.path)
    assert information.size == told.path.stat().st_size
    assert (information.schema_version, information.journal_mode) == (SCHEMA_VERSION, "wal")
    assert dict(information.counts) == {
        "speaker": 1,
        "statement": 1,
        "quote": 1,
        "article": 1,
        "snapshot": 1,
        "event": 1,
        "link": 1,
        "note": 0,
    }
    assert information.units == 2
    assert information.last_change == "2023-03-14T09:30:00+00:00"


def test_a_backup_is_private_complete_and_can_be_opened(told: Database, tmp_path: Path) -> None:
    with told.unit("pending") as unit:
        # A backup holds what is committed, also while somebody is writing.
        unit.connection.execute("UPDATE speaker SET name = 'Half written'")
        backup = backup_database(told, tmp_path / "backup.db")
        unit.connection.execute("UPDATE speaker SET name = 'Ida Berg'")
    assert backup.stat().st_mode & 0o777 == 0o600
    assert logical_content(backup) == logical_content(told.path)
    assert check_database(open_fixed(backup, create=False)) == []


def test_a_backup_overwrites_nothing(told: Database, tmp_path: Path) -> None:
    taken = tmp_path / "letter.txt"
    taken.write_text("Dear all")
    with pytest.raises(Refused, match="not overwritten"):
        backup_database(told, taken)
    assert taken.read_text() == "Dear all"


def _stop(_doing: str, _done: int, _all: int) -> None:
    raise InterruptedError


def test_a_check_tells_of_its_progress_and_can_be_stopped(told: Database) -> None:
    heard: list[tuple[str, int, int]] = []
    assert check_database(told, step=lambda *progress: heard.append(progress)) == []
    assert [done for _, done, _ in heard] == list(range(len(heard)))
    assert {parts for _, _, parts in heard} == {len(heard)}
    with pytest.raises(InterruptedError):
        check_database(told, step=_stop)
    add_story(open_fixed(told.path, user="bob", create=False))


def test_a_backup_tells_of_its_progress_and_can_be_stopped(told: Database, tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    backup_database(told, tmp_path / "a.db", step=lambda *progress: heard.append(progress))
    assert heard[-1][1] == heard[-1][2] > 0
    with pytest.raises(InterruptedError):
        backup_database(told, tmp_path / "b.db", step=_stop)
    assert not (tmp_path / "b.db").exists()
