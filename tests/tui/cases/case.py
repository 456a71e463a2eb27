"""What a case consists of, and the pieces that cases share."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot

from quotetrack.store.database import Database
from tests.tui.hosting import press, settle

Rows = dict[str, list[tuple[Any, ...]]]
Steps = Callable[[Pilot[Any]], Awaitable[None]]


async def nothing(pilot: Pilot[Any]) -> None:
    await settle(pilot)


def as_it_is(database: Database) -> None:
    """The desk needs nothing more."""


def by_keys(*keys: str) -> Steps:
    """Get to a screen with these keys."""

    async def reach(pilot: Pilot[Any]) -> None:
        await press(pilot, *keys)

    return reach


@dataclass(frozen=True)
class Case:
    """One action that writes.

    Attributes:
        written: whether the rows after it, beside those before, hold what it had to store.
        fill: what is typed into its form, and the key that saves it.
        reach: how one gets from Browse to where its key works.
        asks: whether it opens a form; what needs none writes at once.
        prepare: what has to be stored first.
        undone: whether undo takes it back; what is an undo itself stays.
    """

    written: Callable[[Rows, Rows], bool]
    fill: Steps = nothing
    reach: Steps = nothing
    asks: bool = True
    prepare: Callable[[Database], None] = as_it_is
    undone: bool = True


def count(table: str, more: int = 1) -> Callable[[Rows, Rows], bool]:
    """The table has so many rows more."""
    return lambda before, after: len(after[table]) == len(before[table]) + more


def holds(table: str, value: object) -> Callable[[Rows, Rows], bool]:
    """A row of the table holds a value now that none held before."""
    return lambda before, after: (
        not any(value in row for row in before[table]) and any(value in row for row in after[table])
    )
