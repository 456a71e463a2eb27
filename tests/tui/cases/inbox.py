"""Jotting a line down, and what becomes of it in the inbox."""

from typing import Any

from textual.pilot import Pilot

from quotetrack.actions.capturing import jot
from quotetrack.actions.registry import BY_NAME
from quotetrack.store.database import Database
from tests.tui.cases.case import Case, by_keys, count, holds
from tests.tui.hosting import pick, press, type_into

LINE = "Ask the stringer in Baku"
ADDRESS = "https://radio.example/pellman"


def prepare(database: Database) -> None:
    jot(database, f"{LINE} {ADDRESS}")


async def fill_line(pilot: Pilot[Any]) -> None:
    await press(pilot, *"Heard", "enter")


async def fill_change(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "line", "Asked and answered")
    await press(pilot, "ctrl+s")


async def fill_statement(pilot: Pilot[Any]) -> None:
    await press(pilot, "ctrl+n")
    await pick(pilot, "speaker", "Ana Reis")
    await type_into(pilot, "said", "2 Mar 2023")
    await press(pilot, "ctrl+s")


async def fill_article(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "title", "On the radio")
    await type_into(pilot, "published", "not recorded")
    await type_into(pilot, "text", "It was always the plan.")
    await press(pilot, "ctrl+s")


_THERE = by_keys(BY_NAME["inbox"].key)

CASES = {
    "jot": Case(holds("capture", "Heard"), fill_line),
    "edit_capture": Case(
        holds("capture", "Asked and answered"), fill_change, _THERE, prepare=prepare
    ),
    "work_up_capture": Case(holds("statement", LINE), fill_statement, _THERE, prepare=prepare),
    "discard_capture": Case(
        holds("capture", "discarded"), reach=_THERE, asks=False, prepare=prepare
    ),
    "add_captured_article": Case(count("article"), fill_article, _THERE, prepare=prepare),
}
