"""Saving a search."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, holds
from tests.tui.hosting import press, type_into


async def fill_search(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "name", "What was denied")
    await type_into(pilot, "search", "status:denied")
    await press(pilot, "ctrl+s")


CASES = {"save_search": Case(holds("saved_search", "What was denied"), fill_search)}
