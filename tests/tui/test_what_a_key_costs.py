"""What a key sets going: layouts, readings and lines drawn are counted, for times vary."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from quotetrack.store.database import Database
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.article_list import ArticleList
from quotetrack.tui.widgets.entry import Entry
from quotetrack.tui.widgets.paged_list import PagedList
from quotetrack.tui.widgets.pair_list import PairList
from quotetrack.tui.widgets.statement_detail import StatementDetail
from quotetrack.tui.widgets.statement_table import STRETCH, StatementTable
from quotetrack.tui.widgets.unit_list import UnitList
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, browse, press, settle, shown
from tests.tui.hosting import SMALL

Counts = Counter[str]


def count_calls(
    monkeypatch: pytest.MonkeyPatch, owner: type[Any], method: str, counts: Counts, name: str
) -> None:
    """Count the calls of a method, which does what it does."""
    original: Callable[..., Any] = getattr(owner, method)

    def counting(self: Any, *arguments: Any, **named: Any) -> Any:
        counts[name] += 1
        return original(self, *arguments, **named)

    monkeypatch.setattr(owner, method, counting)


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Counts from now on: lines drawn by each pane, layouts of a screen, and readings."""
    counts: Counts = Counter()
    count_calls(monkeypatch, StatementTable, "render_line", counts, "lines of the table")
    count_calls(monkeypatch, StatementDetail, "render_line", counts, "lines of the detail")
    count_calls(monkeypatch, Screen, "_refresh_layout", counts, "layouts")
    count_calls(monkeypatch, BackgroundReading, "start", counts, "readings")
    return counts


async def start(pilot: Pilot[Any], counts: Counts) -> None:
    """Let the start come to its end, which is not counted."""
    await settle(pilot)
    counts.clear()


async def test_down_draws_two_rows_and_the_detail_and_moves_nothing(
    make_app: MakeApp, counts: Counts
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await start(pilot, counts)
        await press(pilot, "j")
        screen = browse(pilot)
        assert counts == {
            "lines of the table": 2 * screen.table.row_height,
            "lines of the detail": screen.detail.size.height,
        }


async def test_statements_are_read_a_stretch_at_a_time(make_app: MakeApp, counts: Counts) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await start(pilot, counts)
        for _ in range(2 * STRETCH):
            await press(pilot, "j")
        assert counts["readings"] == 2


async def test_what_was_read_ahead_is_read_again_after_a_change(
    make_app: MakeApp, sample: Database
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        second = browse(pilot).table.row_at(1)
        assert second is not None
        with closing(sqlite3.connect(sample.path)) as other:
            other.execute("UPDATE statement SET venue = 'Samarkand' WHERE id = ?", (second.id,))
            other.commit()
        app_of(pilot).database_changed()
        await settle(pilot)
        await press(pilot, "j")
        record = browse(pilot).detail.record
        assert record is not None
        assert record.venue == "Samarkand"


async def test_a_letter_in_a_form_moves_nothing(make_app: MakeApp, counts: Counts) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "t", "tab", "tab", "tab", "tab", "tab", "tab")
        entry = pilot.app.screen.focused
        assert isinstance(entry, Entry)
        counts.clear()
        await press(pilot, "a", "b", "c")
        assert entry.value == "abc"
        assert counts["layouts"] == 0


async def test_a_letter_beyond_the_end_of_an_entry_scrolls_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"word " * 20)
        entry = pilot.app.screen.focused
        assert isinstance(entry, Entry)
        assert entry.scroll_offset.x == entry.max_scroll_x > 0
        await press(pilot, "home")
        assert entry.scroll_offset.x == 0


@pytest.mark.parametrize(("way", "rows"), [("2", PairList), ("3", ArticleList), ("5", UnitList)])
async def test_a_step_in_a_list_draws_two_lines_and_moves_nothing(
    make_app: MakeApp,
    counts: Counts,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    rows: type[PagedList[Any]],
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, way)
        count_calls(monkeypatch, rows, "render_line", counts, "lines of the list")
        counts.clear()
        await press(pilot, "j")
        assert counts["lines of the list"] == 2
        assert counts["layouts"] == 0


async def test_a_date_that_is_not_typed_to_its_end_moves_nothing(
    make_app: MakeApp, counts: Counts
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "t", "tab")
        counts.clear()
        await press(pilot, "5", "space", "D", "e")
        assert "no date yet" in shown(pilot)
        assert counts["layouts"] == 0
