"""Statements read ahead of the cursor: several in one reading cost little more than one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.dom import DOMNode

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.records import StatementRecord
from quotetrack.tui.reading import BackgroundReading

if TYPE_CHECKING:
    from quotetrack.store.database import Database, Reader

KEPT = 256
"""Statements kept at hand."""


class ReadAhead:
    """The statements near the cursor, read on behalf of a screen and kept until something changes.

    A statement at hand is shown in the same stroke as the cursor on it.
    """

    def __init__(self, owner: DOMNode, database: "Database") -> None:
        self._reading = BackgroundReading(owner, database, "read ahead")
        self._records: LRUCache[int, StatementRecord] = LRUCache(KEPT)

    def at_hand(self, identifier: int) -> StatementRecord | None:
        """The statement, if it has been read; a reading under way is no longer wanted then."""
        record = self._records.get(identifier)
        if record is not None:
            self._reading.cancel()
        return record

    def read(
        self,
        identifiers: Sequence[int],
        done: Callable[[], None],
        failed: Callable[[QuotetrackError], None],
    ) -> None:
        """Read these, call `done`, and have them at hand; those that are gone are passed over."""

        def receive(records: list[StatementRecord]) -> None:
            for record in records:
                self._records[record.row.id] = record
            done()

        self._reading.start(lambda reader: _read(reader, identifiers), receive, failed)

    def forget(self) -> None:
        """Let go of everything, since something was written."""
        self._reading.cancel()
        self._records.clear()


def _read(reader: "Reader", identifiers: Sequence[int]) -> list[StatementRecord]:
    from quotetrack.actions import reading

    return reading.show_statements(reader, identifiers)
