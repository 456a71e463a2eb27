"""What is done with articles: a statement from a passage."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, by_keys, holds
from tests.tui.hosting import pick, press, type_into

DENIAL = "Volkov has since denied the remark."


async def reach_passage(pilot: Pilot[Any]) -> None:
    """The sentence after the quote, selected in its article."""
    await press(pilot, "j", "A", "right_parenthesis", "space")


async def fill_passage(pilot: Pilot[Any]) -> None:
    await pick(pilot, "speaker", "Ana Reis")
    await type_into(pilot, "said", "2 Mar 2023")
    await press(pilot, "ctrl+s")


async def fill_byline(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "byline", "By Ada Byron")
    await press(pilot, "ctrl+s")


CASES = {
    "edit_article": Case(holds("article", "By Ada Byron"), fill_byline, by_keys("3")),
    "record_passage": Case(holds("statement", DENIAL), fill_passage, reach_passage),
}
