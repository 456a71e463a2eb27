"""Opening: what is made, what is looked at, what is left lying about, and reading."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from quotetrack.domain.errors import DatabaseError, DatabaseReadOnly
from quotetrack.store.copying import copy_database
from quotetrack.store.database import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Database,
    Reader,
    open_database,
)
from quotetrack.store.upgrade import create_database
from tests.conftest import open_fixed
from tests.store.story import add_story, value

HEAVY = {"sqlalchemy", "sqlmodel", "alembic", "platformdirs", "importlib.resources"}

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_new_database_is_stamped_private_and_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "mine.db"
    database = open_fixed(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert value(database, "PRAGMA journal_mode") == "wal"
    assert value(database, "PRAGMA application_id") == APPLICATION_ID
    assert value(database, "PRAGMA user_version") == SCHEMA_VERSION
    assert {file.name for file in path.parent.iterdir()} <= {
        "mine.db",
        "mine.db-wal",
        "mine.db-shm",
    }


def test_the_companions_of_a_private_file_are_private(database: Database) -> None:
    with database.reader():
        add_story(database)
        companions = [file for file in database.path.parent.iterdir() if "-" in file.name]
        assert companions
        assert {stat.S_IMODE(file.stat().st_mode) for file in companions} == {0o600}


def test_making_a_database_where_one_has_appeared_leaves_that_one(database: Database) -> None:
    story = add_story(database)
    create_database(database.path)
    assert value(database, "SELECT id FROM statement") == story.statement
    assert not [file for file in database.path.parent.iterdir() if file.name.startswith(".")]


def test_without_hard_links_a_new_database_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    database = open_fixed(tmp_path / "mine.db")
    assert value(database, "SELECT count(*) FROM statement") == 0


def test_opening_a_current_file_loads_nothing_heavy(database: Database) -> None:
    program = (
        "import sys; from quotetrack.store.database import open_database;"
        "db = open_database(sys.argv[1], user='ada');"
        "reader = db.reader();"
        "reader.__enter__().connection.execute('SELECT * FROM statement').fetchall();"
        "reader.__exit__(None, None, None);"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(database.path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert HEAVY.isdisjoint(done.stdout.split())


def test_opening_and_reading_a_file_in_delete_mode_leaves_nothing_beside_it(
    database: Database, tmp_path: Path
) -> None:
    story = add_story(database)
    copy = tmp_path / "folder" / "copy.db"
    copy.parent.mkdir()
    copy_database(database.path, copy)
    content = copy.read_bytes()
    opened = open_fixed(copy, create=False)
    assert value(opened, "PRAGMA journal_mode") == "delete"
    assert value(opened, "SELECT id FROM statement") == story.statement
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]
    assert copy.read_bytes() == content


def test_a_name_with_signs_of_an_address_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 &mode=rw.db"
    database = open_fixed(path)
    add_story(database)
    assert path.is_file()
    assert value(database, "SELECT count(*) FROM statement") == 1


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DatabaseReadOnly), database.reader() as reader:
        reader.connection.execute("DELETE FROM speaker")


def test_a_reader_is_used_inside_its_block_only(database: Database) -> None:
    reader = database.reader()
    reader.interrupt()
    with pytest.raises(RuntimeError, match="with block"):
        _ = reader.connection


def _read_until(timer: Timer, reader: Reader) -> None:
    timer.start()
    reader.connection.execute(ENDLESS).fetchone()


def test_a_long_reading_is_stopped_from_another_thread(database: Database) -> None:
    reader = database.reader()
    with pytest.raises(DatabaseError, match="stopped"), reader:
        _read_until(Timer(0.05, reader.interrupt), reader)


def test_other_errors_pass_through_a_reader(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.reader():
        _ = 1 // 0


def test_a_reader_sees_a_commit_of_a_writer_and_holds_nobody_up(database: Database) -> None:
    with database.reader() as reader:
        assert reader.connection.execute("SELECT count(*) FROM statement").fetchone() == (0,)
        add_story(database)
        assert reader.connection.execute("SELECT count(*) FROM statement").fetchone() == (1,)


def test_the_system_s_clock_and_ids_serve_where_none_are_given(database: Database) -> None:
    system = open_database(str(database.path), user="ada")
    add_story(system)
    assert str(value(system, "SELECT at FROM audit")) > "2024"
    assert value(system, "SELECT count(DISTINCT id) FROM speaker") == 1


def test_no_extension_is_loaded(database: Database) -> None:
    with (
        database.unit("x") as unit,
        pytest.raises(sqlite3.OperationalError, match="not authorized"),
    ):
        unit.connection.execute("SELECT load_extension('anything')")
    package = Path(open_database.__code__.co_filename).parents[1]
    sources = [path.read_text() for path in package.rglob("*.py")]
    assert not any("load_extension" in source for source in sources)


def test_every_connection_is_closed(database: Database) -> None:
    add_story(database)
    with database.reader():
        pass
    with closing(sqlite3.connect(database.path)) as connection:
        # Only the last one may leave WAL mode.
        assert connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
