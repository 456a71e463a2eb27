"""The desk's own order: labels, notes, corrections, and taking out what was a mistake."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, count, holds
from tests.tui.hosting import press, type_into


async def fill_label(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "labels", "border roads")
    await press(pilot, "enter", "ctrl+s")


async def fill_note(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "note", "the paper does not say which")
    await press(pilot, "ctrl+s")


async def fill_edit(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "venue", "Stepanakert airport")
    await press(pilot, "ctrl+s")


async def say_yes(pilot: Pilot[Any]) -> None:
    await press(pilot, "y")


CASES = {
    "label_statements": Case(count("statement_tag"), fill_label),
    "add_note": Case(holds("note", "the paper does not say which"), fill_note),
    "edit_statement": Case(holds("statement", "Stepanakert airport"), fill_edit),
    "remove_statement": Case(count("statement", -1), say_yes),
}
