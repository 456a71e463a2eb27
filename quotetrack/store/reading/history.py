"""Reads the audit trail as units of work: who did what, when, to which rows."""

import sqlite3

from quotetrack.domain.records import HistoryEntry
from quotetrack.store.reading.columns import listed

_ENTRIES = (
    "SELECT audit.unit, audit.at, audit.actor, audit.action, audit.summary, audit.row_table,"
    " audit.row_id, audit.change, audit.undoes,"
    " (SELECT undo.unit FROM audit AS undo WHERE undo.undoes = audit.unit LIMIT 1)"
    " FROM audit WHERE audit.unit IN (SELECT value FROM json_each(?))"
    " ORDER BY audit.unit DESC, audit.id"
)


def list_history(
    connection: sqlite3.Connection, table: str | None, row_id: int | None, limit: int = 50
) -> list[HistoryEntry]:
    """The latest units of work, newest first.

    Args:
        connection: an open database.
        table: only units that changed a row of this table; None for all.
        row_id: with a table, only units that changed this row of it.
        limit: how many at most.
    """
    conditions: list[str] = []
    parameters: list[str | int] = []
    if table is not None:
        conditions.append("row_table = ?")
        parameters.append(table)
    if table is not None and row_id is not None:
        conditions.append("row_id = ?")
        parameters.append(row_id)
    where = ("WHERE", " AND ".join(conditions)) if conditions else ()
    query = ("SELECT DISTINCT unit FROM audit", *where, "ORDER BY unit DESC LIMIT ?")
    units = [unit for (unit,) in connection.execute(" ".join(query), (*parameters, limit))]
    first: dict[int, tuple[str, str, str, str, int | None, int | None]] = {}
    changes: dict[int, list[tuple[str, int, str]]] = {}
    for (
        unit,
        at,
        actor,
        action,
        summary,
        changed,
        row,
        change,
        undoes,
        undone_by,
    ) in connection.execute(_ENTRIES, (listed(units),)):
        first.setdefault(unit, (at, actor, action, summary, undoes, undone_by))
        changes.setdefault(unit, []).append((changed, row, change))
    return [
        HistoryEntry(unit, at, actor, action, summary, tuple(changes[unit]), undoes, undone_by)
        for unit, (at, actor, action, summary, undoes, undone_by) in first.items()
    ]
