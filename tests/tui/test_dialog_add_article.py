"""The form that stores an article's text as a source."""

from pathlib import Path

import pytest

from quotetrack.sources import web_addresses
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.add_article import AddArticleDialog
from tests.sources.hostile_server import hostile_server, page
from tests.sources.layouts import LAYOUTS
from tests.tui.hosting import HostApp, all_rows, press, problem, row, settle, type_into
from tests.tui.stories import ARTICLE


async def test_a_pasted_text_is_stored_exactly_and_undone_in_one(database: Database) -> None:
    before = all_rows(database)
    app = HostApp(database, AddArticleDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "title", "Checkpoint on the Lachin road")
        await type_into(pilot, "outlet", "The Caucasus Ledger")
        await type_into(pilot, "url", "https://example.org/lachin")
        await type_into(pilot, "published", "2 Mar 2023")
        await type_into(pilot, "byline", "By a reporter")
        await type_into(pilot, "text", ARTICLE)
        app.screen.query_one("#kind Answers").focus()
        await press(pilot, "right", "ctrl+s")
        article = row(database, "SELECT * FROM article")
        assert app.results == [article["id"]]
        assert article["title"] == "Checkpoint on the Lachin road"
        assert article["url"] == "https://example.org/lachin"
        assert article["published_at"] == "2023-03-02"
        assert article["byline"] == "By a reporter"
        assert article["kind"] == "post"
        assert row(database, "SELECT name FROM outlet")["name"] == "The Caucasus Ledger"
        assert row(database, "SELECT text FROM snapshot_text")["text"] == ARTICLE
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_a_file_is_read_in_place_of_the_paste(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes("Über den Pass.\r\n".encode())
    app = HostApp(database, AddArticleDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "title", "Pass")
        await type_into(pilot, "published", "not recorded")
        await type_into(pilot, "path", str(file))
        await press(pilot, "enter")
    assert row(database, "SELECT text FROM snapshot_text")["text"] == "Über den Pass.\r\n"
    assert row(database, "SELECT published_at FROM article")["published_at"] is None


async def test_a_file_that_is_not_there_is_named(database: Database, tmp_path: Path) -> None:
    app = HostApp(database, AddArticleDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "title", "Pass")
        await type_into(pilot, "published", "not recorded")
        await type_into(pilot, "path", str(tmp_path / "nowhere.txt"))
        await press(pilot, "ctrl+s")
        assert "cannot be read" in problem(pilot)
        assert app.results == []


async def test_an_address_alone_is_fetched_and_read(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = all_rows(database)
    monkeypatch.setattr(web_addresses, "is_public", lambda _address: True)
    app = HostApp(database, AddArticleDialog)
    with hostile_server() as server:
        url = server.at("/bridge", page(LAYOUTS[0].html.encode()))
        async with app.run_test() as pilot:
            await settle(pilot)
            await type_into(pilot, "url", url)
            await press(pilot, "ctrl+s")
            article = row(database, "SELECT * FROM article")
            assert app.results == [article["id"]]
            assert (article["title"], article["url"]) == (LAYOUTS[0].title, url)
            assert article["byline"] == LAYOUTS[0].byline
            assert article["published_at"] == "2024-06-05T07:30"
            await press(pilot, "u")
    assert all_rows(database) == before


async def test_a_page_that_does_not_come_is_said_beside_its_address(database: Database) -> None:
    app = HostApp(database, AddArticleDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "url", "http://127.0.0.1:9/bridge")
        await press(pilot, "ctrl+s")
        assert "machine of this network" in problem(pilot)
        assert app.results == []


async def test_an_article_without_text_is_asked_for_it(database: Database) -> None:
    app = HostApp(database, AddArticleDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "paste the text" in problem(pilot)
        await type_into(pilot, "text", "Words.")
        await press(pilot, "ctrl+s")
        assert "Give a title" in problem(pilot)
        await type_into(pilot, "title", "Pass")
        await press(pilot, "ctrl+s")
        assert "When was it published?" in problem(pilot)
        await type_into(pilot, "published", "2022")
        await type_into(pilot, "url", "nowhere")
        await press(pilot, "ctrl+s")
        assert "no web address" in problem(pilot)
