"""The form that makes one speaker of two: the likely one first, both sides shown, few keys."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from quotetrack.actions.reading import list_speakers
from quotetrack.actions.speakers import add_speaker
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.merge_speakers import MergeSpeakersDialog
from quotetrack.tui.screens.speaker import SpeakerScreen
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle, shown
from tests.tui.hosting import HostApp, all_rows, problem
from tests.tui.hosting import press as press_in
from tests.tui.hosting import settle as settle_in
from tests.tui.stories import speaker_of

MOST_KEYS = 8


async def count_keys(pilot: Pilot[Any], *keys: str) -> int:
    await press(pilot, *keys)
    return len(keys)


@pytest.mark.parametrize("from_the_screen", [True, False])
async def test_the_double_of_the_sample_is_merged_with_few_keys(
    make_app: MakeApp, sample: Database, from_the_screen: bool
) -> None:
    before = all_rows(sample)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await search(pilot, "speaker:mateus")
        await press(pilot, "escape", *(["i"] if from_the_screen else []))
        keys = await count_keys(pilot, "M", "enter")
        text = shown(pilot)
        assert "▲ stays" in text
        assert "▼ goes into it" in text
        keys += await count_keys(pilot, "ctrl+s")
        assert keys <= MOST_KEYS
        with sample.reader() as reader:
            assert [each.name for each in list_speakers(reader, "figueira")] == ["Mateus Figueira"]
            assert len(list_speakers(reader, "matheus")) == 1
        await press(pilot, "u")
        assert all_rows(sample) == before


async def test_the_screen_of_the_one_who_goes_shows_the_one_who_stays(
    make_app: MakeApp, sample: Database
) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with sample.reader() as reader:
            gone = list_speakers(reader, "matheus")[0]
        app.doors.speaker(gone.id)
        await settle(pilot)
        await press(pilot, "M", "enter", "ctrl+s")
        screen = app.screen
        assert isinstance(screen, SpeakerScreen)
        assert screen.facts.life is not None
        assert screen.facts.life.speaker.name == "Mateus Figueira"
        assert "Matheus Figueira  alias" in shown(pilot)


async def test_the_answer_says_who_stays(database: Database) -> None:
    kept = add_speaker(database, "Ruth Ames")
    gone = add_speaker(database, "Ruth Aims")
    app = HostApp(database, lambda: MergeSpeakersDialog(speaker_of(database, kept)))
    async with app.run_test() as pilot:
        await settle_in(pilot)
        await press_in(pilot, "enter")
        assert "▲ stays" in str(app.screen.query_one("#this", Static).content)
        await press_in(pilot, "right")
        assert "▼ goes into it" in str(app.screen.query_one("#this", Static).content)
        await press_in(pilot, "ctrl+s")
        assert app.results == [(gone, kept)]
        with database.reader() as reader:
            assert [each.id for each in list_speakers(reader)] == [gone]


async def test_somebody_has_to_be_picked(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    app = HostApp(database, lambda: MergeSpeakersDialog(speaker_of(database, speaker)))
    async with app.run_test() as pilot:
        await settle_in(pilot)
        await press_in(pilot, "ctrl+s")
        assert "Who is the same?" in problem(pilot)
        assert app.results == []
