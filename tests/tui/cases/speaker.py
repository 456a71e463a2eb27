"""What is done to speakers."""

from typing import Any

from textual.pilot import Pilot

from tests.tui.cases.case import Case, count
from tests.tui.hosting import pick, press


async def fill_merge(pilot: Pilot[Any]) -> None:
    await pick(pilot, "other", "sousa")
    await press(pilot, "ctrl+s")


CASES = {
    "merge_speakers": Case(count("speaker", -1), fill_merge),
}
