"""What keys do, the mouse does: bars, lists, panes, forms, decisions, the palette."""

from typing import Any

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList

from quotetrack.store.database import Database
from quotetrack.tui.dialogs.database import DatabaseDialog
from quotetrack.tui.dialogs.tag import TagDialog
from quotetrack.tui.dialogs.themes import ThemePicker
from quotetrack.tui.help import HelpScreen
from quotetrack.tui.screens.browse import BrowseScreen
from quotetrack.tui.themes import LIGHT
from quotetrack.tui.widgets.facet_list import FacetLines
from quotetrack.tui.widgets.pair_list import PairList
from quotetrack.tui.widgets.statement_detail import StatementDetail
from quotetrack.tui.widgets.statement_table import StatementTable
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, browse, lines_of, press, settle

SMALL, WIDE = (80, 24), (140, 40)


async def click_on(pilot: Pilot[Any], text: str, times: int = 1) -> None:
    """Click on the first place where a text stands on the screen."""
    for row, line in enumerate(lines_of(pilot)):
        column = line.find(text)
        if column >= 0:
            await pilot.click(offset=(column, row), times=times)
            await settle(pilot)
            return
    raise AssertionError(f"{text!r} is not on the screen")


async def wheel_down(pilot: Pilot[Any], widget: Widget) -> None:
    await pilot._post_mouse_events([MouseScrollDown], widget)
    await settle(pilot)


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("name", ["contradictions", "articles", "inbox"])
async def test_the_header_leads_to_every_screen(
    make_app: MakeApp, size: tuple[int, int], name: str
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await settle(pilot)
        await click_on(pilot, name.title())
        assert app_of(pilot).current_mode == name
        await click_on(pilot, "1 Browse")
        assert app_of(pilot).current_mode == "browse"


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_name_in_the_header_opens_the_palette_and_it_runs_what_is_clicked(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await settle(pilot)
        await click_on(pilot, "sample.db")
        pilot.app.screen.query_one(Input).value = "Where the database is"
        await settle(pilot)
        await click_on(pilot, "Database")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DatabaseDialog)


async def test_a_click_in_the_line_of_keys_presses_the_key(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await click_on(pilot, "Retracted")
        assert isinstance(pilot.app.screen, TagDialog)


async def test_the_table_is_scrolled_chosen_from_and_opened(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        table = browse(pilot).query_one(StatementTable)
        await wheel_down(pilot, table)
        assert table.scroll_offset.y > 0
        await pilot.click(StatementTable, offset=(20, 3))
        await settle(pilot)
        assert table.cursor > 2
        assert not browse(pilot).has_class("-reading")
        await pilot.click(StatementTable, offset=(20, 3), times=2)
        await settle(pilot)
        assert browse(pilot).has_class("-reading")
        detail = browse(pilot).query_one(StatementDetail)
        await wheel_down(pilot, detail)
        assert detail.scroll_offset.y > 0
        await click_on(pilot, "Back")
        assert not browse(pilot).has_class("-reading")


async def test_speakers_come_out_are_chosen_and_left(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        lines = browse(pilot).query_one(FacetLines)
        await click_on(pilot, "Rebecca Stroud")
        assert browse(pilot).search_line.text.startswith("speaker:")
        await wheel_down(pilot, lines)
        await click_on(pilot, "All statements")
        assert browse(pilot).search_line.text == ""


async def test_a_click_begins_a_search(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.click("#search-input")
        await press(pilot, *"volkov")
        assert browse(pilot).search_line.text == "volkov"
        await click_on(pilot, "To the results")
        assert browse(pilot).table.has_focus


async def test_a_form_is_filled_in_saved_and_cancelled(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TagDialog)
        kinds = pilot.app.screen.query_one("#types", OptionList)
        before = kinds.highlighted
        await pilot.click("#types", offset=(5, 3))
        await settle(pilot)
        assert kinds.highlighted != before
        save = pilot.app.screen.query_one("#save", Button)
        await pilot.click(save)
        await settle(pilot)
        assert isinstance(pilot.app.screen, TagDialog), "it lacks a date, and says so"
        await pilot.click("#cancel")
        await settle(pilot)
        if isinstance(pilot.app.screen, ModalScreen):
            await pilot.click("#cancel")
            await settle(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_pairs_are_chosen_and_decided(
    make_app: MakeApp, sample: Database, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await settle(pilot)
        await click_on(pilot, "2 Contradictions")
        undecided = app_of(pilot).counts.undecided
        queue = pilot.app.screen.query_one("#list", PairList)
        await pilot.click("#list", offset=(6, 2))
        await settle(pilot)
        assert queue.cursor
        await click_on(pilot, "Dismiss")
        assert app_of(pilot).counts.undecided == undecided - 1
        # Where the line of keys has no room, the palette has.
        await click_on(pilot, "sample.db")
        pilot.app.screen.query_one(Input).value = "Take back your own"
        await settle(pilot)
        await click_on(pilot, "Undo")
        await settle(pilot)
        assert app_of(pilot).counts.undecided == undecided


async def test_a_theme_is_chosen_by_a_click(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "T")
        await click_on(pilot, "ink on white")
        assert pilot.app.theme == LIGHT.name
        assert not isinstance(pilot.app.screen, ThemePicker)


@pytest.mark.parametrize("key", ["question_mark", "T", "B"])
async def test_a_click_beside_what_is_only_read_closes_it(make_app: MakeApp, key: str) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, key)
        panel = pilot.app.screen
        assert isinstance(panel, ModalScreen)
        if isinstance(panel, HelpScreen):
            await wheel_down(pilot, panel.query_one("VerticalScroll"))
        await pilot.click(offset=(70, 20))
        await settle(pilot)
        if key != "T":
            assert pilot.app.screen is panel
        await pilot.click(offset=(1, 1))
        await settle(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)
