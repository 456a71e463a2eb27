"""Date keys in bulk: the next free place of a moment, without a question to the table each time."""

import sqlite3

from quotetrack.store.derived import places_of, spilled_places


class DatePlaces:
    """Gives out date keys, each the next free one of its stretch, as derive_columns would."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._first: dict[str, int] = {}
        self._next: dict[int, int] = {}
        self._end: dict[int, int] = {}

    def forget(self) -> None:
        """Ask the table again: somebody else has written to it."""
        self._first.clear()
        self._next.clear()
        self._end.clear()

    def take(self, moment: str) -> int:
        """The key of a statement of this moment; "" for one without a date."""
        first = self._first.get(moment)
        if first is None:
            first = self._open(*places_of(moment))
            self._first[moment] = first
        key = self._next[first]
        while key >= self._end[first]:
            # A full stretch spills into the next one, for good.
            first = self._open(*spilled_places(self._end[first]))
            self._first[moment] = first
            key = self._next[first]
        self._next[first] = key + 1
        return key

    def _open(self, first: int, end: int) -> int:
        if first not in self._next:
            (last,) = self._connection.execute(
                "SELECT max(date_key) FROM statement WHERE date_key >= ? AND date_key < ?",
                (first, end),
            ).fetchone()
            self._next[first] = first if last is None else int(last) + 1
            self._end[first] = end
        return first
