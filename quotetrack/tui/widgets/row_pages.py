"""The hits of a search as a table holds them: the keys of all, the rows of pages lately seen."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from textual.cache import LRUCache

from quotetrack.domain.records import StatementRow

PAGE = 64
"""Rows read at once."""

KEPT_PAGES = 64

_MOST_UNSORTED = 1_000
"""Only so many hits are ever in another order than that of their keys."""


class RowPages:
    """Hits in the order in which they are listed.

    Attributes:
        keys: date keys, falling where the newest come first, rising where the oldest do.
        complete: whether these are all; else more will follow behind them.
        generation: rises when other hits come, so that rows of earlier ones are known as such.
    """

    def __init__(self) -> None:
        self.keys: array[int] = array("q")
        self.complete = True
        self.generation = 0
        self._pages: LRUCache[int, Sequence[StatementRow]] = LRUCache(KEPT_PAGES)

    def replace(
        self, keys: "array[int]", pages: Mapping[int, Sequence[StatementRow]], *, complete: bool
    ) -> None:
        """Hold other hits."""
        self.keys = keys
        self.complete = complete
        self.generation += 1
        self._pages.clear()
        for page, rows in pages.items():
            self._pages[page] = rows

    def extend(self, keys: "array[int]", *, complete: bool) -> None:
        """More keys, which come behind those that are known."""
        self.keys.extend(keys)
        self.complete = complete

    def add(self, generation: int, page: int, rows: Sequence[StatementRow]) -> bool:
        """Take in the rows of a page; whether they belong to these hits."""
        if generation != self.generation:
            return False
        self._pages[page] = rows
        return True

    def has(self, page: int) -> bool:
        """Whether the rows of a page are at hand."""
        return page in self._pages

    def row_at(self, index: int) -> StatementRow | None:
        """The row of this index, if it has been read."""
        if not 0 <= index < len(self.keys):
            return None
        page = self._pages.get(index // PAGE)
        offset = index % PAGE
        return page[offset] if page is not None and offset < len(page) else None

    def index_of(self, key: int) -> int | None:
        """Where a key stands; None where it is not among the hits."""
        index = self.first_from(key)
        if index < len(self.keys) and self.keys[index] == key:
            return index
        if len(self.keys) <= _MOST_UNSORTED and key in self.keys:
            return self.keys.index(key)
        return None

    def first_from(self, key: int) -> int:
        """The first index that does not come before a key, in the order of the list."""
        sign = -1 if self.newest_first else 1
        return bisect_left(self.keys, sign * key, key=lambda other: sign * other)

    @property
    def newest_first(self) -> bool:
        """Whether the keys fall."""
        return len(self.keys) < 2 or self.keys[0] > self.keys[-1]

    @property
    def unsorted(self) -> bool:
        """Whether the keys stand in another order, as with the best match first."""
        if len(self.keys) > _MOST_UNSORTED:
            return False
        return list(self.keys) != sorted(self.keys, reverse=self.newest_first)
