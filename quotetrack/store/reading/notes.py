"""Reads the desk's remarks on statements."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.records import NoteRecord
from quotetrack.store.reading.columns import listed


def read_notes(
    connection: sqlite3.Connection, statements: Sequence[int]
) -> dict[int, list[NoteRecord]]:
    """The notes on each of these statements, oldest first."""
    notes: dict[int, list[NoteRecord]] = {}
    for statement, *columns in connection.execute(
        "SELECT statement_id, id, text, author, at FROM note"
        " WHERE statement_id IN (SELECT value FROM json_each(?)) ORDER BY at, id",
        (listed(statements),),
    ):
        notes.setdefault(statement, []).append(NoteRecord(*columns))
    return notes
