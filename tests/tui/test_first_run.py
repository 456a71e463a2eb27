"""The first-run screen: three ways to begin, by keyboard and by mouse; nothing written before."""

import os
import sys
from pathlib import Path

import pytest
from textual.widgets import Button, Input, OptionList

from development.terminal import Terminal
from quotetrack.actions.opening import begin_with, is_first_run
from quotetrack.configuration import Configuration, load_configuration
from quotetrack.store.database import open_database
from quotetrack.tui.first_run import Beginning, FirstRunApp
from tests.tui.conftest import SAMPLE
from tests.tui.hosting import press, settle

SMALL = (80, 24)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where one's own database would lie, in folders of the test's own."""
    monkeypatch.setenv("QUOTETRACK_CONFIG", str(tmp_path / "settings" / "config.toml"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "own.db"


@pytest.fixture
def app(own: Path) -> FirstRunApp:
    """The screen as the command opens it."""
    configuration = Configuration(user="ada")
    return FirstRunApp(
        own, configuration, lambda path, make: begin_with(path, configuration, make=make)
    )


def everything_in(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def outcome(app: FirstRunApp) -> str:
    return str(app.screen.query_one("#outcome").render())


async def test_the_demo_is_one_key_away(app: FirstRunApp, tmp_path: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "enter")
    assert app.return_value == Beginning(None)
    assert not everything_in(tmp_path)


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_one_may_leave_and_nothing_has_been_written(
    app: FirstRunApp, tmp_path: Path, key: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2", "escape", "j", "k", key)
    assert app.return_value is None
    assert not everything_in(tmp_path)


async def test_ones_own_database_is_made_where_the_path_says(
    app: FirstRunApp, own: Path, tmp_path: Path
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        assert app.screen.query_one(Input).has_focus
        assert app.screen.query_one(Input).value == str(own)
        assert not everything_in(tmp_path)
        await press(pilot, "backspace", *"x/new.db", "enter")
    path = own.with_name("own.dx") / "new.db"
    assert app.return_value == Beginning(path)
    assert path.exists()
    assert load_configuration().database == path


async def test_another_file_is_opened_and_one_that_cannot_be_is_explained(
    app: FirstRunApp, tmp_path: Path
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "3", "enter")
        assert "Write the name of the file" in outcome(app)
        app.screen.query_one(Input).value = str(tmp_path / "none.db")
        await press(pilot, "enter")
        assert "There is no database at" in outcome(app)
        assert not (tmp_path / "none.db").exists()
        app.screen.query_one(Input).value = str(SAMPLE)
        await press(pilot, "enter")
    assert app.return_value == Beginning(SAMPLE)


async def test_the_mouse_chooses_too(app: FirstRunApp, own: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.click(OptionList, offset=(8, 2))
        await settle(pilot)
        assert app.choice == "own"
        await pilot.click(Button)
        await settle(pilot)
    assert app.return_value == Beginning(own)


def test_a_remembered_place_stands_before_what_the_file_says(own: Path, tmp_path: Path) -> None:
    config = tmp_path / "settings" / "config.toml"
    config.parent.mkdir()
    config.write_text('user = "ada"\n[keys]\nundo = "ctrl+z"\n', encoding="utf-8")
    begin_with(own.with_name('a "quoted" name.db'), load_configuration(), make=True)
    loaded = load_configuration()
    assert loaded.database == own.with_name('a "quoted" name.db')
    assert (loaded.user, loaded.keys) == ("ada", {"undo": "ctrl+z"})


@pytest.mark.usefixtures("own")
def test_the_usual_place_needs_no_entry(tmp_path: Path) -> None:
    assert is_first_run(Configuration())
    begin_with(tmp_path / "data" / "quotetrack" / "quotetrack.db", Configuration(), make=True)
    assert not is_first_run(Configuration())
    assert not (tmp_path / "settings").exists()


@pytest.mark.usefixtures("own")
def test_a_database_that_the_configuration_names_is_no_first_run(tmp_path: Path) -> None:
    assert not is_first_run(Configuration(database=tmp_path / "desk.db"))


@pytest.mark.usefixtures("own")
def test_from_the_shell_the_choice_leads_straight_into_the_app(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quotetrack"]
    names = ("PATH", "HOME", "XDG_DATA_HOME", "QUOTETRACK_CONFIG")
    environment = {name: os.environ[name] for name in names}
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("With what do you want to begin?")
        terminal.press("2")
        terminal.wait_for("File")
        terminal.press("\r")
        terminal.wait_for("Nothing recorded yet")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    path = tmp_path / "data" / "quotetrack" / "quotetrack.db"
    assert open_database(path, user="ada").path == path
