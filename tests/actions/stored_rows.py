"""What a database holds, all rows of all tables but the audit trail, for comparing."""

import sqlite3
from contextlib import closing
from pathlib import Path

_TRAIL = ("audit", "audit_payload")

Rows = dict[str, list[tuple[object, ...]]]


def stored_rows(path: Path) -> Rows:
    """Every row of every table of ours, and the counters, by table."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT GLOB '*_search*' AND name NOT LIKE 'alembic%'"
        ).fetchall()
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for (name,) in tables
            if name not in _TRAIL
        }


def one_row(path: Path, query: str, *parameters: object) -> tuple[object, ...]:
    """The single row that a query finds."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(query, parameters).fetchall()
    assert len(rows) == 1, rows
    found: tuple[object, ...] = rows[0]
    return found
