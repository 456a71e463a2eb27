"""The form that writes a note and changes one's own, and the editor behind its field."""

import os
import sys
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import TextArea

from development.terminal import Terminal
from quotetrack.actions.notes import add_notes, list_notes
from quotetrack.domain.desk_records import Subject
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.note import NoteDialog
from quotetrack.tui.screens.article import ArticleScreen
from quotetrack.tui.screens.speaker import SpeakerScreen
from tests.conftest import open_fixed
from tests.fake_editor import make_editor
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse, shown
from tests.tui.driving import press as press_in_app
from tests.tui.driving import settle as settle_app
from tests.tui.hosting import HostApp, all_rows, press, problem, settle, type_into
from tests.tui.stories import lachin


def host(database: Database, subject: Subject) -> HostApp:
    with database.reader() as reader:
        notes = list_notes(reader, subject)
    return HostApp(database, lambda: NoteDialog(Content("The remark"), [subject], notes))


def texts(database: Database, subject: Subject) -> list[str]:
    with database.reader() as reader:
        return [note.text for note in list_notes(reader, subject)]


async def test_a_note_is_written_in_one_save_and_taken_back(database: Database) -> None:
    subject = Subject("statement", lachin(database).statement)
    before = all_rows(database)
    app = host(database, subject)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "What should be noted?" in problem(pilot)
        await press(pilot, *"See p", "enter", *"5", "ctrl+s")
        assert texts(database, subject) == ["See p\n5"]
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_ones_own_note_is_changed_and_drafts_wait_for_one_another(
    database: Database,
) -> None:
    subject = Subject("statement", lachin(database).statement)
    add_notes(database, [subject], "old")
    app = host(database, subject)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "note", "new one")
        app.screen.query_one("#notes").focus()
        await press(pilot, "down", "enter")
        area = app.screen.query_one(TextArea)
        assert area.text == "old"
        await press(pilot, *" words")
        app.screen.query_one("#notes").focus()
        await press(pilot, "up")
        assert area.text == "new one"
        await press(pilot, "down")
        assert area.text == "old words"
        await press(pilot, "ctrl+s")
    assert texts(database, subject) == ["old words"]


async def test_a_note_left_empty_is_removed_and_the_form_says_so(database: Database) -> None:
    subject = Subject("statement", lachin(database).statement)
    add_notes(database, [subject], "old")
    app = host(database, subject)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.screen.query_one("#notes").focus()
        await press(pilot, "down", "enter")
        app.screen.query_one(TextArea).text = ""
        await settle(pilot)
        assert "removes this note" in str(app.screen.query_one("#consequence").render())
        await press(pilot, "ctrl+s")
        assert texts(database, subject) == []
        await press(pilot, "u")
    assert texts(database, subject) == ["old"]


async def test_all_marked_statements_get_the_note(make_app: MakeApp) -> None:
    app = make_app()
    before = all_rows(app.database)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle_app(pilot)
        await press_in_app(pilot, "x", "x", "N", *"seen")
        assert "Each of the 2 gets this note" in str(app.screen.query_one("#consequence").render())
        await press_in_app(pilot, "ctrl+s")
        for each in browse(pilot).statements_here:
            assert texts(app.database, Subject("statement", each))[-1] == "seen"
        await press_in_app(pilot, "u")
    assert all_rows(app.database) == before


async def test_without_an_editor_the_form_says_what_to_set(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = host(database, Subject("statement", lachin(database).statement))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, *"kept", "ctrl+e")
        assert "Set VISUAL or EDITOR" in problem(pilot)
        assert app.screen.query_one(TextArea).text == "kept"


def run_demo(path: Path, editor: Path) -> Terminal:
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "EDITOR": str(editor),
        "QUOTETRACK_CONFIG": str(path.parent / "config.toml"),
    }
    return Terminal([sys.executable, "-m", "quotetrack", str(path)], environment=environment)


def test_the_field_opens_in_a_real_editor_in_a_real_terminal(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('user = "ada"\n', encoding="utf-8")
    path = tmp_path / "desk.db"
    subject = Subject("statement", lachin(open_fixed(path)).statement)
    script = 'echo "the editor has $(cat "$1")"; read answer; echo "$answer" >> "$1"'
    with run_demo(path, make_editor(tmp_path, script)) as terminal:
        terminal.wait_for("Volkov", "customs")
        terminal.press("N")
        terminal.wait_for("what the desk should know")
        terminal.press("typed first")
        terminal.wait_for("typed first")
        terminal.press("\x05")
        terminal.wait_for("the editor has typed first")
        terminal.press("and this\r")
        terminal.wait_for("and this", "Cancel")
        terminal.press("\x13")
        terminal.wait_until(lambda screen: "Cancel" not in screen and "Volkov" in screen)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert texts(open_fixed(path, create=False), subject) == ["typed first\nand this"]


async def test_a_speaker_has_notes_of_his_own(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle_app(pilot)
        await press_in_app(pilot, "i")
        screen = app.screen
        assert isinstance(screen, SpeakerScreen)
        screen.facts.focus()
        await press_in_app(pilot, "N", *"Call him back.", "ctrl+s")
        notes = texts(app.database, Subject("speaker", screen.speaker_id))
        assert notes[-1] == "Call him back."
        assert "Call him back." in shown(pilot)
        screen.timeline.focus()
        await press_in_app(pilot, "N", *"As printed.", "ctrl+s")
        assert texts(app.database, Subject("speaker", screen.speaker_id)) == notes
        assert screen.statement_here is not None
        assert texts(app.database, Subject("statement", screen.statement_here))[-1] == (
            "As printed."
        )


async def test_an_article_has_notes_where_no_quote_is_meant(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle_app(pilot)
        await press_in_app(pilot, "A")
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        statement = screen.statement_here
        assert statement is not None
        await press_in_app(pilot, "N", *"As printed.", "ctrl+s")
        assert texts(app.database, Subject("statement", statement))[-1] == "As printed."
        await press_in_app(pilot, "tab", "N", *"Ask for the print edition.", "ctrl+s")
        notes = texts(app.database, Subject("article", screen.article_id))
        assert notes[-1] == "Ask for the print edition."
