"""What is done to the statement under the cursor."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, count, holds
from tests.tui.hosting import pick, press, type_into


async def fill_tag(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "happened", "12 Dec 2022")
    await pick(pilot, "source", "checkpoint")
    await press(pilot, "ctrl+s")


async def fill_link(pilot: Pilot[Any]) -> None:
    await pick(pilot, "other", "customs")
    await press(pilot, "ctrl+s")


CASES = {
    "tag_statement": Case(count("event"), fill_tag),
    "tag_retracted": Case(holds("event", "retracted"), fill_tag),
    "tag_denied": Case(count("link"), fill_tag),
    "link_statements": Case(count("link"), fill_link),
}
