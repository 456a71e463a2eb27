"""Saving where one is."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, holds
from tests.tui.hosting import press, type_into


async def fill_place(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "name", "The checkpoint")
    await press(pilot, "ctrl+s")


CASES = {"save_place": Case(holds("saved_place", "The checkpoint"), fill_place)}
