"""Adding speakers, articles and statements."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, count, holds
from tests.tui.hosting import pick, press, type_into


async def fill_speaker(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "name", "Ana Reis")
    await press(pilot, "ctrl+s")


async def fill_spelling(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "spellings", "Андрей Волков")
    await press(pilot, "ctrl+s")


async def fill_article(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "title", "Another")
    await type_into(pilot, "published", "not recorded")
    await type_into(pilot, "text", "It was said that nothing was said.")
    await press(pilot, "ctrl+s")


async def fill_statement(pilot: Pilot[Any]) -> None:
    await pick(pilot, "article", "checkpoint")
    await type_into(pilot, "wording", "has since denied the remark")
    await pick(pilot, "speaker", "Ana Reis")
    await type_into(pilot, "said", "2 Mar 2023")
    await press(pilot, "ctrl+s")


CASES = {
    "add_speaker": Case(holds("speaker", "Ana Reis"), fill_speaker),
    "edit_speaker": Case(holds("speaker_name", "Андрей Волков"), fill_spelling),
    "add_article": Case(count("snapshot_text"), fill_article),
    "add_statement": Case(holds("statement", "has since denied the remark"), fill_statement),
}
