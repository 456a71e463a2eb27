"""SQLite's errors as one clear sentence each: what was wrong, and what to do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from quotetrack.domain.errors import (
    DatabaseDamaged,
    DatabaseError,
    DatabaseLocked,
    DatabaseReadOnly,
    DiskFull,
    NotADatabase,
    QuotetrackError,
    Refused,
)

FilePath = str | os.PathLike[str]
"""How files are named here: pathlib would cost every search 4 ms."""

_PRIMARY_CODE = 0xFF
"""An extended result code carries its primary code in the low byte."""

_ENOUGH_ROOM = 1 << 16
"""Bytes that a disk must have free for an error not to come from its being full."""


def explain(error: sqlite3.Error, path: FilePath) -> QuotetrackError:
    """The typed error that says in a sentence what SQLite's error means for the file at `path`."""
    extended = getattr(error, "sqlite_errorcode", None) or 0
    match extended & _PRIMARY_CODE:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseLocked(
                f"Another program is writing to {path}. Wait until it has finished, then try again."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return read_only(path)
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_NOTADB:
            return not_a_database(path)
        case sqlite3.SQLITE_FULL:
            return _disk_full(path)
        case sqlite3.SQLITE_IOERR if _room_beside(path) < _ENOUGH_ROOM:
            # The file that WAL readers share is grown by other means, which say no more than this.
            return _disk_full(path)
        case sqlite3.SQLITE_IOERR:
            return DatabaseError(
                f"The disk of {path} could not be read or written ({error}). Nothing was changed; "
                "check that the disk is connected and has room, then try again."
            )
        case sqlite3.SQLITE_CANTOPEN:
            return _cannot_open(path)
        case sqlite3.SQLITE_CONSTRAINT:
            return Refused(f"The change breaks a rule of the database and was not made: {error}.")
        case sqlite3.SQLITE_INTERRUPT:
            return DatabaseError("The search was stopped before it ended.")
        case _ if "no such table" in str(error) or "no such column" in str(error):
            return DatabaseDamaged(
                f"{path} lacks a part of its structure ({error}). Restore it from a backup."
            )
        case _:
            return DatabaseError(f"{path} cannot be used ({error}). Restore it from a backup.")


def read_only(path: FilePath) -> DatabaseReadOnly:
    """The error for a file that may not be written."""
    return DatabaseReadOnly(
        f"{path} or its folder may not be written. Change its permissions, "
        "or work on a copy in a folder of your own."
    )


def damaged(path: FilePath) -> DatabaseDamaged:
    """The error for a truncated or corrupted file."""
    return DatabaseDamaged(
        f"{path} is damaged: a part of it is missing or garbled. "
        "Leave it as it is and restore it from a backup."
    )


def not_a_database(path: FilePath) -> NotADatabase:
    """The error for a file that is something else."""
    return NotADatabase(f"{path} is not a quotetrack database. Check the name of the file.")


@contextmanager
def explained(path: FilePath) -> Iterator[None]:
    """Turn SQLite's errors inside the block into typed ones."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _disk_full(path: FilePath) -> DiskFull:
    return DiskFull(
        f"There is no room left on the disk of {path}. Nothing was changed; "
        "free some space, then try again."
    )


def _room_beside(path: FilePath) -> int:
    """Bytes free on the disk of a file; plenty where the system does not say."""
    from pathlib import Path

    try:
        disk = os.statvfs(Path(path).parent)
    except (AttributeError, OSError):
        return _ENOUGH_ROOM
    return disk.f_bavail * disk.f_frsize


def _cannot_open(path: FilePath) -> DatabaseError:
    from pathlib import Path

    if Path(path).exists():
        return read_only(path)
    return DatabaseError(f"{path} cannot be opened. Check that its folder exists and is yours.")
