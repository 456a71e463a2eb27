"""Keeping a database: what it is and holds; checking and copying are taken from here too."""

import sqlite3
from dataclasses import dataclass

from quotetrack.store.checking import Problem, check_database
from quotetrack.store.copying import backup_database
from quotetrack.store.database import Reader

__all__ = [
    "DatabaseInformation",
    "Problem",
    "backup_database",
    "check_database",
    "database_information",
]

COUNTED_TABLES = ("speaker", "statement", "quote", "article", "snapshot", "event", "link", "note")
"""The tables whose rows a user may want counted, in the order of showing."""


@dataclass(frozen=True, slots=True)
class DatabaseInformation:
    """What a database file is and holds.

    Attributes:
        path: the file.
        size: its size in bytes.
        schema_version: the newest migration that has run on it.
        journal_mode: "wal" or "delete".
        counts: (table, rows) of the tables that people fill.
        units: changes recorded in the audit trail.
        last_change: when the latest was made, ISO 8601 in UTC; None where there is none.
    """

    path: str
    size: int
    schema_version: int
    journal_mode: str
    counts: tuple[tuple[str, int], ...]
    units: int
    last_change: str | None


def database_information(reader: Reader) -> DatabaseInformation:
    """What the database of a reader is and holds."""
    connection = reader.connection
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    units, last_change = connection.execute(
        "SELECT count(DISTINCT unit), max(at) FROM audit"
    ).fetchone()
    return DatabaseInformation(
        path=str(reader.path),
        size=reader.path.stat().st_size,
        schema_version=version,
        journal_mode=mode,
        counts=tuple((table, _count(connection, table)) for table in COUNTED_TABLES),
        units=units,
        last_change=last_change,
    )


def _count(connection: sqlite3.Connection, table: str) -> int:
    (rows,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608 - a constant name
    return int(rows)
