"""Rows read ahead of the cursor: several in one reading cost little more than one."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.cache import LRUCache
from textual.dom import DOMNode

from quotetrack.domain.errors import QuotetrackError
from quotetrack.tui.reading import BackgroundReading

if TYPE_CHECKING:
    from quotetrack.store.database import Database, Reader

Record = TypeVar("Record")

KEPT = 256
"""Records kept at hand."""


class ReadAhead(Generic[Record]):
    """What is near the cursor, read on behalf of a screen and kept until something changes.

    A record at hand is shown in the same stroke as the cursor on it.
    """

    def __init__(
        self,
        owner: DOMNode,
        database: "Database",
        read: "Callable[[Reader, Sequence[int]], Mapping[int, Record]]",
    ) -> None:
        """Nothing is at hand yet.

        Args:
            owner: the screen.
            read: reads these rows, by their ids; those that are gone are passed over.
        """
        self._reading = BackgroundReading(owner, database, "read ahead")
        self._read = read
        self._records: LRUCache[int, Record] = LRUCache(KEPT)

    def at_hand(self, identifier: int) -> Record | None:
        """The record, if it has been read; a reading under way is no longer wanted then."""
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
        """Read these, call `done`, and have them at hand."""

        def receive(records: Mapping[int, Record]) -> None:
            for identifier, record in records.items():
                self._records[identifier] = record
            done()

        self._reading.start(lambda reader: self._read(reader, identifiers), receive, failed)

    def forget(self) -> None:
        """Let go of everything, since something was written."""
        self._reading.cancel()
        self._records.clear()
