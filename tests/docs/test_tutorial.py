"""Every step of the tutorial: its keys, pressed in the demo, show what the page says."""

from pathlib import Path

import pytest

from quotetrack.configuration import Configuration
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from tests.docs.terminal_walk import terminal_steps_of
from tests.tui.driving import press, settle, shown
from tests.tui.hosting import all_rows

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
async def test_the_tutorial_shows_what_its_keys_bring(
    sample: Database, size: tuple[int, int]
) -> None:
    steps = terminal_steps_of(PAGE)
    assert len(steps) > 20
    before = all_rows(sample)
    app = QuotetrackApp(sample, Configuration())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for step in steps:
            await press(pilot, *step.keys)
            screen = " ".join(shown(pilot).split())
            for words in step.seen:
                assert " ".join(words.split()) in screen, f"{step.shown}\n{shown(pilot)}"
    assert all_rows(sample) != before
