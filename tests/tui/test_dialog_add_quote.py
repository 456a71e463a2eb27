"""The forms that record another source: from a statement, and from a passage of an article."""

from textual.widgets import Static

from quotetrack.actions.articles import add_article
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.add_quote import AddSourceDialog, QuotePassageDialog
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, shown
from tests.tui.hosting import (
    HostApp,
    all_rows,
    beneath,
    pick,
    press,
    problem,
    row,
    settle,
    type_into,
)
from tests.tui.stories import PUBLISHED, WORDING, lachin, record_of

ECHO = """\
Volkov speaks of a customs post

According to the Ledger, "a customs post was agreed", Volkov said in December.
"""


def echo(database: Database) -> int:
    return add_article(
        database,
        ECHO,
        title="Volkov speaks of a customs post",
        outlet="The Echo",
        published=parse_typed_date("3 Mar 2023", PUBLISHED),
    )


async def test_another_source_is_found_in_its_text_and_stored(database: Database) -> None:
    story = lachin(database)
    article = echo(database)
    before = all_rows(database)
    statement = record_of(database, story.statement).row
    app = HostApp(database, lambda: AddSourceDialog(statement))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "article", "speaks")
        await type_into(pilot, "wording", "a customs post was agreed")
        assert "found in the article's text" in beneath(pilot, "wording")
        await type_into(pilot, "chain", "The Caucasus Ledger")
        await press(pilot, "ctrl+s")
        (quote,) = app.results
        stored = row(database, "SELECT * FROM quote WHERE id = ?", quote)
        assert (stored["statement_id"], stored["article_id"]) == (story.statement, article)
        assert ECHO[stored["start"] : stored["end"]] == "a customs post was agreed"
        assert (stored["form"], stored["chain"]) == ("partial", "The Caucasus Ledger")
        assert record_of(database, story.statement).independence.independent == 1
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_words_recorded_already_are_refused_and_stay_typed(database: Database) -> None:
    story = lachin(database)
    statement = record_of(database, story.statement).row
    app = HostApp(database, lambda: AddSourceDialog(statement))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "article", "checkpoint")
        await type_into(pilot, "wording", WORDING)
        await press(pilot, "ctrl+s")
        assert "already" in problem(pilot)
        assert isinstance(app.screen, AddSourceDialog)


async def test_a_selected_passage_becomes_a_source_of_the_statement_picked(
    database: Database, make_app: MakeApp
) -> None:
    story = lachin(database)
    article = echo(database)
    before = all_rows(database)
    app = make_app(database)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app_of(pilot).doors.article(article, ECHO.index("a customs post was"))
        await settle(pilot)
        await press(pilot, "space", "w")
        assert isinstance(app.screen, QuotePassageDialog)
        lead = str(app.screen.query_one("#passage", Static).content)
        assert "a customs post was agreed" in lead
        await pick(pilot, "statement", "customs")
        await press(pilot, "ctrl+s")
        assert record_of(database, story.statement).quotes[1].exact == "a customs post was agreed"
        assert "Volkov" in shown(pilot)
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_without_a_selection_another_source_of_the_quote_under_the_cursor_is_asked_for(
    database: Database, make_app: MakeApp
) -> None:
    story = lachin(database)
    app = make_app(database)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "A", "w")
        assert isinstance(app.screen, AddSourceDialog)
        assert record_of(database, story.statement).row.speaker_name in shown(pilot)
