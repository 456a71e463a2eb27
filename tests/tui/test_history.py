"""History: what each step did, the history of one statement, and undo of any entry."""

import re
import sqlite3
from pathlib import Path
from typing import Any, cast

from textual.pilot import Pilot
from textual.screen import ModalScreen

from quotetrack.actions.notes import add_notes
from quotetrack.domain.desk_records import Subject
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from quotetrack.tui.places import Place, place_of
from quotetrack.tui.screens.history import HistoryScreen
from tests.conftest import open_fixed
from tests.importing.writing import BRIDGE, FERRY, json_lines, take_in
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle, shown
from tests.tui.hosting import all_rows, row
from tests.tui.stories import denied_lachin, housing, lachin

WIDE = (140, 40)


def last_unit(database: Database) -> int:
    return int(row(database, "SELECT max(unit) AS unit FROM audit")["unit"])


def app_of(pilot: Pilot[Any]) -> QuotetrackApp:
    return cast(QuotetrackApp, pilot.app)


def screen_of(pilot: Pilot[Any]) -> HistoryScreen:
    assert isinstance(pilot.app.screen, HistoryScreen)
    return pilot.app.screen


async def test_the_entry_under_the_cursor_is_shown_field_by_field(
    make_app: MakeApp, database: Database
) -> None:
    denied_lachin(database)
    async with make_app(database).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        text = shown(pilot)
        assert "Tagged a statement of Andrei Volkov" in text
        assert "+ added event" in text
        assert "denied_unspecified" in text
        assert re.search(r"article +Checkpoint on the Lachin road", text)


def _without_note(value: Any) -> Any:
    return value.replace(" hnote", "") if isinstance(value, str) else value


async def test_an_entry_in_the_middle_is_taken_back_and_nothing_else(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    note = add_notes(database, [Subject("statement", story.statement)], "asked the desk")[0]
    unit = last_unit(database)
    housing(database)
    before = all_rows(database)
    async with make_app(database).run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        while place_of(app_of(pilot)).row_id != unit:
            await press(pilot, "j")
        await press(pilot, "U")
        assert place_of(app_of(pilot)) == Place("history", unit)
        assert "✗ taken back: " in shown(pilot)
        await press(pilot, "U")
        assert f"Entry {unit} has been taken back already" in shown(pilot)
    after = all_rows(database)
    assert before["note"] != after["note"] == [each for each in before["note"] if each[0] != note]
    # Beside the note itself, only the search term goes by which has:note finds the statement.
    for rows in (before, after):
        rows["note"] = []
        for table in ("statement", "statement_search"):
            rows[table] = [tuple(_without_note(value) for value in row) for row in rows[table]]
    assert before == after


async def test_what_has_been_changed_since_is_not_taken_back(
    make_app: MakeApp, database: Database
) -> None:
    denied_lachin(database)
    before = all_rows(database)
    async with make_app(database).run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "5", "j", "U")
        (notice,) = pilot.app._notifications
        assert "ada has since changed the same statement" in notice.message or (
            "ada has since changed the same event" in notice.message
        )
    assert all_rows(database) == before


async def test_somebody_elses_entry_is_taken_back_only_after_a_question(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    before = all_rows(database)
    bob = open_fixed(database.path, user="bob", create=False)
    add_notes(bob, [Subject("statement", story.statement)], "not what I heard")
    changed = all_rows(database)
    async with make_app(database).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "5", "U")
        assert isinstance(pilot.app.screen, ModalScreen)
        assert "bob did this, not you" in shown(pilot)
        await press(pilot, "n")
        assert all_rows(database) == changed
        await press(pilot, "U", "y")
        assert not isinstance(pilot.app.screen, ModalScreen)
        assert "✗ taken back: " in shown(pilot)
    assert all_rows(database) == before


async def test_the_history_of_a_statement_has_what_belongs_to_it_and_leads_back(
    make_app: MakeApp, database: Database
) -> None:
    housing(database)
    story = denied_lachin(database)
    async with make_app(database).run_test(size=WIDE) as pilot:
        await settle(pilot)
        while place_of(app_of(pilot)).row_id != story.statement:
            await press(pilot, "j")
        await press(pilot, "H")
        entries = screen_of(pilot).entries.rows
        assert [entry.action for entry in entries] == ["tag_statement", "add_statement"]
        assert "History of this statement" in shown(pilot)
        await press(pilot, "o")
        assert place_of(app_of(pilot)) == Place("browse", story.statement)
        await press(pilot, "H", "escape")
        assert place_of(app_of(pilot)) == Place("browse", story.statement)


async def test_the_filters_list_what_is_mine_and_what_stands(
    make_app: MakeApp, database: Database
) -> None:
    denied_lachin(open_fixed(database.path, user="bob", create=False))
    async with make_app(database).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        await press(pilot, "f")
        assert "No entry here is mine" in shown(pilot)
        await press(pilot, "f")
        assert len(screen_of(pilot).entries.rows) == 3


async def test_what_was_erased_says_so(make_app: MakeApp, database: Database) -> None:
    lachin(database)
    connection = sqlite3.connect(database.path)
    connection.execute("DELETE FROM audit_payload")
    connection.commit()
    connection.close()
    async with make_app(database).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        assert "has been erased from the trail" in shown(pilot)


async def test_an_empty_database_has_no_history(make_app: MakeApp, database: Database) -> None:
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "U", "o", "enter")
        assert "Nothing has been changed here yet" in shown(pilot)


async def test_an_import_is_one_entry_and_is_taken_back_as_one(
    make_app: MakeApp, database: Database, tmp_path: Path
) -> None:
    lachin(database)
    before = all_rows(database)
    take_in(database, json_lines(tmp_path, [BRIDGE, FERRY]))
    async with make_app(database).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        text = shown(pilot)
        assert "Imported 2 statements from remarks.jsonl" in text
        assert "+ added import" in text
        assert re.search(r"rows added +2", text)
        await press(pilot, "u")
    assert all_rows(database) == before
