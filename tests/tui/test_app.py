"""What works from every screen: undo, help, palette, themes, keys of one's own, moving about."""

import os
import subprocess
import sys
from pathlib import Path

from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.reading import show_statement
from quotetrack.actions.registry import ACTIONS, BROWSE, EVERYWHERE, STATEMENT, Action
from quotetrack.actions.statements import add_statement
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.vocabulary import EventType, SpeakerKind, Status
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.tag import TagDialog
from quotetrack.tui.dialogs.themes import ThemePicker
from quotetrack.tui.help import HERE, MOVING, ON_THE_STATEMENT, WHEREVER, HelpScreen
from quotetrack.tui.palette import ActionCommands
from quotetrack.tui.screens.browse import BrowseScreen
from quotetrack.tui.themes import DARK, LIGHT, NIGHT
from tests.tui.conftest import SAMPLE, MakeApp
from tests.tui.driving import browse, press, search, settle, shown
from tests.tui.hosting import all_rows

WIDE = (140, 40)
ROOT = Path(__file__).parents[2]


def _in_browse(action: Action) -> bool:
    return bool({BROWSE, STATEMENT, EVERYWHERE} & set(action.scopes))


async def test_undo_takes_back_the_last_change_and_says_which(
    make_app: MakeApp, database: Database
) -> None:
    before = all_rows(database)
    add_statement(
        database,
        text="The road is open.",
        speaker=NewSpeaker("Ada Smith", SpeakerKind.PERSON),
        article_id=None,
        said=UNKNOWN_DATE,
        unanchored=True,
    )
    async with make_app(database).run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        assert "The road is open." in shown(pilot)
        await press(pilot, "u")
        assert "Undone" in shown(pilot)
        assert "Nothing recorded yet" in shown(pilot)
        assert all_rows(database) == before
        await press(pilot, "u")
        assert "Cannot undo" in shown(pilot)


async def test_one_key_opens_the_form_for_a_retraction_and_the_list_shows_it(
    make_app: MakeApp, sample: Database
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await search(pilot, "speaker:trevino")
        await press(pilot, "escape")
        row = browse(pilot).table.row
        assert row is not None
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, TagDialog)
        await press(pilot, "escape")
        assert browse(pilot).table.row == row
        with sample.reader() as reader:
            assert show_statement(reader, row.id).row.status is row.status


async def test_help_explains_the_pane_in_focus_and_lists_its_keys(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(140, 110)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Help: Statements" in shown(pilot)
        headings = (HERE, ON_THE_STATEMENT, WHEREVER, MOVING)
        places = [shown(pilot).index(f" {heading}  ") for heading in headings]
        assert places == sorted(places)
        assert "Record that the speaker took it back." in shown(pilot)
        await press(pilot, "escape", "tab", "question_mark")
        assert "Help: Statement" in shown(pilot)
        await press(pilot, "escape", "slash", "f1")
        assert "Help: Search" in shown(pilot)


async def test_help_finds_a_key_by_what_it_does_and_shows_own_keys(make_app: MakeApp) -> None:
    async with make_app(keys={"undo": "f6"}).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark", "slash", *"last change")
        assert "f6" in shown(pilot)
        assert "Take back your own last change." in shown(pilot)
        assert "Record what became of" not in shown(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_in_a_small_terminal_help_scrolls_to_its_end(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark", *["space"] * 6)
        assert "disputed by another" in shown(pilot)


async def test_the_palette_shows_the_key_that_holds_beside_the_title(make_app: MakeApp) -> None:
    async with make_app(keys={"undo": "f6"}).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"take back")
        assert "Undo  F6" in shown(pilot)


async def test_the_palette_offers_every_action(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        provider = ActionCommands(pilot.app.screen)
        offered = [hit.text async for hit in provider.discover()]
        assert offered == [action.title for action in ACTIONS if _in_browse(action)]


async def test_the_palette_runs_what_is_chosen(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"theme", "enter")
        await press(pilot)
        assert isinstance(pilot.app.screen, ThemePicker)


async def test_every_key_of_the_registry_is_bound_under_its_actions_name(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        bound = {
            active.binding.id: active.binding.key
            for active in pilot.app.screen.active_bindings.values()
        }
        for action in ACTIONS:
            if _in_browse(action):
                assert bound[action.name] == action.key


async def test_a_key_can_be_given_another_action(make_app: MakeApp) -> None:
    app = make_app(keys={"list_speakers": "ctrl+l", "contradictions": "f9"})
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "F9 Contradictions" in shown(pilot)
        await press(pilot, "s")
        assert browse(pilot).table.has_focus
        await press(pilot, "ctrl+l")
        assert browse(pilot).facet_list.has_focus_within


async def test_an_own_key_in_conflict_is_told_and_the_app_works_as_without_it(
    make_app: MakeApp,
) -> None:
    app = make_app(keys={"list_speakers": "t", "undo": "ctrl+z"})
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        assert "A key that cannot be taken" in shown(pilot)
        assert "t cannot be 'Speakers'" in shown(pilot)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TagDialog)
        await press(pilot, "escape", "s")
        assert browse(pilot).facet_list.has_focus_within


async def test_the_theme_is_switched_and_configured(make_app: MakeApp) -> None:
    app = make_app(theme="light")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert app.theme == LIGHT.name
        assert browse(pilot).styles.background.hex.lower() == LIGHT.background
        await press(pilot, "T", "k")
        assert app.theme == DARK.name
        assert app.screen_stack[0].styles.background.hex.lower() == DARK.background
        await press(pilot, "escape")
        assert app.theme == LIGHT.name
        await press(pilot, "T", "down", "enter")
        assert app.theme == NIGHT.name
        assert browse(pilot).styles.background.hex.lower() == NIGHT.background


async def test_the_other_screen_is_one_key_away_and_browse_waits_as_it_was(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j")
        here = browse(pilot)
        await press(pilot, "2")
        assert not isinstance(pilot.app.screen, BrowseScreen)
        await press(pilot, "1")
        assert browse(pilot) is here
        assert here.table.cursor == 2


async def test_a_notice_is_shown_at_the_start(make_app: MakeApp) -> None:
    async with make_app(notice="[b]On a network folder[/b]").run_test(
        size=WIDE, notifications=True
    ) as pilot:
        await settle(pilot)
        assert "[b]On a network folder[/b]" in shown(pilot)


def test_rows_are_painted_before_anything_for_writing_is_imported(tmp_path: Path) -> None:
    program = f"""
import shutil, sys
shutil.copy({str(SAMPLE)!r}, "sample.db")
from quotetrack.configuration import Configuration
from quotetrack.store.database import open_database
from quotetrack.tui.app import QuotetrackApp

class Watched(QuotetrackApp):
    def count(self):
        # Called once the first statements have been painted.
        assert len(self.screen.table.keys) > 10
        print(sorted(sys.modules))
        self.exit(0)

Watched(open_database("sample.db", user="test"), Configuration()).run(headless=True)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "'quotetrack.tui.app'" in done.stdout
    for module in ("sqlmodel", "sqlalchemy", "alembic", "httpx", "dateutil", "pydantic"):
        assert f"'{module}'" not in done.stdout


def test_marks_and_statuses_have_words_for_every_value() -> None:
    from quotetrack.tui.widgets.glyphs import EVENTS, STATUSES

    assert set(EVENTS) == set(EventType)
    assert set(STATUSES) == set(Status)
