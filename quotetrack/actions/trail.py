"""The trail: reading it step by step, and taking back one's own last step or any other."""

from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.trail_records import UnitRecord
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading.history import find_unit


def undo(database: Database, unit: int | None = None, *, others: bool = False) -> HistoryEntry:
    """Take back one's own last action that still stands, or one that is named.

    Args:
        unit: the number of the entry; None for one's own last.
        others: whether a named one may be somebody else's.

    Returns:
        The unit of work that was taken back.

    Raises:
        NotFound: there is no entry of this number.
        UndoRefused: there is nothing to undo, it may not be undone, or a row has been changed
            since.
    """
    from quotetrack.store.undo import undo_last, undo_unit

    if unit is None:
        unit = undo_last(database)
    else:
        undo_unit(database, unit, others=others)
    with database.reader() as reader:
        entry = find_unit(reader.connection, unit)
    assert entry is not None  # what was taken back stays in the trail
    return entry


def show_unit(reader: Reader, number: int) -> UnitRecord:
    """One entry of the history, row by row, with each field before and after.

    Raises:
        NotFound: there is no entry of this number.
    """
    from quotetrack.store.reading.unit_changes import show_unit as read

    return read(reader.connection, number)
