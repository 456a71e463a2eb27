"""Reads what one unit of work did to each row, from the payloads of the audit trail."""

import json
import sqlite3
from typing import Any

from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.trail_records import FieldChange, RowChange, UnitRecord
from quotetrack.store.derived import COLUMNS
from quotetrack.store.reading.columns import listed
from quotetrack.store.reading.history import find_unit

SHOWN_ROWS = 40
"""A unit that changed more rows is shown by the first of them."""

_TITLES = {
    "speaker": "name",
    "speaker_name": "name",
    "outlet": "name",
    "tag": "name",
    "saved_place": "name",
    "saved_search": "name",
    "article": "title",
    "check_case": "title",
    "role": "title",
    "statement": "text",
    "note": "text",
    "capture": "text",
    "quote": "exact",
    "event": "type",
    "link": "relation",
}
"""Table -> the column by which people know its rows."""

_GOING = ("statement", "link", "speaker", "article", "capture")
"""Tables with a screen on which their rows are found, those first that an entry is about."""

Image = dict[str, Any]
_Names = dict[tuple[str, int], str]


def show_unit(connection: sqlite3.Connection, number: int) -> UnitRecord:
    """One unit of work, row by row.

    Raises:
        NotFound: there is no unit of this number.
    """
    entry = find_unit(connection, number)
    if entry is None:
        raise NotFound(f"The history has no entry {number}. 'quotetrack history' lists them.")
    recorded = [
        (table, row_id, change, audit_id is None, _image(before), _image(after))
        for table, row_id, change, audit_id, before, after in connection.execute(
            "SELECT row_table, row_id, change, audit_id, before, after FROM audit"
            " LEFT JOIN audit_payload ON audit_id = id WHERE unit = ? ORDER BY id LIMIT ?",
            (number, SHOWN_ROWS),
        )
    ]
    references = {
        table: _references(connection, table)
        for table in dict.fromkeys(table for table, *_ in recorded)
    }
    images = [
        (table, row_id, image)
        for table, row_id, _, _, before, after in recorded
        for image in (before, after)
    ]
    names = _read_names(connection, images, references)
    rows = tuple(
        _row_change(table, row_id, change, erased, (before, after), references[table], names)
        for table, row_id, change, erased, before, after in recorded
    )
    return UnitRecord(entry, rows, len(entry.changes) - len(rows), _about(images, references))


def _about(
    images: list[tuple[str, int, Image | None]], references: dict[str, dict[str, str]]
) -> tuple[str, int] | None:
    """The row that a person would go to: of those changed, else of those that they belong to."""
    changed: dict[str, int] = {}
    owners: dict[str, int] = {}
    for table, row_id, image in images:
        changed.setdefault(table, row_id)
        for column, parent in references[table].items():
            if image is not None and image.get(column) is not None:
                owners.setdefault(parent, image[column])
    for rows in (changed, owners):
        for table in _GOING:
            if table in rows:
                return table, rows[table]
    return None


def _row_change(
    table: str,
    row_id: int,
    change: str,
    erased: bool,
    images: tuple[Image | None, Image | None],
    references: dict[str, str],
    names: _Names,
) -> RowChange:
    before, after = images[0] or {}, images[1] or {}
    fields: list[FieldChange] = []
    derived: list[str] = []
    for column in dict.fromkeys([*after, *before]):
        old, new = before.get(column), after.get(column)
        if column == "id" or old == new:
            continue
        if table == "statement" and column in COLUMNS:
            derived.append(column)
            continue
        parent = references.get(column)
        fields.append(FieldChange(column, _words(old, parent, names), _words(new, parent, names)))
    title = names.get((table, row_id))
    return RowChange(table, row_id, change, title, tuple(fields), tuple(derived), erased)


def _words(value: Any, parent: str | None, names: _Names) -> str | None:
    """A value as people read it: an id as a name, what is kept as a fingerprint as that."""
    if value is None:
        return None
    if isinstance(value, dict):
        return f"fingerprint {value['sha256'][:12]}…, length {value['length']:,}"
    if parent is not None:
        return names.get((parent, value)) or f"{parent.replace('_', ' ')} {short_identifier(value)}"
    return str(value)


def _references(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Column -> the table at whose rows it points."""
    rows = connection.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
    return dict(rows.fetchall())


def _read_names(
    connection: sqlite3.Connection,
    images: list[tuple[str, int, Image | None]],
    references: dict[str, dict[str, str]],
) -> _Names:
    """What the rows are called, and those they point at: as stored, else as the unit left them."""
    wanted: dict[str, set[int]] = {}
    names: _Names = {}
    for table, row_id, image in images:
        wanted.setdefault(table, set()).add(row_id)
        if image is not None:
            recorded = image.get(_TITLES.get(table, ""))
            if isinstance(recorded, str):
                names[table, row_id] = recorded
            for column, parent in references[table].items():
                if image.get(column) is not None:
                    wanted.setdefault(parent, set()).add(image[column])
    for table, ids in wanted.items():
        missing = [each for each in ids if (table, each) not in names]
        if table in _TITLES and missing:
            found = connection.execute(
                f'SELECT id, "{_TITLES[table]}" FROM "{table}"'  # noqa: S608 - names of ours
                " WHERE id IN (SELECT value FROM json_each(?))",
                (listed(missing),),
            )
            names.update({(table, each): name for each, name in found if name})
    return names


def _image(payload: str | None) -> Image | None:
    return None if payload is None else json.loads(payload)
