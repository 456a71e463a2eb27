"""The form that parts a speaker: what goes is ticked, what is in tension is said beforehand."""

from textual.widgets import Static

from quotetrack.actions.reading import list_speakers
from quotetrack.actions.speaker_splitting import offer_splitting
from quotetrack.actions.trail import undo
from quotetrack.domain.records import SpeakerSummary
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.several import Ticks
from quotetrack.tui.dialogs.split_speaker import SplitSpeakerDialog
from quotetrack.tui.screens.speaker import SpeakerScreen
from tests.tui.conftest import MakeApp
from tests.tui.driving import press as press_keys
from tests.tui.driving import search, shown
from tests.tui.driving import settle as settle_all
from tests.tui.hosting import HostApp, all_rows, pick, press, problem, row, settle
from tests.tui.stories import housing


def sousa(database: Database) -> SpeakerSummary:
    with database.reader() as reader:
        return list_speakers(reader, "sousa")[0]


def dialog(database: Database) -> HostApp:
    with database.reader() as reader:
        splitting = offer_splitting(reader, sousa(database).id)
    return HostApp(database, lambda: SplitSpeakerDialog(splitting))


async def test_what_is_ticked_goes_to_a_new_speaker(database: Database) -> None:
    housing(database)
    before = all_rows(database)
    app = dialog(database)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "other", "Rui Sousa")
        assert isinstance(app.focused, Ticks)
        await press(pilot, "space")
        said = str(app.screen.query_one("#parted", Static).content)
        assert "1 contradiction becomes “in tension”" in said
        assert "40 homes" in said
        await press(pilot, "ctrl+s")
        assert len(app.results) == 1
    assert row(database, "SELECT relation FROM link")["relation"] == "in_tension"
    stored = row(
        database,
        "SELECT text FROM statement JOIN speaker ON speaker.id = speaker_id"
        " WHERE name = 'Rui Sousa'",
    )
    assert "25 homes" in stored["text"]
    undo(database)
    assert all_rows(database) == before


async def test_nothing_ticked_is_nothing_to_split(database: Database) -> None:
    housing(database)
    app = dialog(database)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "Whose are they?" in problem(pilot)
        await pick(pilot, "other", "Rui Sousa")
        await press(pilot, "ctrl+s")
        assert "Tick what belongs to the other" in problem(pilot)
        assert app.results == []


async def test_marked_statements_are_ticked_beforehand(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(140, 40)) as pilot:
        await settle_all(pilot)
        await search(pilot, "speaker:brockhurst")
        await press_keys(pilot, "escape", "i", "x", "j", "x")
        screen = pilot.app.screen
        assert isinstance(screen, SpeakerScreen)
        marked = set(screen.timeline.marks)
        assert len(marked) == 2
        await press_keys(pilot, "D")
        ticks = pilot.app.screen.query_one("#said").query_one(Ticks)
        assert len(ticks.ticked) == 2
        assert "Parted from Stellan Brockhurst" in shown(pilot)
