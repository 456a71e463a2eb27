"""Taking back an import as a whole: every row it made, unless one has been worked on since."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from quotetrack.domain.errors import UndoRefused
from quotetrack.store.derived import COLUMNS as DERIVED
from quotetrack.store.importing.tables import COLUMNS, digest, read_made
from quotetrack.store.search_tables import create_search_tables, set_triggers_aside

Refusal = Callable[[str, int], UndoRefused]
"""The refusal that names the later change of a row: its table and its id."""

_APART = ("audit_payload", "import_chunk")
"""Tables that point at rows without being work on them."""


def remove_imported(connection: sqlite3.Connection, batch_id: int, refusal: Refusal) -> None:
    """Delete all rows that an import made, within the unit that takes it back; not its own row.

    Raises:
        UndoRefused: one of them has been changed, or something else refers to it.
    """
    _list_made(connection, batch_id)
    try:
        _refuse_if_worked_on(connection, batch_id, refusal)
        _delete(connection, batch_id)
    finally:
        connection.execute("DROP TABLE temp.made")


def _list_made(connection: sqlite3.Connection, batch_id: int) -> None:
    """The stretches of ids of the import's rows, where queries can join them."""
    connection.execute(
        "CREATE TEMP TABLE made (row_table TEXT, first INTEGER, last INTEGER,"
        " PRIMARY KEY (row_table, first)) WITHOUT ROWID"
    )
    connection.execute(
        "INSERT INTO temp.made SELECT of_table.key, stretch.value ->> 0, stretch.value ->> 1"
        " FROM import_chunk, json_each(made) AS of_table, json_each(of_table.value) AS stretch"
        " WHERE import_batch_id = ?",
        (batch_id,),
    )


def _refuse_if_worked_on(connection: sqlite3.Connection, batch_id: int, refusal: Refusal) -> None:
    for table, row_id, before, after in connection.execute(
        "SELECT audit.row_table, row_id, before, after FROM temp.made CROSS JOIN audit"
        " ON audit.row_table = made.row_table AND row_id BETWEEN first AND last"
        " LEFT JOIN audit_payload ON audit_id = audit.id WHERE undoes IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM audit AS undo WHERE undo.undoes = audit.unit)"
        " ORDER BY audit.id"
    ):
        if _basic(before) != _basic(after) or before is None:
            raise refusal(table, row_id)
    for child, column, parent in _references(connection):
        row = connection.execute(
            f'SELECT child.id FROM temp.made CROSS JOIN "{child}" AS child'  # noqa: S608 - names from the schema
            f' ON made.row_table = ? AND child."{column}" BETWEEN first AND last'
            " WHERE coalesce((SELECT own.last FROM temp.made AS own WHERE own.row_table = ?"
            " AND own.first <= child.id ORDER BY own.first DESC LIMIT 1), 0) < child.id LIMIT 1",
            (parent, child),
        ).fetchone()
        if row is not None:
            raise refusal(child, row[0])
    for made, recorded in connection.execute(
        "SELECT made, digest FROM import_chunk WHERE import_batch_id = ? ORDER BY id", (batch_id,)
    ).fetchall():
        if digest(read_made(connection, json.loads(made))) != recorded:
            raise UndoRefused(
                "The rows of this import are no longer as they came in, and the trail does not "
                "say why. Check the database with 'quotetrack db check'."
            )


def _delete(connection: sqlite3.Connection, batch_id: int) -> None:
    (mine,) = connection.execute(
        "SELECT coalesce(sum(last - first + 1), 0) FROM temp.made WHERE row_table = 'statement'"
    ).fetchone()
    (others,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM statement WHERE import_batch_id IS NOT ? LIMIT ?)",
        (batch_id, mine + 1),
    ).fetchone()
    # Taking most rows out of the index one by one costs more than indexing those that stay.
    anew = mine > others
    if anew:
        set_triggers_aside(connection)
    for table in reversed(COLUMNS):
        for first, last in connection.execute(
            "SELECT first, last FROM temp.made WHERE row_table = ? ORDER BY first", (table,)
        ).fetchall():
            connection.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (first, last))  # noqa: S608 - a table of ours
    connection.execute("DELETE FROM import_chunk WHERE import_batch_id = ?", (batch_id,))
    if anew:
        create_search_tables(connection)


def _references(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Child table, its column, and the table of the import at whose rows that points."""
    rows = connection.execute(
        'SELECT child.name, key."from", key."table" FROM sqlite_schema AS child'
        " JOIN pragma_foreign_key_list(child.name) AS key WHERE child.type = 'table'"
    ).fetchall()
    return [row for row in rows if row[2] in COLUMNS and row[0] not in _APART]


def _basic(payload: str | None) -> dict[str, Any] | None:
    """An image without the columns that follow from other rows."""
    if payload is None:
        return None
    return {name: value for name, value in json.loads(payload).items() if name not in DERIVED}
