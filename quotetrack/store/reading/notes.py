"""Reads the desk's remarks on statements, speakers and articles."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.domain.errors import NotFound
from quotetrack.domain.records import NoteRecord
from quotetrack.store.reading.columns import listed

if TYPE_CHECKING:
    from quotetrack.domain.desk_records import Subject

_ON = {
    table: " ".join(("SELECT id, text, author, at FROM note WHERE", column, "= ? ORDER BY at, id"))
    for table, column in (
        ("statement", "statement_id"),
        ("speaker", "speaker_id"),
        ("article", "article_id"),
    )
}


def read_notes_on(connection: sqlite3.Connection, subject: "Subject") -> list[NoteRecord]:
    """The notes on one row, oldest first."""
    found = connection.execute(_ON[subject.table], (subject.id,))
    return [NoteRecord(*columns) for columns in found]


def read_note(connection: sqlite3.Connection, identifier: int) -> "tuple[NoteRecord, Subject]":
    """One note that is there, and the row on which it stands."""
    from quotetrack.domain.desk_records import Subject

    *columns, statement, speaker, article = connection.execute(
        "SELECT id, text, author, at, statement_id, speaker_id, article_id FROM note WHERE id = ?",
        (identifier,),
    ).fetchone()
    for table, row in (("statement", statement), ("speaker", speaker), ("article", article)):
        if row is not None:
            return NoteRecord(*columns), Subject(table, row)
    raise NotFound("This note stands on a case, and cases have no command yet.")


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
