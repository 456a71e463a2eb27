"""What is done to speakers."""

from typing import Any

from textual.pilot import Pilot

from quotetrack.actions.registry import BY_NAME
from tests.tui.cases.case import Case, by_keys, count, holds
from tests.tui.hosting import pick, press, type_into

_THERE = by_keys(BY_NAME["show_speaker"].key)


async def fill_merge(pilot: Pilot[Any]) -> None:
    await pick(pilot, "other", "sousa")
    await press(pilot, "ctrl+s")


async def fill_role(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "title", "Envoy")
    await type_into(pilot, "attested", "12 Dec 2022")
    await press(pilot, "ctrl+s")


async def fill_split(pilot: Pilot[Any]) -> None:
    await pick(pilot, "other", "Anton Volkov")
    await press(pilot, "ctrl+s")


CASES = {
    "merge_speakers": Case(count("speaker", -1), fill_merge),
    "edit_roles": Case(holds("role", "Envoy"), fill_role, reach=_THERE),
    "split_speaker": Case(count("speaker"), fill_split, reach=_THERE),
}
