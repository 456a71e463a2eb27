"""Another source of a statement, and an article that relies on another."""

from typing import Any

from textual.pilot import Pilot

from quotetrack.actions.article_editing import edit_article
from quotetrack.actions.quoting import add_quote
from quotetrack.actions.reading import list_articles, search
from quotetrack.store.database import Database
from tests.tui.cases.case import Case, by_keys, count, holds, nothing
from tests.tui.hosting import pick, press, type_into

_WORDS = "The road stayed closed"


async def fill_source(pilot: Pilot[Any]) -> None:
    await pick(pilot, "article", "checkpoint")
    await type_into(pilot, "wording", _WORDS)
    await type_into(pilot, "chain", "Baku Wire")
    await press(pilot, "ctrl+s")


async def fill_reliance(pilot: Pilot[Any]) -> None:
    await pick(pilot, "other", "homes")
    await press(pilot, "ctrl+s")


def give_addresses_that_lead_nowhere(database: Database) -> None:
    with database.reader() as reader:
        articles = reader.connection.execute("SELECT id FROM article").fetchall()
    for number, (article,) in enumerate(articles):
        edit_article(database, article, url=f"http://nowhere.invalid/{number}")


async def fill_attribution(pilot: Pilot[Any]) -> None:
    await pick(pilot, "which", "checkpoint")
    pilot.app.screen.query_one("#attribution Answers").focus()
    await press(pilot, "right", "ctrl+s")


async def fill_removal(pilot: Pilot[Any]) -> None:
    await pick(pilot, "which", "checkpoint")
    await press(pilot, "ctrl+s")


def record_another_source(database: Database) -> None:
    """Of the newest statement, which is the one under the cursor."""
    with database.reader() as reader:
        (newest,) = search(reader, "", 1)
        (article,) = list_articles(reader, "checkpoint")
    add_quote(database, newest.id, text=_WORDS, article_id=article.id)


CASES = {
    "edit_quote": Case(holds("quote", "disputed"), fill_attribution, prepare=record_another_source),
    "remove_quote": Case(count("quote", -1), fill_removal, prepare=record_another_source),
    "add_quote": Case(holds("quote", "Baku Wire"), fill_source),
    "relies_on": Case(count("article_reliance"), fill_reliance, by_keys("3")),
    "recheck_article": Case(
        holds("anchoring", "unreachable"),
        nothing,
        by_keys("3"),
        asks=False,
        prepare=give_addresses_that_lead_nowhere,
    ),
}
