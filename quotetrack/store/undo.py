"""Undo: taking back a unit of work, one's own last or any other, by a compensating one."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from quotetrack.domain.errors import NotFound, UndoRefused
from quotetrack.store.audit import Image, read_image
from quotetrack.store.database import Database
from quotetrack.store.derived import COLUMNS
from quotetrack.store.importing.batches import TABLE as IMPORT_TABLE
from quotetrack.store.importing.batches import importing_entry
from quotetrack.store.importing.taking_back import remove_imported
from quotetrack.store.unit import Unit

ACTION = "undo"
"""The action of a compensating unit, which is itself never undone."""


@dataclass(frozen=True, slots=True)
class _Recorded:
    """One audit entry of the unit to be taken back."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None

    @property
    def only_derived(self) -> bool:
        """Whether nothing but derived columns changed, which follow from other rows."""
        return (
            self.before is not None
            and self.after is not None
            and _basic(self.table, self.before) == _basic(self.table, self.after)
        )


def undo_last(database: Database) -> int:
    """Take back the last unit of work of `database.user` that is not taken back yet.

    Returns:
        The number of the unit that was taken back.

    Raises:
        UndoRefused: there is none, or a row it touched has moved since; the message names the
            later change. Nothing was changed.
        DatabaseError: the file cannot be written; nothing was changed.
    """
    return _undo(database, _last_own_unit)


def undo_unit(database: Database, number: int, *, others: bool = False) -> None:
    """Take back one unit of work, and no other.

    Args:
        number: its number in the audit trail.
        others: whether it may be somebody else's.

    Raises:
        NotFound: there is no unit of this number.
        UndoRefused: it is somebody else's, is taken back already or is an undo itself, or a row
            it touched has moved since; the message names the later change. Nothing was changed.
        DatabaseError: the file cannot be written; nothing was changed.
    """
    _undo(database, lambda unit: _chosen_unit(unit, number, others))


def _undo(database: Database, choose: Callable[[Unit], tuple[int, str, str]]) -> int:
    with database.unit(ACTION) as unit:
        number, action, summary = choose(unit)
        unit.undoes = number
        unit.summary = summary or action
        entries = _read_entries(unit.connection, number)
        _remove_imported(unit.connection, entries)
        _refuse_if_moved(unit.connection, number, entries)
        _free_date_keys(unit, entries)
        for entry in reversed(entries):
            unit.touch(entry.table, entry.row_id)
            try:
                _take_back(unit.connection, entry)
            except sqlite3.IntegrityError as error:
                raise _in_the_way(unit.connection, number, entry) from error
    return number


def _remove_imported(connection: sqlite3.Connection, entries: list[_Recorded]) -> None:
    """The rows of an import, which has one entry for all of them."""
    for entry in entries:
        if entry.table == IMPORT_TABLE and entry.before is None:
            # The change that is in the way may have been made before all rows were in.
            remove_imported(connection, entry.row_id, partial(_refusal, connection, 0))


def _last_own_unit(unit: Unit) -> tuple[int, str, str]:
    row = unit.connection.execute(
        "SELECT unit, action, summary FROM audit WHERE actor = ? AND action <> ?"
        " AND NOT EXISTS (SELECT 1 FROM audit AS later WHERE later.undoes = audit.unit)"
        " ORDER BY id DESC LIMIT 1",
        (unit.user, ACTION),
    ).fetchone()
    if row is None:
        raise UndoRefused(f"There is nothing of {unit.user}'s to take back.")
    return row[0], row[1], row[2]


def _chosen_unit(unit: Unit, number: int, others: bool) -> tuple[int, str, str]:
    row = unit.connection.execute(
        "SELECT actor, action, summary FROM audit WHERE unit = ? LIMIT 1", (number,)
    ).fetchone()
    if row is None:
        raise NotFound(f"The history has no entry {number}. 'quotetrack history' lists them.")
    actor, action, summary = row
    if action == ACTION:
        raise UndoRefused(f"Entry {number} is an undo itself. Make the change anew instead.")
    taken_back = unit.connection.execute(
        "SELECT actor, at FROM audit WHERE undoes = ? LIMIT 1", (number,)
    ).fetchone()
    if taken_back is not None:
        who, at = taken_back
        raise UndoRefused(f"Entry {number} has been taken back already, by {who} ({at}).")
    if actor != unit.user and not others:
        raise UndoRefused(
            f"Entry {number} is {actor}'s, not {unit.user}'s. "
            "Ask for it outright to take back what somebody else did: --others."
        )
    return number, action, summary


def _read_entries(connection: sqlite3.Connection, number: int) -> list[_Recorded]:
    rows = connection.execute(
        "SELECT row_table, row_id, audit_id, before, after FROM audit"
        " LEFT JOIN audit_payload ON audit_id = id WHERE unit = ? ORDER BY id",
        (number,),
    ).fetchall()
    entries = []
    for table, row_id, payload, before, after in rows:
        if payload is None:
            raise UndoRefused(
                "What this change did has been erased from the audit trail, "
                "so it cannot be taken back."
            )
        entries.append(_Recorded(table, row_id, _image(before), _image(after)))
    return entries


def _refuse_if_moved(connection: sqlite3.Connection, number: int, entries: list[_Recorded]) -> None:
    """Compare each row with how the unit left it; derived columns follow, so they do not count."""
    touched = {(entry.table, entry.row_id) for entry in entries}
    for entry in entries:
        if entry.only_derived:
            continue
        current = read_image(connection, entry.table, entry.row_id)
        if _basic(entry.table, current) != _basic(entry.table, entry.after):
            raise _refusal(connection, number, entry.table, entry.row_id)
        if entry.after is not None and entry.before is None:
            for table, row_id in _referring_rows(connection, entry.table, entry.row_id):
                if (table, row_id) not in touched:
                    raise _refusal(connection, number, table, row_id)


def _referring_rows(
    connection: sqlite3.Connection, parent: str, row_id: int
) -> list[tuple[str, int]]:
    """Rows that point at a row by a foreign key."""
    columns = connection.execute(
        'SELECT child.name, key."from" FROM sqlite_schema AS child'
        " JOIN pragma_foreign_key_list(child.name) AS key"
        " WHERE child.type = 'table' AND key.\"table\" = ? AND child.name <> 'audit_payload'",
        (parent,),
    ).fetchall()
    referring = []
    for table, column in columns:
        rows = connection.execute(
            f'SELECT id FROM "{table}" WHERE "{column}" = ?',  # noqa: S608 - names from the schema
            (row_id,),
        )
        referring += [(table, child) for (child,) in rows]
    return referring


def _free_date_keys(unit: Unit, entries: list[_Recorded]) -> None:
    """Give passing keys to statements that get their earlier key back.

    Two of them may have swapped places, and a key is unique at every moment.
    """
    for entry in entries:
        if _restores_date_key(unit.connection, entry):
            unit.touch(entry.table, entry.row_id)
            unit.connection.execute(
                "UPDATE statement SET date_key = -id WHERE id = ?", (entry.row_id,)
            )


def _restores_date_key(connection: sqlite3.Connection, entry: _Recorded) -> bool:
    if entry.table != "statement" or entry.before is None or entry.after is None:
        return False
    row = connection.execute(
        "SELECT date_key FROM statement WHERE id = ?", (entry.row_id,)
    ).fetchone()
    moved_by_unit = entry.before["date_key"] != entry.after["date_key"]
    return moved_by_unit and row is not None and row[0] == entry.after["date_key"]


def _take_back(connection: sqlite3.Connection, entry: _Recorded) -> None:
    table, before = entry.table, entry.before
    if before is None:
        connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (entry.row_id,))  # noqa: S608 - a table of ours
        return
    if entry.after is None:
        _insert(connection, table, before)
    elif not entry.only_derived:
        _update(connection, table, entry.row_id, _basic(table, before) or {})
    if table == "statement":
        # Only a passing key is replaced; whoever has taken the earlier one keeps it.
        connection.execute(
            "UPDATE statement SET date_key = ? WHERE id = ? AND date_key = -id"
            " AND NOT EXISTS (SELECT 1 FROM statement WHERE date_key = ?)",
            (before["date_key"], entry.row_id, before["date_key"]),
        )


def _insert(connection: sqlite3.Connection, table: str, image: Image) -> None:
    if any(isinstance(value, dict) for value in image.values()):
        raise UndoRefused(
            f"The trail keeps only the digest of a {table.replace('_', ' ')}, "
            "so its deletion cannot be taken back. Add its source again."
        )
    values = image | ({"date_key": -image["id"]} if table == "statement" else {})
    columns = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" * len(values))
    connection.execute(
        f'INSERT INTO "{table}" ({columns}) VALUES ({places})',  # noqa: S608 - names from the schema
        tuple(values.values()),
    )


def _update(connection: sqlite3.Connection, table: str, row_id: int, image: Image) -> None:
    assignments = ", ".join(f'"{name}" = ?' for name in image)
    connection.execute(
        f'UPDATE "{table}" SET {assignments} WHERE id = ?',  # noqa: S608 - names from the schema
        (*image.values(), row_id),
    )


def _basic(table: str, image: Image | None) -> Image | None:
    """An image without the columns that follow from other rows."""
    if image is None or table != "statement":
        return image
    return {name: value for name, value in image.items() if name not in COLUMNS}


def _refusal(connection: sqlite3.Connection, number: int, table: str, row_id: int) -> UndoRefused:
    """The refusal that names the first later change of a row which still stands."""
    later = connection.execute(
        "SELECT actor, action, summary, at FROM audit WHERE row_table = ? AND row_id = ?"
        " AND unit > ? AND undoes IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM audit AS undo WHERE undo.undoes = audit.unit)"
        " ORDER BY id LIMIT 1",
        (table, row_id, number),
    ).fetchone()
    return _refused_for(later or importing_entry(connection, table, row_id), table)


def _in_the_way(connection: sqlite3.Connection, number: int, entry: _Recorded) -> UndoRefused:
    """The refusal where a row cannot return, for its parent is gone or its place is taken."""
    for parent, column in connection.execute(
        'SELECT "table", "from" FROM pragma_foreign_key_list(?)', (entry.table,)
    ).fetchall():
        value = (entry.before or {}).get(column)
        if value is not None and read_image(connection, parent, value) is None:
            return _refusal(connection, number, parent, value)
    later = connection.execute(
        "SELECT actor, action, summary, at FROM audit WHERE row_table = ? AND unit > ?"
        " AND undoes IS NULL ORDER BY id DESC LIMIT 1",
        (entry.table, number),
    ).fetchone()
    return _refused_for(later, entry.table)


def _refused_for(later: tuple[str, str, str, str] | None, table: str) -> UndoRefused:
    name = table.replace("_", " ")
    if later is None:
        return UndoRefused(
            f"A {name} is no longer as this change left it, and the trail does not say why. "
            "Check the database with 'quotetrack db check'."
        )
    actor, action, summary, at = later
    what = summary or action.replace("_", " ")
    return UndoRefused(
        f"This change cannot be taken back: {actor} has since changed the same {name} "
        f"({what}, {at}). Take that back first."
    )


def _image(payload: str | None) -> Image | None:
    return None if payload is None else json.loads(payload)
