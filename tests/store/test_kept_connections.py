"""Connections kept open between readings: what they see, and what they leave behind."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotetrack.domain.errors import DatabaseError
from quotetrack.store.database import Database
from tests.conftest import open_fixed
from tests.store.story import add_story

COUNT = "SELECT count(*) FROM statement"


@pytest.fixture
def keeping(database: Database) -> Iterator[Database]:
    """The fresh database, its connections kept open."""
    database.keep_connections()
    yield database
    database.close()


def count(database: Database) -> int:
    """How many statements a reading finds."""
    with database.reader() as reader:
        (number,) = reader.connection.execute(COUNT).fetchone()
    return int(number)


def connection_of(database: Database) -> sqlite3.Connection:
    """The connection that a reading is given."""
    with database.reader() as reader:
        return reader.connection


def companions(database: Database) -> list[str]:
    """The files that SQLite has left beside the database."""
    return [file.name for file in database.path.parent.iterdir() if file != database.path]


def test_readings_share_a_connection_one_after_another_and_never_at_once(keeping: Database) -> None:
    first = connection_of(keeping)
    with keeping.reader() as one, keeping.reader() as other:
        assert one.connection is first
        assert other.connection is not first


def test_unless_asked_to_no_connection_is_kept(database: Database) -> None:
    connection = connection_of(database)
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute(COUNT)


def test_what_others_write_is_seen(keeping: Database) -> None:
    assert count(keeping) == 0
    add_story(open_fixed(keeping.path, user="bea", create=False))
    assert count(keeping) == 1


def test_another_file_of_the_same_name_is_seen(keeping: Database, tmp_path: Path) -> None:
    assert count(keeping) == 0
    other = open_fixed(tmp_path / "other.db")
    add_story(other)
    other.path.replace(keeping.path)
    assert count(keeping) == 1


def test_a_file_that_is_gone_is_not_read_on(keeping: Database) -> None:
    count(keeping)
    shutil.rmtree(keeping.path.parent)
    with pytest.raises(DatabaseError):
        count(keeping)


def test_a_reading_that_failed_keeps_nothing(keeping: Database) -> None:
    first = connection_of(keeping)
    with pytest.raises(DatabaseError), keeping.reader() as reader:
        reader.connection.execute("SELECT * FROM no_such_table")
    assert connection_of(keeping) is not first


def test_after_a_write_the_database_is_one_file(keeping: Database) -> None:
    count(keeping)
    add_story(keeping)
    assert companions(keeping) == []


def test_at_the_end_what_others_wrote_is_in_the_one_file(keeping: Database) -> None:
    count(keeping)
    add_story(open_fixed(keeping.path, user="bea", create=False))
    assert companions(keeping) != []
    keeping.close()
    assert companions(keeping) == []
    assert count(keeping) == 1


def test_a_reading_under_way_ends_in_peace_when_the_rest_is_closed(keeping: Database) -> None:
    with keeping.reader() as reader:
        connection = reader.connection
        keeping.close()
        assert connection.execute(COUNT).fetchone() == (0,)
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute(COUNT)


def test_a_file_that_may_not_be_written_is_opened_for_each_reading(database: Database) -> None:
    database.read_only = True
    database.keep_connections()
    assert connection_of(database) is not connection_of(database)
