"""Copying citations and opening sources, by key and by palette."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from quotetrack.actions.registry import BY_NAME
from quotetrack.domain.citation_style import CitationFormat, CitationStyle
from quotetrack.domain.tables import Quote
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.cite import CiteDialog
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle
from tests.tui.hosting import HostApp
from tests.tui.stories import denied_lachin, housing


@pytest.fixture(autouse=True)
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits before this computer."""
    monkeypatch.setenv("SSH_TTY", "a terminal far away")


async def by_palette(pilot: Pilot[Any], name: str) -> None:
    await press(pilot, "ctrl+p")
    pilot.app.screen.query_one(Input).value = BY_NAME[name].help
    await settle(pilot)
    await press(pilot, "enter")


def notices(pilot: Pilot[Any]) -> list[tuple[str, str]]:
    return [(each.title, each.message) for each in pilot.app._notifications]


async def test_a_citation_is_copied(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "y")
        by_key = app.clipboard
        assert " — " in by_key
        assert notices(pilot)[-1][0] == "Copied"
        app._clipboard = ""
        await by_palette(pilot, "copy_citation")
        assert app.clipboard == by_key


async def test_cite_as_shows_the_text_before_it_is_copied(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "Y")
        assert isinstance(app.screen, CiteDialog)
        await press(pilot, "right", "right", "right")
        text = str(app.screen.query_one("#text", Static).content)
        assert text.startswith("@")
        assert app.clipboard == ""
        await press(pilot, "enter")
        assert not isinstance(app.screen, CiteDialog)
        assert app.clipboard == text
        assert notices(pilot)[-1][1].endswith("BibTeX")
        await by_palette(pilot, "cite_as")
        assert isinstance(app.screen, CiteDialog)


async def test_without_a_browser_the_address_is_copied_and_shown(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        address = app.clipboard
        assert ":~:text=" in address
        assert notices(pilot)[-1] == ("No browser here: address copied", address)
        app._clipboard = ""
        await by_palette(pilot, "open_source")
        assert app.clipboard == address


async def test_a_source_without_an_address_says_so(database: Database, make_app: MakeApp) -> None:
    housing(database)
    app = make_app(database)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        assert app.clipboard == ""
        title, message = notices(pilot)[-1]
        assert title == "Not found"
        assert message.startswith("No web address is recorded")


async def test_an_empty_database_has_nothing_to_cite(database: Database, make_app: MakeApp) -> None:
    app = make_app(database)
    async with app.run_test() as pilot:
        await settle(pilot)
        for key in ("y", "Y", "o"):
            await press(pilot, key)
            assert notices(pilot)[-1][1] == "There is no statement under the cursor."
        assert app.clipboard == ""


async def test_another_source_is_chosen_where_there_are_several(database: Database) -> None:
    story = denied_lachin(database)
    with database.unit("test", "a second source") as unit:
        unit.add(Quote(id=unit.new_id(), statement_id=story.statement, exact="in other words"))
    app = HostApp(database, lambda: CiteDialog([story.statement], CitationStyle()))
    async with app.run_test() as pilot:
        await settle(pilot)
        sources = app.screen.query_one("#sources", OptionList)
        assert sources.option_count == 2
        await press(pilot, "tab", "down")
        await press(pilot, "enter")
    assert "in other words — source not recorded" in app.clipboard


async def test_one_source_is_not_asked_about(database: Database) -> None:
    story = denied_lachin(database)
    style = CitationStyle(CitationFormat.MARKDOWN)
    app = HostApp(database, lambda: CiteDialog([story.statement], style))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert not app.screen.query_one("#choice").display
        assert str(app.screen.query_one("#text", Static).content).startswith("**Andrei Volkov**")


async def test_what_is_off_the_record_is_refused_in_the_dialog(database: Database) -> None:
    story = denied_lachin(database)
    with database.reader() as reader:
        (quote,) = reader.connection.execute("SELECT id FROM quote").fetchone()
    with database.unit("test", "off the record") as unit:
        unit.get(Quote, quote).attribution_basis = "off_record"
    app = HostApp(database, lambda: CiteDialog([story.statement], CitationStyle()))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "off the record" in str(app.screen.query_one("#text", Static).content)
        await press(pilot, "enter")
        assert isinstance(app.screen, CiteDialog)
    assert app.clipboard == ""


async def test_the_citations_of_marked_rows_are_copied_together(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "x")
        await press(pilot, "x")
        await press(pilot, "y")
        assert len(app.clipboard.splitlines()) == 2
        assert notices(pilot)[-1][1] == "2 citations · house"


async def test_in_the_articles_the_article_opens_and_in_its_text_the_quote_under_the_cursor(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        await press(pilot, "o")
        article = app.clipboard
        assert article.startswith("https://")
        assert ":~:" not in article
        await press(pilot, "enter")
        await press(pilot, "o")
        assert app.clipboard == article
        await press(pilot, "right_square_bracket")
        await press(pilot, "o")
        assert app.clipboard.startswith(f"{article}#:~:text=")
        await press(pilot, "y")
        assert article in app.clipboard
        await press(pilot, "Y")
        assert article in str(app.screen.query_one("#text", Static).content)


async def test_an_article_without_an_address_says_so(database: Database, make_app: MakeApp) -> None:
    housing(database)
    app = make_app(database)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        await press(pilot, "o")
        assert notices(pilot)[-1][1].startswith("No web address is recorded here")
        await press(pilot, "enter")
        await press(pilot, "o")
        assert len(notices(pilot)) == 2


async def test_more_than_every_terminal_takes_is_said(database: Database) -> None:
    story = denied_lachin(database)
    with database.unit("test", "a long one") as unit:
        unit.add(Quote(id=unit.new_id(), statement_id=story.statement, exact="word " * 12_000))
    with database.reader() as reader:
        quote = reader.connection.execute("SELECT max(id) FROM quote").fetchone()[0]
    app = HostApp(database, lambda: CiteDialog([story.statement], CitationStyle(), quote))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "some terminals take no more" in notices(pilot)[-1][1]
    assert app.clipboard.startswith("Andrei Volkov")
