"""The list of articles: filtered, read page by page, and opened."""

from typing import Any

from textual.pilot import Pilot

from quotetrack.domain.tables import Article
from quotetrack.store.database import Database
from quotetrack.tui.screens.article import ArticleScreen
from quotetrack.tui.screens.articles import ArticlesScreen
from quotetrack.tui.widgets.article_list import PAGE
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle, shown


def listing(pilot: Pilot[Any]) -> ArticlesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ArticlesScreen)
    return screen


def add_articles(database: Database, count: int) -> None:
    with database.unit("test", "articles") as unit:
        for number in range(count):
            unit.add(Article(id=unit.new_id(), title=f"Article {number:03}"))


async def test_the_key_opens_the_list_newest_first(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        rows = listing(pilot).article_list.rows
        assert rows[0].published == max(row.published or "" for row in rows)
        assert rows[0].title is not None
        assert rows[0].title[:20] in shown(pilot)


async def test_typing_filters_and_escape_shows_all_again(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        everything = len(listing(pilot).article_list.rows)
        await press(pilot, "slash", *"silica")
        assert [row.outlet for row in listing(pilot).article_list.rows] == ["Silica Times"]
        await press(pilot, "enter")
        assert pilot.app.focused is listing(pilot).article_list
        await press(pilot, "escape")
        assert len(listing(pilot).article_list.rows) == everything


async def test_a_filter_that_nothing_matches_says_so(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "slash", *"zzz")
        assert "No article matches zzz" in shown(pilot)


async def test_an_empty_list_says_what_to_do(make_app: MakeApp, database: Database) -> None:
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        assert "No article is stored yet" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ArticlesScreen)


async def test_the_next_page_is_read_before_the_cursor_gets_there(
    make_app: MakeApp, database: Database
) -> None:
    add_articles(database, 2 * PAGE + 5)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        articles = listing(pilot).article_list
        assert len(articles.rows) == PAGE
        await press(pilot, "G")
        assert len(articles.rows) == 2 * PAGE
        await press(pilot, "G", "G")
        assert len(articles.rows) == 2 * PAGE + 5
        assert len({row.id for row in articles.rows}) == 2 * PAGE + 5


async def test_enter_opens_the_article_and_escape_comes_back(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "j")
        row = listing(pilot).article_list.row
        assert row is not None
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.article_id == row.id
        await press(pilot, "escape")
        assert listing(pilot).article_list.row == row


async def test_a_second_click_opens_the_article(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        await pilot.click("ArticleList", offset=(5, 2), times=2)
        await settle(pilot)
        assert isinstance(pilot.app.screen, ArticleScreen)
