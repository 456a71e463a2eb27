"""Every action that writes, by its key and by the palette, in the real app; each undone exactly."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.registry import ACTIONS, BY_NAME
from quotetrack.actions.statements import add_statement
from quotetrack.configuration import Configuration
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from tests.tui.cases import CASES
from tests.tui.hosting import all_rows, press, settle
from tests.tui.stories import PUBLISHED, housing, lachin


@pytest.fixture
def desk(database: Database) -> Database:
    """Two remarks of Volkov, the newest first, and an undecided pair of another speaker."""
    housing(database)
    story = lachin(database)
    add_statement(
        database,
        text="nothing was agreed about any checkpoint",
        speaker=ExistingSpeaker(story.speaker),
        article_id=None,
        said=parse_typed_date("10 Dec 2022", PUBLISHED),
        unanchored=True,
    )
    return database


def test_no_action_that_writes_is_left_out() -> None:
    by_every_case = {"undo"}
    assert {action.name for action in ACTIONS if action.writes} == {*CASES, *by_every_case}


async def by_key(pilot: Pilot[Any], name: str) -> None:
    await press(pilot, BY_NAME[name].key.split(",")[0])


async def by_palette(pilot: Pilot[Any], name: str) -> None:
    await pilot.press("ctrl+p")
    await settle(pilot)
    pilot.app.screen.query_one(Input).value = BY_NAME[name].help
    await settle(pilot)
    await press(pilot, "enter")


@pytest.mark.parametrize("name", CASES)
async def test_it_writes_and_undo_restores_every_row(desk: Database, name: str) -> None:
    case = CASES[name]
    case.prepare(desk)
    before = all_rows(desk)
    app = QuotetrackApp(desk, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await case.reach(pilot)
        for call in (by_key, by_palette):
            await call(pilot, name)
            assert isinstance(app.screen, ModalScreen) is case.asks
            await case.fill(pilot)
            assert not isinstance(app.screen, ModalScreen)
            assert case.written(before, all_rows(desk))
            if not case.undone:
                before = all_rows(desk)
                continue
            await call(pilot, "undo")
            assert all_rows(desk) == before


async def test_what_was_written_is_seen_at_once(desk: Database) -> None:
    app = QuotetrackApp(desk, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, BY_NAME["contradictions"].key)
        assert app.counts.undecided == 1
        await press(pilot, BY_NAME["confirm"].key)
        assert app.counts.undecided == 0
        await press(pilot, BY_NAME["undo"].key)
        assert app.counts.undecided == 1
