"""Undo: taking back one's own last action."""

from quotetrack.domain.errors import NotFound
from quotetrack.domain.records import HistoryEntry
from quotetrack.store.database import Database
from quotetrack.store.reading.history import list_history

_RECENT = 10_000


def undo(database: Database) -> HistoryEntry:
    """Take back one's own last action that still stands.

    Returns:
        The unit of work that was taken back.

    Raises:
        UndoRefused: there is nothing to undo, or a row has been changed since.
    """
    from quotetrack.store.undo import undo_last

    number = undo_last(database)
    with database.reader() as reader:
        for limit in (50, _RECENT):
            for entry in list_history(reader.connection, None, None, limit):
                if entry.unit == number:
                    return entry
    raise NotFound(f"Unit {number} was taken back, but the history no longer shows it.")
