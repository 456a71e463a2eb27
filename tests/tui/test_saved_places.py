"""Saved places in the terminal: one key saves, one lists, Enter goes there."""

from quotetrack.store.database import Database
from quotetrack.tui.screens.article import ArticleScreen
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse, press, search, settle, shown
from tests.tui.hosting import all_rows


async def test_a_search_and_its_row_are_come_back_to(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await search(pilot, "status:denied")
        await press(pilot, "escape", "j")
        row = browse(pilot).table.row
        assert row is not None
        await press(pilot, "m", "ctrl+s", "5", "apostrophe")
        assert "Saved places" in shown(pilot)
        await press(pilot, "enter")
        assert browse(pilot).search_text == "status:denied"
        assert browse(pilot).table.row == row


async def test_an_article_is_opened_again_from_anywhere(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "A", "m", "ctrl+s", "escape", "2", "apostrophe", "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)


async def test_a_place_is_removed_and_brought_back(make_app: MakeApp, sample: Database) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "apostrophe")
        assert "No place is saved yet" in shown(pilot)
        await press(pilot, "escape", "m", "ctrl+s")
        before = all_rows(sample)
        await press(pilot, "apostrophe", "ctrl+r")
        assert "No place is saved yet" in shown(pilot)
        await press(pilot, "escape", "u")
        assert all_rows(sample) == before
