"""Every action that writes, by its key and by the palette, in the real app; each undone exactly."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.registry import ACTIONS, BROWSE, BY_NAME, CONTRADICTIONS
from quotetrack.actions.statements import add_statement
from quotetrack.configuration import Configuration
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from tests.tui.hosting import all_rows, pick, press, settle, type_into
from tests.tui.stories import PUBLISHED, housing, lachin

Fill = Callable[[Pilot[Any]], Awaitable[None]]
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def desk(database: Database) -> Database:
    """Two remarks of Volkov, the newest first, and an undecided pair of another speaker."""
    housing(database)
    story = lachin(database)
    add_statement(
        database,
        text="nothing was agreed about any checkpoint",
        speaker=ExistingSpeaker(story.speaker),
        article_id=None,
        said=parse_typed_date("10 Dec 2022", PUBLISHED),
        unanchored=True,
    )
    return database


async def fill_speaker(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "name", "Ana Reis")
    await press(pilot, "ctrl+s")


async def fill_spelling(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "spellings", "Андрей Волков")
    await press(pilot, "ctrl+s")


async def fill_article(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "title", "Another")
    await type_into(pilot, "published", "not recorded")
    await type_into(pilot, "text", "It was said that nothing was said.")
    await press(pilot, "ctrl+s")


async def fill_statement(pilot: Pilot[Any]) -> None:
    await pick(pilot, "article", "checkpoint")
    await type_into(pilot, "wording", "has since denied the remark")
    await pick(pilot, "speaker", "Ana Reis")
    await type_into(pilot, "said", "2 Mar 2023")
    await press(pilot, "ctrl+s")


async def fill_tag(pilot: Pilot[Any]) -> None:
    await type_into(pilot, "happened", "12 Dec 2022")
    await pick(pilot, "source", "checkpoint")
    await press(pilot, "ctrl+s")


async def fill_link(pilot: Pilot[Any]) -> None:
    await pick(pilot, "other", "customs")
    await press(pilot, "ctrl+s")


async def fill_nothing(pilot: Pilot[Any]) -> None:
    await settle(pilot)


def count(table: str, more: int = 1) -> Callable[[Rows, Rows], bool]:
    return lambda before, after: len(after[table]) == len(before[table]) + more


def holds(table: str, value: object) -> Callable[[Rows, Rows], bool]:
    """A row of the table holds a value now that none held before."""
    return lambda before, after: (
        not any(value in row for row in before[table]) and any(value in row for row in after[table])
    )


CASES: dict[str, tuple[Fill, Callable[[Rows, Rows], bool]]] = {
    "add_speaker": (fill_speaker, holds("speaker", "Ana Reis")),
    "edit_speaker": (fill_spelling, holds("speaker_name", "Андрей Волков")),
    "add_article": (fill_article, count("snapshot_text")),
    "add_statement": (fill_statement, holds("statement", "has since denied the remark")),
    "tag_statement": (fill_tag, count("event")),
    "tag_retracted": (fill_tag, holds("event", "retracted")),
    "tag_denied": (fill_tag, count("link")),
    "link_statements": (fill_link, count("link")),
    "confirm": (fill_nothing, holds("link", "confirmed")),
    "dismiss": (fill_nothing, holds("link", "dismissed")),
    "position_change": (fill_nothing, holds("link", "position_change")),
    "needs_more": (fill_nothing, holds("link", "needs_more")),
}


def test_no_action_that_writes_is_left_out() -> None:
    assert {action.name for action in ACTIONS if action.writes} == {*CASES, "undo"}


async def by_key(pilot: Pilot[Any], name: str) -> None:
    await press(pilot, BY_NAME[name].key)


async def by_palette(pilot: Pilot[Any], name: str) -> None:
    await pilot.press("ctrl+p")
    await settle(pilot)
    pilot.app.screen.query_one(Input).value = BY_NAME[name].help
    await settle(pilot)
    await press(pilot, "enter")


@pytest.mark.parametrize("name", CASES)
async def test_it_writes_and_undo_restores_every_row(desk: Database, name: str) -> None:
    fill, written = CASES[name]
    before = all_rows(desk)
    app = QuotetrackApp(desk, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        if BY_NAME[name].scope == CONTRADICTIONS:
            await press(pilot, BY_NAME["contradictions"].key)
        for call in (by_key, by_palette):
            await call(pilot, name)
            if BY_NAME[name].scope == BROWSE:
                assert isinstance(app.screen, ModalScreen)
            await fill(pilot)
            assert not isinstance(app.screen, ModalScreen)
            assert written(before, all_rows(desk))
            await call(pilot, "undo")
            assert all_rows(desk) == before


async def test_what_was_written_is_seen_at_once(desk: Database) -> None:
    app = QuotetrackApp(desk, Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, BY_NAME["contradictions"].key)
        assert app.counts.undecided == 1
        await press(pilot, BY_NAME["confirm"].key)
        assert app.counts.undecided == 0
        await press(pilot, BY_NAME["undo"].key)
        assert app.counts.undecided == 1
