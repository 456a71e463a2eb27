"""Checking imports: what came in is still what the trail has a digest of, or was changed in it."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from quotetrack.store.importing.tables import COLUMNS, Rows, combined, digest, read_made

_Made = dict[str, list[Sequence[int]]]


def problems_of_imports(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with imports, a sentence each."""
    for batch_id, name, finished, recorded in connection.execute(
        "SELECT id, file_name, finished_at, rows_digest FROM import_batch ORDER BY id"
    ).fetchall():
        if finished is None:
            yield (
                f"The import of {name} is not finished: its statements are not found yet. Repeat "
                "the command to finish it, or take it back with --take-back."
            )
        chunks = connection.execute(
            "SELECT made, digest FROM import_chunk WHERE import_batch_id = ? ORDER BY id",
            (batch_id,),
        ).fetchall()
        if finished is not None and combined(each for _, each in chunks) != recorded:
            yield f"The digests of the import of {name} have been altered."
        for made, of_chunk in chunks:
            if digest(_as_imported(connection, json.loads(made))) != of_chunk:
                yield (
                    f"Rows of the import of {name} are not as they came in, and the trail does "
                    "not say why."
                )
                break


def _as_imported(connection: sqlite3.Connection, made: _Made) -> Rows:
    """The rows of a chunk as they came in: as they stood before the trail first changed them."""
    rows = read_made(connection, made)
    for table, stretches in made.items():
        first: dict[int, tuple[Any, ...]] = {}
        for low, high in stretches:
            for row_id, before in connection.execute(
                "SELECT row_id, before FROM audit JOIN audit_payload ON audit_id = audit.id"
                " WHERE row_table = ? AND row_id BETWEEN ? AND ? ORDER BY audit.id",
                (table, low, high),
            ):
                image = json.loads(before or "{}")
                first.setdefault(row_id, tuple(image.get(name) for name in COLUMNS[table]))
        if first:
            now = {row[0]: row for row in rows[table]}
            rows[table] = [row for _, row in sorted((now | first).items())]
    return rows
