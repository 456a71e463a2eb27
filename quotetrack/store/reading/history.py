"""Reads the audit trail as units of work: who did what, when, to which rows."""

import sqlite3

from quotetrack.domain.records import HistoryEntry

_CHANGES = (
    "audit.unit, audit.at, audit.actor, audit.action, audit.summary, audit.row_table,"
    " audit.row_id, audit.change, audit.undoes,"
    " (SELECT undo.unit FROM audit AS undo WHERE undo.undoes = audit.unit LIMIT 1)"
)
_STANDING = (
    "audit.undoes IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM audit AS undo WHERE undo.undoes = audit.unit)"
)
_BELONGING = {
    "statement": (
        ("quote", "statement_id"),
        ("event", "statement_id"),
        ("link", "earlier_statement_id"),
        ("link", "later_statement_id"),
        ("statement_tag", "statement_id"),
        ("note", "statement_id"),
    ),
    "speaker": (("speaker_name", "speaker_id"), ("role", "speaker_id"), ("note", "speaker_id")),
    "article": (("snapshot", "article_id"), ("note", "article_id")),
}
"""Table -> the tables, and columns in them, whose rows belong to a row of it."""


def list_history(
    connection: sqlite3.Connection,
    table: str | None,
    row_id: int | None,
    limit: int = 50,
    *,
    actor: str | None = None,
    standing: bool = False,
    before: int | None = None,
) -> list[HistoryEntry]:
    """The latest units of work, newest first, by one query.

    Args:
        connection: an open database.
        table: only units that changed a row of this table; None for all.
        row_id: with a table, only units that changed this row of it or one that belongs to it.
        limit: how many at most.
        actor: only what this person did.
        standing: leave out what was taken back, and the taking back.
        before: only units with a lower number.
    """
    conditions: list[str] = []
    parameters: list[str | int] = []
    if table is not None and row_id is not None:
        parts = ["SELECT unit FROM audit WHERE row_table = ? AND row_id = ?"]
        parameters += [table, row_id]
        for other, column in _BELONGING.get(table, ()):
            parts.append(
                "SELECT audit.unit FROM audit WHERE row_table = ? AND row_id IN"  # noqa: S608 - names of ours
                f' (SELECT id FROM "{other}" WHERE "{column}" = ?)'
            )
            parameters += [other, row_id]
            parts.append(
                "SELECT audit.unit FROM audit JOIN audit_payload ON audit_id = id"
                " WHERE row_table = ? AND change = 'delete' AND json_extract(before, ?) = ?"
            )
            parameters += [other, f"$.{column}", row_id]
        if table == "statement":
            parts.append(
                "SELECT unit FROM audit WHERE row_table = 'import_batch'"
                " AND row_id = (SELECT import_batch_id FROM statement WHERE id = ?)"
            )
            parameters.append(row_id)
        conditions.append(f"audit.unit IN ({' UNION '.join(parts)})")
    elif table is not None:
        conditions.append("row_table = ?")
        parameters.append(table)
    if actor is not None:
        conditions.append("actor = ?")
        parameters.append(actor)
    if before is not None:
        conditions.append("audit.unit < ?")
        parameters.append(before)
    if standing:
        conditions.append(_STANDING)
    where = ("WHERE", " AND ".join(conditions)) if conditions else ()
    page = ("SELECT DISTINCT unit FROM audit", *where, "ORDER BY unit DESC LIMIT ?")
    query = (
        f"SELECT {_CHANGES} FROM audit WHERE audit.unit IN ({' '.join(page)})"  # noqa: S608 - conditions of ours
        " ORDER BY audit.unit DESC, audit.id"
    )
    return _entries(connection.execute(query, (*parameters, limit)))


def find_unit(connection: sqlite3.Connection, number: int) -> HistoryEntry | None:
    """The unit of work of this number; None where there is none."""
    query = f"SELECT {_CHANGES} FROM audit WHERE audit.unit = ? ORDER BY audit.id"  # noqa: S608 - a constant
    entries = _entries(connection.execute(query, (number,)))
    return entries[0] if entries else None


def _entries(rows: sqlite3.Cursor) -> list[HistoryEntry]:
    first: dict[int, tuple[str, str, str, str, int | None, int | None]] = {}
    changes: dict[int, list[tuple[str, int, str]]] = {}
    for unit, at, actor, action, summary, table, row_id, change, undoes, undone_by in rows:
        first.setdefault(unit, (at, actor, action, summary, undoes, undone_by))
        changes.setdefault(unit, []).append((table, row_id, change))
    return [
        HistoryEntry(unit, at, actor, action, summary, tuple(changes[unit]), undoes, undone_by)
        for unit, (at, actor, action, summary, undoes, undone_by) in first.items()
    ]
