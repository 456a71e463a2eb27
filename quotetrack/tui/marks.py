"""Marks: which statements are marked, by their ids; a million as light as ten."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator


class Marks:
    """A set of ids: a sorted array of those marked at one stroke, and what was changed since.

    Ids and not places in a list: marks stay with their statements when the search or the rows
    change. An array takes eight bytes an id, a set ten times that.
    """

    def __init__(self, block: "array[int] | None" = None) -> None:
        self._block = array("q") if block is None else block
        self._added: set[int] = set()
        self._dropped: set[int] = set()

    def __len__(self) -> int:
        return len(self._block) - len(self._dropped) + len(self._added)

    def __contains__(self, identifier: int) -> bool:
        return identifier in self._added or (
            identifier not in self._dropped and self._in_block(identifier)
        )

    def __iter__(self) -> Iterator[int]:
        """The ids, in the order in which the rows were made, oldest first within each part."""
        yield from (each for each in self._block if each not in self._dropped)
        yield from sorted(self._added)

    def set(self, identifier: int, marked: bool) -> None:
        """Mark a statement, or drop its mark."""
        if marked == (identifier in self):
            return
        if self._in_block(identifier):
            (self._dropped.discard if marked else self._dropped.add)(identifier)
        else:
            (self._added.add if marked else self._added.discard)(identifier)

    def with_all(self, identifiers: "array[int]") -> "Marks":
        """These marks and all of `identifiers`; none, where all of those were marked already."""
        if not identifiers:
            return self
        if len(self) >= len(identifiers) and all(each in self for each in identifiers):
            return Marks()
        if not len(self):
            return Marks(_in_order(identifiers))
        return Marks(_in_order({*self, *identifiers}))

    def _in_block(self, identifier: int) -> bool:
        place = bisect_left(self._block, identifier)
        return place < len(self._block) and self._block[place] == identifier


def _in_order(identifiers: Iterable[int]) -> "array[int]":
    return array("q", sorted(identifiers))
