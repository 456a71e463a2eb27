"""The Speaker screen over the sample: who this is, and the timeline with its keys."""

from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.statements import add_statement
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.tag import TagDialog
from quotetrack.tui.screens.browse import BrowseScreen
from quotetrack.tui.screens.speaker import SpeakerScreen
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle, shown
from tests.tui.stories import PUBLISHED

SMALL = (80, 24)
LARGE = (140, 40)


async def open_speaker(pilot: Pilot[Any], query: str) -> SpeakerScreen:
    await settle(pilot)
    await search(pilot, query)
    await press(pilot, "escape", "i")
    screen = pilot.app.screen
    assert isinstance(screen, SpeakerScreen)
    return screen


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_shows_who_this_is_and_what_became_of_it(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await open_speaker(pilot, "speaker:volkov")
        text = shown(pilot)
        assert "Commander, Russian peacekeepers" in text
        assert "a small customs checkpoint" in text
        assert "├─ ⊘ denied (not said which)  between 5 Dec 2022 and 2 Mar 2023" in text
        assert "Dec 2022 · up to 1 a month" in text
        await press(pilot, "shift+tab", "G")
        assert "Андрей Волков  transliteration · Cyrl · ru" in shown(pilot)


async def test_escape_goes_back_step_by_step(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await open_speaker(pilot, "speaker:askwith")
        await press(pilot, "enter")
        assert screen.detail.has_focus
        await press(pilot, "escape")
        assert screen.timeline.has_focus
        await press(pilot, "x")
        assert len(screen.timeline.marks) == 1
        await press(pilot, "escape")
        assert not screen.timeline.marks
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_keys_for_statements_work_on_the_one_under_the_cursor(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await open_speaker(pilot, "speaker:askwith")
        await press(pilot, "j", "t")
        dialog = pilot.app.screen
        assert isinstance(dialog, TagDialog)
        assert screen.timeline.cursor == 1


async def test_a_click_moves_the_cursor_and_a_second_one_reads(make_app: MakeApp) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await open_speaker(pilot, "speaker:askwith")
        y = screen.timeline.top_of(1) + 1
        await pilot.click("#timeline", offset=(6, y + 1))
        assert screen.timeline.cursor == 1
        await pilot.click("#timeline", offset=(6, y + 1), times=2)
        await settle(pilot)
        assert screen.detail.record is not None
        assert screen.detail.record.row.id == screen.statement_here


async def test_i_in_the_list_of_speakers_opens_the_one_under_the_cursor(make_app: MakeApp) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "right", "down", "i")
        browse = pilot.app.screen_stack[0]
        assert isinstance(browse, BrowseScreen)
        chosen = browse.facet_list.lines.line_here
        screen = pilot.app.screen
        assert isinstance(screen, SpeakerScreen)
        assert chosen is not None
        assert screen.speaker_id == chosen.speaker


async def test_a_speaker_without_statements_says_so(make_app: MakeApp, database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    app = make_app(database)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        app.doors.speaker(speaker)
        await settle(pilot)
        assert "Nothing recorded that this speaker said" in shown(pilot)
        await press(pilot, "u")
        assert "no speaker" in shown(pilot)


def many(database: Database, count: int) -> int:
    speaker = add_speaker(database, "Ruth Ames", role="Mayor", attested_on="2022-12-05")
    for number in range(count):
        add_statement(
            database,
            text=f"remark {number}",
            speaker=ExistingSpeaker(speaker),
            article_id=None,
            said=parse_typed_date(f"{1 + number % 28} Dec {1990 + number // 28}", PUBLISHED),
        )
    return speaker


async def test_pages_are_read_as_they_come_into_view(make_app: MakeApp, database: Database) -> None:
    speaker = many(database, 150)
    app = make_app(database)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        app.doors.speaker(speaker)
        await settle(pilot)
        assert "150 ◇ outside every attested role" in shown(pilot)
        await press(pilot, "G")
        assert "│ remark 0 " in shown(pilot)
        await press(pilot, "pageup", "pagedown", "ctrl+u")
        screen = app.screen
        assert isinstance(screen, SpeakerScreen)
        assert screen.timeline.row is not None
