"""Closing an import that is not to be finished, so that it can be taken back."""

from datetime import UTC

from quotetrack.store.database import Database
from quotetrack.store.importing import batches
from quotetrack.store.writing import connect_for_writing, explained_writing


def close_unfinished(database: Database, sha256: str) -> int | None:
    """Append the entry of an unfinished import with what came in; its number in the history.

    Its statements stay out of index and counters. None where no such import is unfinished.
    """
    connection = connect_for_writing(database.path, busy_seconds=database.busy_seconds)
    try:
        with explained_writing(database.path):
            connection.execute("BEGIN IMMEDIATE")
            batch = batches.find_unfinished(connection, sha256)
            unit = None
            if batch is not None:
                now = database.clock().astimezone(UTC).isoformat(timespec="seconds")
                salt = database.salts()
                unit = batches.record(connection, batch, database.user, now, salt)
            connection.execute("COMMIT")
            return unit
    finally:
        connection.close()
