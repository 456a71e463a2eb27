"""Who changed what, and when."""

from textual.widgets import Static

from quotetrack.actions.trail import undo
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.history import HistoryDialog
from tests.tui.hosting import HostApp, settle
from tests.tui.stories import denied_lachin, housing


def shown(app: HostApp) -> str:
    return str(app.screen.query_one("#text", Static).content)


async def test_the_history_names_each_step_and_what_was_taken_back(database: Database) -> None:
    denied_lachin(database)
    undo(database)
    app = HostApp(database, HistoryDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        text = shown(app)
    assert "ada" in text
    assert "2023-03-14 09:30" in text
    assert "Tagged a statement of Andrei Volkov" in text
    assert "✗ taken back" in text
    assert "↩ an undo" in text


async def test_the_history_of_one_row_leaves_the_others_out(database: Database) -> None:
    story = denied_lachin(database)
    housing(database)
    app = HostApp(database, lambda: HistoryDialog("statement", story.statement))
    async with app.run_test() as pilot:
        await settle(pilot)
        text = shown(app)
    assert "Volkov" in text
    assert "Sousa" not in text


async def test_an_empty_database_has_no_history(database: Database) -> None:
    app = HostApp(database, HistoryDialog)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert shown(app) == "Nothing has been changed here yet."
