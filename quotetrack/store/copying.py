"""Copying a database whole, also while others write to it."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from quotetrack.domain.errors import DatabaseError, Refused
from quotetrack.store import failures
from quotetrack.store.database import Database, connect_for_reading

Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how much of it is done, and how much there is in all."""

_PAGES_AT_ONCE = 2_000


def backup_database(database: Database, target: Path, *, step: Step | None = None) -> Path:
    """Copy the database and check the copy; people may go on working meanwhile.

    Args:
        step: called as the copy grows; what it raises ends it, and no copy is left.

    Returns:
        The copy.

    Raises:
        Refused: the target exists; it is never overwritten.
        DatabaseError: the copy did not come out whole; it is removed.
    """
    copy_database(database.path, target, step=step)
    return target


def copy_database(source: Path, target: Path, *, step: Step | None = None) -> None:
    """Copy a database, also while others write to it; the copy is private and in DELETE mode.

    Raises:
        Refused: the target exists.
        DatabaseError: the source cannot be read, or the target not written; no target is left.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise Refused(f"{target} exists and is not overwritten. Choose another name.") from error
    except OSError as error:
        raise failures.read_only(target) from error
    try:
        reading = connect_for_reading(source)
        try:
            _copy_pages(reading, target, step)
        except sqlite3.Error as error:
            # A copy is garbled only where its original is.
            garbled = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT
            raise failures.explain(error, source if garbled else target) from error
        finally:
            reading.close()
    except BaseException:
        for ending in ("", "-journal", "-wal", "-shm"):
            target.with_name(target.name + ending).unlink(missing_ok=True)
        raise


def _copy_pages(reading: sqlite3.Connection, target: Path, step: Step | None) -> None:
    writing = sqlite3.connect(target, isolation_level=None)
    try:
        reading.backup(
            writing,
            pages=_PAGES_AT_ONCE,
            progress=lambda _, left, pages: step and step("copying", pages - left, pages),
        )
        writing.execute("PRAGMA journal_mode = DELETE")
        (verdict,) = writing.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DatabaseError(
                f"The copy {target} did not come out whole and was removed ({verdict}). "
                "Check the database with 'quotetrack db check'."
            )
    finally:
        writing.close()
