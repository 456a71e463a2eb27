"""The desk's own order: labels, notes, corrections, and taking out what was a mistake."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, count
from tests.tui.hosting import press, type_into


async def fill_label(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "labels", "border roads")
    await press(pilot, "enter", "ctrl+s")


CASES = {
    "label_statements": Case(count("statement_tag"), fill_label),
}
