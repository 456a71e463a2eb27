"""Every way in which a file can fail a user: one sentence, its exit code, nothing changed."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotetrack.domain.errors import (
    DatabaseDamaged,
    DatabaseError,
    DatabaseLocked,
    DatabaseReadOnly,
    DiskFull,
    NewerSchema,
    NotADatabase,
    NotFound,
    QuotetrackError,
    Refused,
    UpgradeNeeded,
)
from quotetrack.domain.tables import Note
from quotetrack.store import failures
from quotetrack.store.checking import check_database
from quotetrack.store.copying import backup_database
from quotetrack.store.database import Database, open_database
from quotetrack.store.upgrade import create_database
from tests.conftest import open_fixed
from tests.store.story import add_story, logical_content, value
from tests.store.unprivileged import REPOSITORY, give_to_nobody, run_unprivileged


@pytest.fixture
def plain(database: Database) -> Path:
    """A file with a story in DELETE mode, so that all of it lies in the file itself."""
    add_story(database)
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return database.path


def _assert_a_sentence(error: QuotetrackError, path: Path) -> None:
    message = str(error)
    assert str(path) in message
    assert message.endswith(".")
    assert "\n" not in message


def _set(path: Path, pragma: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.commit()


def _write_text(path: Path) -> None:
    path.write_text("Dear diary, this is no database at all. " * 10)


def _write_another_program_s(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.commit()


def _truncate_to_half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


@pytest.mark.parametrize(
    ("spoil", "expected", "code"),
    [
        (lambda path: path.unlink(), NotFound, 3),
        (_write_text, NotADatabase, 11),
        (lambda path: path.write_bytes(b""), NotADatabase, 11),
        (_write_another_program_s, NotADatabase, 11),
        (lambda path: _set(path, "user_version = 999"), NewerSchema, 12),
        (lambda path: _set(path, "user_version = 0"), UpgradeNeeded, 17),
        (_truncate_to_half, DatabaseDamaged, 15),
        (lambda path: path.write_bytes(path.read_bytes()[:300]), DatabaseDamaged, 15),
        (lambda path: path.write_bytes(path.read_bytes()[:50]), DatabaseDamaged, 15),
    ],
)
def test_a_file_that_cannot_be_opened_is_explained_and_left_alone(
    plain: Path, spoil: Callable[[Path], None], expected: type[QuotetrackError], code: int
) -> None:
    spoil(plain)
    content = plain.read_bytes() if plain.exists() else None
    with pytest.raises(expected) as failure:
        open_database(plain, user="ada", upgrade=False)
    _assert_a_sentence(failure.value, plain)
    assert failure.value.exit_code == code
    assert (plain.read_bytes() if plain.exists() else None) == content
    assert [file for file in plain.parent.iterdir() if file != plain] == []


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase):
        open_database(tmp_path, user="ada")


def _garble(path: Path, table: str) -> None:
    """Overwrite the first page of a table, or of an index."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_a_garbled_page_is_reported_when_it_is_read_or_written(plain: Path) -> None:
    _garble(plain, "statement")
    content = plain.read_bytes()
    database = open_fixed(plain, user="bob", create=False)
    with pytest.raises(DatabaseDamaged) as reading:
        value(database, "SELECT text FROM statement")
    _assert_a_sentence(reading.value, plain)
    with pytest.raises(DatabaseDamaged):
        add_story(database)
    assert "file" in {problem.part for problem in check_database(database)}
    assert plain.read_bytes() == content


def test_a_backup_of_a_damaged_file_is_not_left(plain: Path, tmp_path: Path) -> None:
    _garble(plain, "statement")
    with pytest.raises(DatabaseError, match=r"did not come out whole|is damaged"):
        backup_database(open_fixed(plain, create=False), tmp_path / "backup.db")
    assert not (tmp_path / "backup.db").exists()


def test_a_missing_table_is_reported_as_damage(plain: Path) -> None:
    with closing(sqlite3.connect(plain)) as connection:
        connection.execute("DROP TABLE note")
    with pytest.raises(DatabaseDamaged, match="no such table"):
        value(open_fixed(plain, create=False), "SELECT * FROM note")


def test_a_file_that_another_program_holds_is_reported_as_locked(plain: Path) -> None:
    content = plain.read_bytes()
    with closing(sqlite3.connect(plain, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseLocked) as failure:
            open_fixed(plain, create=False)
    _assert_a_sentence(failure.value, plain)
    assert failure.value.exit_code == 13
    assert plain.read_bytes() == content


def test_writing_while_another_program_writes_is_reported_as_locked(database: Database) -> None:
    add_story(database)
    before = logical_content(database.path)
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            add_story(database)
        with pytest.raises(DatabaseLocked):
            check_database(database)
    assert logical_content(database.path) == before


def _fill(database: Database, room: int) -> None:
    """Write more into a database than `room` further pages can hold."""
    with database.unit("add_note") as unit:
        (pages,) = unit.connection.execute("PRAGMA page_count").fetchone()
        unit.connection.execute(f"PRAGMA max_page_count = {pages + room}")
        (speaker,) = unit.connection.execute("SELECT id FROM speaker").fetchone()
        note = Note(
            id=unit.new_id(), speaker_id=speaker, text="long " * 20_000, author="ada", at=unit.now
        )
        unit.add(note)


@pytest.mark.parametrize("room", [0, 26])
def test_a_full_disk_is_reported_and_nothing_is_half_written(database: Database, room: int) -> None:
    # With little more room the row fits, and its audit entry does not.
    add_story(database)
    before = logical_content(database.path)
    with pytest.raises(DiskFull) as failure:
        _fill(database, room)
    _assert_a_sentence(failure.value, database.path)
    assert failure.value.exit_code == 16
    assert logical_content(database.path) == before
    assert check_database(database) == []


_ON_A_SMALL_DISK = """
import contextlib, sys
from pathlib import Path
from quotetrack.domain.errors import DiskFull
from quotetrack.store.database import open_database
from tests.store.story import add_story, logical_content
disk = Path(sys.argv[1])
database = open_database(disk / "quotetrack.db", user="ada", create=True)
before = logical_content(database.path)
filler = disk / "filler"
with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
    while True:
        file.write(b"x" * 4096)
try:
    for _ in range(200):
        add_story(database)
        before = logical_content(database.path)
except DiskFull as error:
    assert error.exit_code == 16
    filler.unlink()
    assert logical_content(database.path) == before
    add_story(database)
    print("recovered")
"""

_MOUNTABLE = (
    shutil.which("unshare") is not None
    and subprocess.run(
        ["unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
        capture_output=True,
        check=False,
    ).returncode
    == 0
)


@pytest.mark.skipif(not _MOUNTABLE, reason="this system lets nobody mount a small disk")
def test_a_disk_that_is_really_full_loses_nothing_and_recovers(tmp_path: Path) -> None:
    script = 'mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script, "sh", tmp_path, sys.executable, _ON_A_SMALL_DISK],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert (done.stdout.strip(), done.stderr) == ("recovered", "")


@pytest.fixture
def shared(plain: Path) -> Iterator[Path]:
    """The file in a folder that other users reach, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "folder"
        folder.mkdir()
        folder.parent.chmod(0o755)
        yield plain.rename(folder / plain.name)
        folder.chmod(0o755)


_TRY_TO_WRITE = """
opened = open_database(path, user="ada")
assert opened.read_only
with opened.reader() as reader:
    (count,) = reader.connection.execute("SELECT count(*) FROM statement").fetchone()
assert checking.check_database(opened) == []
try:
    with opened.unit("x"):
        raise AssertionError
except DatabaseReadOnly as error:
    print(count, error.exit_code, error)
"""


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_read_only_folder_can_be_read_and_not_written(shared: Path, mode: str) -> None:
    _set(shared, f"journal_mode = {mode}")
    give_to_nobody(shared, 0o644)
    folder = shared.parent
    content = shared.read_bytes()
    give_to_nobody(folder, 0o555)
    answer = run_unprivileged(_TRY_TO_WRITE, shared)
    assert answer.startswith("1 14 ")
    assert str(shared) in answer
    assert shared.read_bytes() == content
    assert [file.name for file in folder.iterdir()] == [shared.name]


def test_a_read_only_file_can_be_read_and_not_written(shared: Path) -> None:
    give_to_nobody(shared, 0o444)
    give_to_nobody(shared.parent, 0o755)
    content = shared.read_bytes()
    assert run_unprivileged(_TRY_TO_WRITE, shared).startswith("1 14 ")
    assert shared.read_bytes() == content


def test_a_file_that_may_not_be_read_says_so(shared: Path) -> None:
    give_to_nobody(shared, 0o000)
    program = """
try:
    open_database(path, user="ada")
except DatabaseReadOnly as error:
    print(error.exit_code, error)
"""
    assert run_unprivileged(program, shared).startswith(f"14 {shared} may not be read.")


def test_nothing_is_made_in_a_read_only_folder(shared: Path) -> None:
    program = """
for act in (
    lambda: open_database(path.with_name("new.db"), user="ada", create=True),
    lambda: copying.backup_database(open_database(path, user="ada"), path.with_name("copy.db")),
):
    try:
        act()
    except DatabaseReadOnly as error:
        print(error.exit_code)
"""
    give_to_nobody(shared, 0o644)
    give_to_nobody(shared.parent, 0o555)
    assert run_unprivileged(program, shared).split() == ["14"] * 2
    assert [file.name for file in shared.parent.iterdir()] == [shared.name]


def test_a_file_turned_read_only_meanwhile_refuses_the_unit(shared: Path) -> None:
    program = """
opened = open_database(path, user="ada")
os.chmod(path, 0o444)
try:
    with opened.unit("x") as work:
        work.add(tables.Speaker(id=1, name="A", kind="person"))
except DatabaseReadOnly as error:
    print(error.exit_code)
"""
    give_to_nobody(shared, 0o644)
    give_to_nobody(shared.parent, 0o755)
    content = shared.read_bytes()
    assert run_unprivileged(program, shared) == "14"
    assert shared.read_bytes() == content


def test_a_place_that_cannot_hold_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError, match="No database can be made"):
        create_database(tmp_path / "file" / "mine.db")


def test_a_deleted_file_is_not_made_again_by_writing(database: Database) -> None:
    database.path.unlink()
    with pytest.raises(DatabaseError, match="cannot be opened"):
        add_story(database)
    assert not database.path.exists()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_IOERR_READ, DatabaseError),
        (sqlite3.SQLITE_LOCKED_SHAREDCACHE, DatabaseLocked),
        (sqlite3.SQLITE_PERM, DatabaseReadOnly),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, Refused),
        (sqlite3.SQLITE_TOOBIG, DatabaseError),
    ],
)
def test_errors_that_no_test_can_provoke_are_explained_too(
    code: int, expected: type[QuotetrackError], tmp_path: Path
) -> None:
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = code
    explained = failures.explain(error, tmp_path)
    assert type(explained) is expected
    assert str(explained).endswith(".")
