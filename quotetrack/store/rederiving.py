"""Derives anew what is derived, after a migration: an older version may have derived less."""

import sqlite3

from quotetrack.store.derived import COLUMNS, derive_columns


def derive_statements(connection: sqlite3.Connection) -> None:
    """Write the derived columns of every statement; no trigger may be in place."""
    assignments = ", ".join(f"{column} = ?" for column in COLUMNS)
    identifiers = connection.execute("SELECT id FROM statement ORDER BY date_key").fetchall()
    for (statement,) in identifiers:
        columns = derive_columns(connection, statement)
        if columns is not None:
            connection.execute(
                f"UPDATE statement SET {assignments} WHERE id = ?",  # noqa: S608 - our own columns
                (*(columns[name] for name in COLUMNS), statement),
            )
