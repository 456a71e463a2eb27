"""Searching in Browse: completion, mistakes, facets, going to a date, searches run again."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.actions.saved_searches import list_searches
from quotetrack.store.database import Database
from quotetrack.tui.screens import browse_completing
from quotetrack.tui.widgets.drop_down import DropDown
from quotetrack.tui.widgets.facet_list import Kind
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, browse, lines_of, press, search, settle, shown
from tests.tui.hosting import LARGE, SMALL, all_rows


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offers come up without waiting for the next key."""
    monkeypatch.setattr(browse_completing, "PAUSE", 0.0)


def offers(pilot: Pilot[Any]) -> list[str]:
    """What the list beneath the search line offers."""
    return [choice.label for choice in browse(pilot).query_one(DropDown).choices]


def told(pilot: Pilot[Any]) -> str:
    """What notices say."""
    return " ".join(notice.message for notice in pilot.app._notifications)


async def test_a_field_and_its_value_are_completed_and_enter_still_searches(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"stat")
        assert offers(pilot) == ["status:"]
        assert "status:" in lines_of(pilot)[3]
        await press(pilot, "tab")
        assert browse(pilot).search_text == "status:"
        assert offers(pilot)[1] == "denied"
        await press(pilot, "down", "down", "enter")
        assert browse(pilot).search_text == "status:denied "
        assert not browse(pilot).query_one(DropDown).display
        assert len(browse(pilot).table.keys) == 2
        await press(pilot, *"stat", "enter")
        assert browse(pilot).table.has_focus
        assert browse(pilot).search_text == "status:denied stat"


async def test_a_click_takes_an_offer_and_escape_puts_the_list_away(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"status:w")
        await pilot.click(DropDown, offset=(2, 0))
        await settle(pilot)
        assert browse(pilot).search_text == "status:walked_back "
        await press(pilot, *"said:")
        assert offers(pilot)
        await press(pilot, "down", "escape")
        assert not offers(pilot)
        assert browse(pilot).search_line.has_focus_within
        await press(pilot, *"2", "escape")
        assert not browse(pilot).query_one(DropDown).display
        assert browse(pilot).table.has_focus


async def test_one_key_writes_what_was_meant_in_place_of_a_mistake(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await search(pilot, "speeker:volkov road")
        assert "tab speaker" in shown(pilot)
        await press(pilot, "tab")
        assert browse(pilot).search_text == "speaker:volkov road"
        assert not browse(pilot).search_line.has_class("-error")
        await press(pilot, "tab")
        assert not browse(pilot).search_line.has_focus_within


async def test_facets_narrow_once_and_again_and_are_taken_off(make_app: MakeApp) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        pane = browse(pilot).facet_list
        everything = len(browse(pilot).table.keys)
        assert (pane.lines.lines[0].label, pane.lines.lines[0].many) == (
            "All statements",
            f"{everything}",
        )
        await press(pilot, "f", "down", "enter")
        narrowed = browse(pilot).search_text
        line = pane.lines.line_here
        assert line is not None
        assert line.chosen
        assert line.term == narrowed
        assert line.many == f"{len(browse(pilot).table.keys)}"
        assert pane.lines.has_focus
        await press(pilot, "end", "enter")
        terms = browse(pilot).search_text.split(":")
        assert len(terms) == 3
        assert 0 < len(browse(pilot).table.keys) <= int(line.many)
        await press(pilot, "enter")
        assert browse(pilot).search_text == narrowed
        await press(pilot, "home", "enter")
        assert browse(pilot).search_text == ""
        assert len(browse(pilot).table.keys) == everything


async def test_facets_fold_away_on_a_small_terminal_and_a_click_narrows(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        pane = browse(pilot).facet_list
        assert not pane.filled
        await press(pilot, "f")
        assert pane.lines.has_focus
        at = next(i for i, line in enumerate(pane.lines.lines) if "denied" in line.term)
        await pilot.click(pane.lines, offset=(5, at))
        await settle(pilot)
        assert browse(pilot).search_text == "status:denied"
        assert not pane.display
        assert browse(pilot).table.has_focus


async def test_what_is_off_the_record_is_in_no_facet(make_app: MakeApp, sample: Database) -> None:
    with closing(sqlite3.connect(sample.path)) as connection, connection:
        name, hidden, open_ones = connection.execute(
            "SELECT speaker.name, speaker.id,"
            " (SELECT count(*) FROM statement WHERE visibility = 'open')"
            " FROM statement JOIN speaker ON speaker.id = speaker_id"
            " WHERE visibility = 'open' GROUP BY speaker_id ORDER BY count(*) DESC"
        ).fetchone()
        gone = connection.execute(
            "UPDATE statement SET visibility = 'off_record',"
            " tags = replace(tags, 'vopen', 'voffrecord')"
            " WHERE visibility = 'open' AND speaker_id = ?",
            (hidden,),
        ).rowcount
    async with make_app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        lines = browse(pilot).facet_list.lines.lines
        statuses = [int(line.many) for line in lines if line.facet == "status"]
        assert sum(statuses) == open_ones - gone
        assert name not in [line.label for line in lines]


async def test_more_of_a_facet_is_shown_when_asked_for(make_app: MakeApp) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        lines = browse(pilot).facet_list.lines
        before = sum(line.facet == "speaker" for line in lines.lines)
        more = next(i for i, line in enumerate(lines.lines) if line.kind is Kind.MORE)
        await press(pilot, "f")
        lines.cursor = more
        await press(pilot, "enter")
        assert sum(line.facet == "speaker" for line in lines.lines) > before


@pytest.mark.parametrize("order", ["", "sort:oldest"])
async def test_a_date_is_gone_to(make_app: MakeApp, order: str) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await search(pilot, order)
        await press(pilot, "escape", "colon", *"5 Dec 2022", "enter")
        row = browse(pilot).table.row
        assert row is not None
        assert row.said.latest is not None
        assert row.said.latest.startswith("2022-12-05")
        await press(pilot, "colon", *"2024", "enter")
        row = browse(pilot).table.row
        assert row is not None
        assert str(row.said.latest).startswith("2024")
        await search(pilot, f"status:denied {order}")
        await press(pilot, "escape", "colon", *("2025" if order else "2001"), "enter")
        assert "Nothing found lies beyond" in told(pilot)
        assert browse(pilot).table.cursor == len(browse(pilot).table.keys) - 1


async def test_an_order_by_relevance_has_no_dates_to_go_to(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await search(pilot, "the sort:relevance")
        assert "newest 1,000" in shown(pilot)
        await press(pilot, "escape", "colon", *"2024", "enter")
        assert "no order of dates" in told(pilot)
        assert browse(pilot).table.cursor == 0


async def test_a_search_is_saved_renamed_run_removed_and_brought_back(
    make_app: MakeApp, sample: Database
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "F")
        assert "No search is saved yet" in shown(pilot)
        await press(pilot, "escape")
        await search(pilot, "status:denied")
        await press(pilot, "enter", "plus", *"denials", "ctrl+s")
        await search(pilot, "")
        await press(pilot, "escape", "F", "f2", *"denials all", "ctrl+s")
        with sample.reader() as reader:
            assert [each.name for each in list_searches(reader)] == ["denials all"]
        await press(pilot, "enter")
        assert browse(pilot).search_text == "status:denied"
        before = all_rows(sample)
        await press(pilot, "F", "ctrl+r", "escape", "u")
        assert all_rows(sample) == before


async def test_earlier_searches_come_back_with_up_and_in_the_list(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        for words in ("checkpoint", "season"):
            await search(pilot, words)
            await press(pilot, "enter")
        await search(pilot, "")
        await press(pilot, "up", "up")
        assert browse(pilot).search_text == "checkpoint"
        await press(pilot, "down", "down")
        assert browse(pilot).search_text == ""
        await press(pilot, "down")
        assert browse(pilot).table.has_focus
        await press(pilot, "F", *"check", "enter")
        assert browse(pilot).search_text == "checkpoint"
        assert app_of(pilot).search_history.searches == ["checkpoint", "season"]


async def test_a_quote_in_which_a_search_was_found_is_shown_as_such(
    make_app: MakeApp, sample: Database
) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        await settle(pilot)
        with sample.reader() as reader:
            found = reader.connection.execute(
                "SELECT statement.text, quote.exact FROM quote JOIN statement"
                " ON statement.id = statement_id WHERE visibility = 'open'"
            ).fetchall()
        said = " ".join(text for text, _ in found).lower()
        words = next(
            word
            for _, exact in found
            for word in exact.split()
            if word.isalpha() and len(word) > 4 and word.lower() not in said
        )
        await search(pilot, words)
        row = browse(pilot).table.row
        assert row is not None
        assert row.hit is not None
        assert "quoted: " in shown(pilot)
