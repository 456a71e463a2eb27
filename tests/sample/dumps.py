"""The logical content of a database: its structure and every row, without how bytes lie.

Compressors differ in what they write, so bytes are compared unpacked, and what the audit
derives from packed ones is left to its own check.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

SHADOWS = ("_search_data", "_search_idx", "_search_content", "_search_docsize", "_search_config")

Row = dict[str, Any]


def logical_dump(path: Path) -> dict[str, list[str]]:
    """The rows of each table by name, in order, and the structure under "sqlite_schema"."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        schema = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        ).fetchall()
        dump = {"sqlite_schema": [repr(tuple(row)) for row in schema]}
        for kind, name, _ in schema:
            if kind == "table" and not name.endswith(SHADOWS):
                logical = _LOGICAL.get(name, dict)
                rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
                dump[name] = sorted(repr(logical(dict(row))) for row in rows)
    return dump


def _snapshot(row: Row) -> Row:
    return row | {"raw": zlib.decompress(row["raw"])}


def _audit(row: Row) -> Row:
    derived = ("digest", "previous_hash", "hash")
    return {name: value for name, value in row.items() if name not in derived}


def _audit_payload(row: Row) -> Row:
    after = json.loads(row["after"]) if row["after"] else {}
    after.pop("raw", None)
    return row | {"after": after}


_LOGICAL: dict[str, Callable[[Row], Row]] = {
    "snapshot": _snapshot,
    "audit": _audit,
    "audit_payload": _audit_payload,
}
