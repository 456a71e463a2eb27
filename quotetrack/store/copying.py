"""Copying a database whole, also while others write to it."""

import os
import sqlite3
from pathlib import Path

from quotetrack.domain.errors import DatabaseError, Refused
from quotetrack.store import failures
from quotetrack.store.database import Database, connect_for_reading


def backup_database(database: Database, target: Path) -> Path:
    """Copy the database and check the copy; people may go on working meanwhile.

    Returns:
        The copy.

    Raises:
        Refused: the target exists; it is never overwritten.
        DatabaseError: the copy did not come out whole; it is removed.
    """
    copy_database(database.path, target)
    return target


def copy_database(source: Path, target: Path) -> None:
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
            with failures.explained(target):
                _copy_pages(reading, target)
        finally:
            reading.close()
    except BaseException:
        for ending in ("", "-journal", "-wal", "-shm"):
            target.with_name(target.name + ending).unlink(missing_ok=True)
        raise


def _copy_pages(reading: sqlite3.Connection, target: Path) -> None:
    writing = sqlite3.connect(target, isolation_level=None)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")
        (verdict,) = writing.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DatabaseError(
                f"The copy {target} did not come out whole and was removed ({verdict}). "
                "Check the database with 'quotetrack db check'."
            )
    finally:
        writing.close()
