"""The database: information, check with progress and cancel, backup."""

import sqlite3
from pathlib import Path

from textual.widgets import Input, Static

from quotetrack.store.database import Database, open_database
from quotetrack.tui.dialogs.database import DatabaseDialog
from tests.tui.hosting import HostApp, all_rows, press, settle
from tests.tui.stories import denied_lachin


def outcome(app: HostApp) -> str:
    return str(app.screen.query_one("#outcome", Static).content)


async def test_the_information_names_the_file(database: Database) -> None:
    denied_lachin(database)
    app = HostApp(database, DatabaseDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "quotetrack.db" in str(app.screen.query_one("#text", Static).content)


async def test_a_sound_database_is_found_sound(database: Database) -> None:
    denied_lachin(database)
    app = HostApp(database, lambda: DatabaseDialog("check"))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert outcome(app).startswith("✓ Sound")
        assert not app.screen.has_class("-working")


async def test_a_status_that_drifted_is_found(database: Database) -> None:
    denied_lachin(database)
    connection = sqlite3.connect(database.path)
    connection.execute("UPDATE statement SET status = 'retracted'")
    connection.commit()
    connection.close()
    app = HostApp(database, lambda: DatabaseDialog("check"))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "found" in outcome(app)
        assert outcome(app).startswith("✗")


async def test_escape_ends_a_check_under_way_before_it_closes(database: Database) -> None:
    app = HostApp(database, DatabaseDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        dialog = app.screen
        assert isinstance(dialog, DatabaseDialog)
        dialog.action_check()
        dialog.action_close()
        await settle(pilot)
        assert outcome(app) == "Ended before its end; nothing was changed."
        await press(pilot, "escape")
        assert app.results == [None]


async def test_a_copy_is_written_where_it_is_asked_for(database: Database, tmp_path: Path) -> None:
    denied_lachin(database)
    target = tmp_path / "copy.db"
    app = HostApp(database, lambda: DatabaseDialog("backup"))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "2023-03-14" in app.screen.query_one("#target Input", Input).value
        app.screen.query_one("#target Input", Input).value = str(target)
        await press(pilot, "enter")
        assert outcome(app).startswith("✓ A verified copy")
    assert all_rows(open_database(target, user="ada")) == all_rows(database)


async def test_a_copy_is_never_written_over_a_file(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    app = HostApp(database, lambda: DatabaseDialog("backup"))
    async with app.run_test() as pilot:
        await settle(pilot)
        app.screen.query_one("#target Input", Input).value = str(target)
        await press(pilot, "enter")
        assert outcome(app)
        assert not outcome(app).startswith("✓")
    assert target.read_text() == "precious"
