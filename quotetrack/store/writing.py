"""The connection that writes: explicit transactions, foreign keys on, synchronous FULL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.store import failures
from quotetrack.store.database import file_address

if TYPE_CHECKING:
    from sqlalchemy import Engine


def connect_for_writing(
    path: Path, *, busy_seconds: float, foreign_keys: bool = True, in_bulk: bool = False
) -> sqlite3.Connection:
    """A connection to an existing file, outside any transaction.

    Args:
        path: the file; it is never created here.
        busy_seconds: how long to wait for another program's write.
        foreign_keys: off only for migrations, since it cannot be changed inside a transaction.
        in_bulk: many rows that can be had again: a power cut may cost the last of them, and no more
            than these.

    Raises:
        DatabaseError: it cannot be opened.
    """
    with failures.explained(path):
        # isolation_level=None: the driver's own mode would commit before a DDL statement and
        # leave a failed migration half applied.
        connection = sqlite3.connect(
            file_address(path, "mode=rw"),
            uri=True,
            timeout=busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
            connection.execute(f"PRAGMA synchronous = {'NORMAL' if in_bulk else 'FULL'}")
            # Without it a REPLACE would skip the triggers that keep the search index.
            connection.execute("PRAGMA recursive_triggers = ON")
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def engine_on(connection: sqlite3.Connection) -> "Engine":
    """An engine that runs on this one connection and leaves its transaction alone."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    return create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )


@contextmanager
def explained_writing(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block, bare or wrapped by SQLAlchemy, into typed ones."""
    from sqlalchemy.exc import DBAPIError

    try:
        with failures.explained(path):
            yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise failures.explain(error.orig, path) from error
        raise
