"""Puts Browse's cursor on a statement that was gone to, once the hits of its search are known."""

from functools import partial
from typing import TYPE_CHECKING

from quotetrack.domain.place_records import Place
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens import browse_reading

if TYPE_CHECKING:
    from quotetrack.store.database import Database, Reader
    from quotetrack.tui.screens.browse import BrowseScreen


class Placing:
    """The place that is gone to, until the cursor stands there."""

    def __init__(self, screen: "BrowseScreen", database: "Database") -> None:
        self._screen = screen
        self._reading = BackgroundReading(screen, database, "place")
        self._awaited: Place | None = None

    def await_hits(self, place: Place) -> None:
        """Remember where to go."""
        self._awaited = place

    def hits_known(self, search: str) -> None:
        """All hits of a search are in the table: go there if it is the search of the place."""
        place = self._awaited
        if place is not None and search == (place.query or ""):
            self._awaited = None
            if place.row_id is not None:
                read = partial(_read_key, place.row_id)
                self._reading.start(read, self._stand_on, self._screen.host.tell)

    def _stand_on(self, key: int) -> None:
        if not self._screen.table.stand_on(key):
            self._screen.notify("This search no longer finds the statement.", markup=False)


def _read_key(statement_id: int, reader: "Reader") -> int:
    return browse_reading.show(reader, statement_id).row.key
