"""Going to a place: the mode, the search, and the row under the cursor."""

from typing import Any, cast

from textual.pilot import Pilot

from quotetrack.configuration import Configuration
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from quotetrack.tui.places import Place, go_to, place_of
from tests.tui.hosting import press, settle
from tests.tui.stories import housing, lachin


async def arrive(pilot: Pilot[Any], place: Place) -> None:
    """Go there; what the screen was reading before is given up meanwhile."""
    await go_to(cast(QuotetrackApp, pilot.app), place)
    await pilot.pause()
    await settle(pilot)


async def test_a_statement_is_found_again_within_its_search(database: Database) -> None:
    housing(database)
    lachin(database)
    app = QuotetrackApp(database, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "end")
        there = place_of(app)
        assert there.screen == "browse"
        assert there.row_id is not None
        await press(pilot, "home", "2")
        await arrive(pilot, there)
        assert place_of(app) == there
        await arrive(pilot, there._replace(query="zzz"))
        assert place_of(app) == Place("browse", None, None, "zzz")


async def test_a_pair_a_speaker_and_an_article_are_places(database: Database) -> None:
    housing(database)
    story = lachin(database)
    app = QuotetrackApp(database, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        pair = place_of(app)
        assert pair.screen == "contradictions"
        assert pair.row_id is not None
        for place in (
            Place("speaker", story.speaker),
            Place("article", story.article, 10),
            Place("articles", story.article, None, "checkpoint"),
            pair,
            Place("articles", story.article),
        ):
            await arrive(pilot, place)
            assert place_of(app) == place


async def test_a_row_that_is_gone_is_said_to_be_gone(database: Database) -> None:
    lachin(database)
    app = QuotetrackApp(database, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        for screen in ("browse", "contradictions", "articles"):
            await arrive(pilot, Place(screen, 12345))
        assert len(app._notifications) == 3
