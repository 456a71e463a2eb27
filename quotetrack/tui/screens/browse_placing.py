"""Puts Browse's cursor on a statement or a day, once all hits of the search are known."""

from functools import partial
from typing import TYPE_CHECKING

from quotetrack.domain.place_records import Place
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens import browse_reading

if TYPE_CHECKING:
    from quotetrack.actions.days import Days
    from quotetrack.store.database import Database
    from quotetrack.tui.screens.browse import BrowseScreen
    from quotetrack.tui.screens.browse_finding import Finding


class Placing:
    """Goes to a statement of a search, or to a day, once all hits are known."""

    def __init__(self, screen: "BrowseScreen", database: "Database", finding: "Finding") -> None:
        self._screen = screen
        self._finding = finding
        self._reading = BackgroundReading(screen, database, "place")

    def go_to(self, place: Place) -> None:
        """Put the cursor on the statement of a place, whose search is being carried out."""
        self._finding.when_all_are_known(partial(self._look_for, place))

    def _look_for(self, place: Place) -> None:
        if place.row_id is not None and self._finding.search == (place.query or ""):
            read = partial(browse_reading.key_of, place.row_id)
            self._reading.start(read, self._stand_on, self._screen.host.tell)

    def _stand_on(self, key: int | None) -> None:
        if key is None or not self._screen.table.stand_on(key):
            self._screen.notify("This search no longer finds the statement.", markup=False)

    def go_to_days(self, days: "Days") -> None:
        """Put the cursor on the first statement of these days, or on the next in the list."""
        self._finding.when_all_are_known(partial(self._look_for_days, days))

    def _look_for_days(self, days: "Days") -> None:
        table = self._screen.table
        if not table.keys:
            return
        if table.hits.unsorted:
            self._screen.notify(
                "The best match first has no order of dates. Take out sort:relevance to go to one.",
                markup=False,
            )
            return
        key = days.last_key if table.hits.newest_first else days.first_key
        if not table.stand_from(key):
            self._screen.notify(f"Nothing found lies beyond {days.name}.", markup=False)
