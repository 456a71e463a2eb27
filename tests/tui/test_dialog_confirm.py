"""The question before a statement is removed."""

import pytest

from quotetrack.actions.removing import read_removal
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.remove_statement import question, removal_dialog
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse
from tests.tui.driving import press as press_in_app
from tests.tui.driving import settle as settle_app
from tests.tui.hosting import HostApp, all_rows, press, settle
from tests.tui.stories import denied_lachin, lachin


def host(database: Database, statement: int) -> HostApp:
    with database.reader() as reader:
        removal = read_removal(reader, statement)
    return HostApp(database, lambda: removal_dialog(database, removal))


def test_what_goes_and_what_stays_is_said(database: Database) -> None:
    with database.reader() as reader:
        removal = read_removal(reader, denied_lachin(database).statement)
    said = str(question(removal))
    for words in ("1 quote", "1 act of its after-life", "1 link", "article stays"):
        assert words in said
    assert "2 rows lean on it elsewhere" in str(question(removal._replace(leaning=2)))
    assert "nothing else hangs on it" in str(question(removal._replace(rows=())))


@pytest.mark.parametrize("keys", [("escape",), ("n",), ("enter",)])
async def test_nothing_is_removed_unless_it_is_said(
    database: Database, keys: tuple[str, ...]
) -> None:
    story = lachin(database)
    before = all_rows(database)
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert app.results == [None]
    assert all_rows(database) == before


@pytest.mark.parametrize("keys", [("y",), ("ctrl+s",), ("tab", "enter")])
async def test_it_is_removed_and_one_undo_brings_it_back(
    database: Database, keys: tuple[str, ...]
) -> None:
    story = denied_lachin(database)
    before = all_rows(database)
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert app.results == [story.statement]
        assert all_rows(database)["statement"] == []
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_the_list_goes_on_with_the_next_statement(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle_app(pilot)
        count = len(browse(pilot).table.keys)
        await press_in_app(pilot, "down", "delete", "y")
        assert len(browse(pilot).table.keys) == count - 1
        assert browse(pilot).table.cursor == 1
        await press_in_app(pilot, "u")
        assert len(browse(pilot).table.keys) == count
