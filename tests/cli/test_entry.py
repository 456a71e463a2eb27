"""The command itself: help, version, words that mean nothing, failures and signals."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quotetrack import __version__
from quotetrack.actions.registry import ACTIONS
from quotetrack.cli.catalogue import BY_PATH, CATALOGUE
from quotetrack.cli.main import build_parser
from quotetrack.domain.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    NewerSchema,
    NotADatabase,
    NotFound,
)
from quotetrack.store.database import open_database
from tests.cli.conftest import Command

PATHS = [entry.path for entry in CATALOGUE]


@pytest.mark.parametrize("words", PATHS)
def test_every_command_has_help_with_examples(quotetrack: Command, words: str) -> None:
    ended = quotetrack(*words.split(), "--help")
    assert ended.status == 0
    assert f"usage: quotetrack {words}" in ended.output
    assert "examples:" in ended.output
    assert "--json" in ended.output
    assert "--db FILE" in ended.output
    described = ended.output.partition("examples:")[0]
    assert max(len(line) for line in described.splitlines()) <= 80


@pytest.mark.parametrize("words", PATHS)
def test_every_example_is_of_its_command(words: str) -> None:
    _, module = build_parser(words)
    first = words.split()[0]
    assert all(first in example.split("\n")[0] for example in module.EXAMPLES)


@pytest.mark.parametrize("words", sorted({a.command for a in ACTIONS if a.command}))
def test_every_action_with_a_command_has_a_parser(words: str) -> None:
    # "contradictions" alone means its list.
    path = words if words in BY_PATH else f"{words} list"
    parser, module = build_parser(path)
    assert parser.prog == f"quotetrack {path}"
    assert callable(module.run)
    assert "--json" in {option for action in parser._actions for option in action.option_strings}


WITHOUT_A_COMMAND = {
    "mark_statement": "marks choose rows on a screen; commands take several ids",
    "mark_all": "the same",
    "go_to_date": "moves the cursor; a search has said:",
    "select_passage": "a selection on a screen; commands take offsets",
    "previous_quote": "moves the cursor",
    "next_quote": "moves the cursor",
    "go_to_row": "goes to another screen",
    "help": "explains the screen; commands have --help",
    "theme": "how the terminal looks; config.toml keeps it",
    "quit": "a command ends by itself",
}
"""What only moves or looks, and why no command does it."""


def test_every_action_that_is_not_mere_movement_has_a_command() -> None:
    assert {action.name for action in ACTIONS if action.command is None} == {*WITHOUT_A_COMMAND}
    assert not [action.name for action in ACTIONS if action.writes and not action.command]


def test_the_overview_lists_every_command(quotetrack: Command) -> None:
    output = quotetrack("--help").output
    assert all(f"  {entry.path} " in output for entry in CATALOGUE)
    assert all(len(line) <= 90 for line in output.splitlines())


@pytest.mark.parametrize("group", ["speaker", "contradictions", "db"])
def test_a_group_lists_its_commands(quotetrack: Command, group: str) -> None:
    output = quotetrack(group, "--help").output
    for path in PATHS:
        assert (f"\n  {path} " in output) == path.startswith(f"{group} ")


def test_the_version_is_printed(quotetrack: Command) -> None:
    assert quotetrack("--version").output == f"quotetrack {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (("serch", "x"), 2, "neither a command nor a file. Did you mean search?"),
        (("qqq",), 2, "neither a command nor a file. See"),
        (("no/such.db",), 3, "There is no file no/such.db"),
        (("--bd", "x"), 2, "no option --bd"),
        (("--db",), 2, "--db needs a file"),
        (("speaker", "lst"), 2, "Did you mean list?"),
        (("db", "frobnicate"), 2, "one of info, upgrade, backup, check"),
        (("show",), 2, "arguments are required: ID"),
        ((), 2, "needs a terminal"),
    ],
)
def test_what_cannot_be_understood_is_told_in_a_sentence(
    quotetrack: Command, arguments: tuple[str, ...], status: int, complaint: str
) -> None:
    ended = quotetrack(*arguments)
    assert ended.status == status
    assert complaint in ended.errors
    assert ended.output == ""
    assert len(ended.errors.splitlines()) == 1


def test_nothing_may_follow_a_file(quotetrack: Command, tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    path.touch()
    assert "Nothing may follow" in quotetrack(str(path), "search").errors
    assert "Name one database" in quotetrack("--db", "x", str(path)).errors


@pytest.fixture
def filled(quotetrack: Command, desk: Path) -> Path:
    """A database with a speaker in it."""
    assert quotetrack("speaker", "add", "Ruth Ames").status == 0
    return desk


def _stamp_newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def _overwrite(path: Path) -> None:
    path.write_text("not a database at all", encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (_stamp_newer, NewerSchema),
        (_cut_off, DatabaseDamaged),
        (_overwrite, NotADatabase),
        (Path.unlink, NotFound),
    ],
)
@pytest.mark.parametrize("command", [("search", "x"), ("undo",)])
def test_a_file_that_cannot_be_used_is_one_sentence_and_a_code(
    quotetrack: Command, filled: Path, harm: object, error: type, command: tuple[str, ...]
) -> None:
    assert callable(harm)
    harm(filled)
    ended = quotetrack(*command)
    assert ended.status == error.exit_code  # type: ignore[attr-defined]
    assert ended.output == ""
    assert len(ended.errors.splitlines()) == 1
    assert str(filled) in ended.errors
    assert "Traceback" not in ended.errors


def test_a_locked_database_is_told(
    quotetrack: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not to wait the five seconds that a person would.
    monkeypatch.setitem(open_database.__kwdefaults__ or {}, "busy_seconds", 0.05)
    holder = sqlite3.connect(filled, isolation_level=None)
    try:
        holder.execute("BEGIN IMMEDIATE")
        ended = quotetrack("speaker", "add", "Tom Vale")
    finally:
        holder.close()
    assert ended.status == DatabaseLocked.exit_code
    assert len(ended.errors.splitlines()) == 1


def test_db_check_ends_in_a_code_when_something_is_wrong(quotetrack: Command, filled: Path) -> None:
    ended = quotetrack("db", "check")
    assert (ended.status, ended.output, ended.errors) == (0, "", "No problem found.\n")
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE facet_count SET statements = 7")
        connection.execute("INSERT INTO facet_count VALUES ('tdenied', 3)")
    connection.close()
    ended = quotetrack("db", "check", "--json")
    assert ended.status == DatabaseDamaged.exit_code
    assert [problem["part"] for problem in json.loads(ended.output)] == ["counters"]
    assert quotetrack("db", "check").output.startswith("counters: ")


def test_db_info_backup_and_upgrade(quotetrack: Command, filled: Path, tmp_path: Path) -> None:
    facts = json.loads(quotetrack("db", "info", "--json").output)
    assert (facts["path"], facts["rows"]["speaker"], facts["changes"]) == (str(filled), 1, 1)
    assert f"file             {filled}" in quotetrack("db").output
    copy = tmp_path / "copy.db"
    assert quotetrack("db", "backup", str(copy)).output == f"{copy}\n"
    assert quotetrack("db", "backup", str(copy)).status == 5
    assert quotetrack("db", "upgrade", "--db", str(copy), "--json").status == 0
    assert "already" in quotetrack("db", "upgrade").output


def test_demo_writes_a_copy_of_the_sample(quotetrack: Command, tmp_path: Path) -> None:
    copy = tmp_path / "sample.db"
    assert quotetrack("demo", "--copy", str(copy)).status == 0
    assert "Volkov" in quotetrack("search", "speaker:volkov", "--db", str(copy)).output
    assert quotetrack("demo", "--copy", str(copy)).status == 5
    assert quotetrack("demo").status == 2


def test_the_unexpected_is_one_sentence_too(
    quotetrack: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("one by none")

    monkeypatch.setattr("quotetrack.cli.commands.undo.run", fail)
    ended = quotetrack("undo")
    assert ended.status == 70
    assert "ZeroDivisionError: one by none" in ended.errors
    monkeypatch.setenv("QUOTETRACK_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        quotetrack("undo")


def test_ctrl_c_ends_in_130(quotetrack: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("quotetrack.cli.commands.undo.run", interrupt)
    assert quotetrack("undo").status == 130


def test_a_reader_that_goes_away_is_no_failure_to_speak_of(desk: Path, quotetrack: Command) -> None:
    assert quotetrack("demo", "--copy", str(desk)).status == 0
    process = subprocess.Popen(
        [sys.executable, "-m", "quotetrack", "search", "--limit", "0", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert errors == b""


@pytest.mark.parametrize("arguments", [["search", "speaker:volkov"], ["search", "--json"]])
def test_a_search_imports_nothing_heavy(
    desk: Path, quotetrack: Command, arguments: list[str]
) -> None:
    assert quotetrack("demo", "--copy", str(desk)).status == 0
    program = (
        "import sys; from quotetrack.cli.main import main; main();"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    assert ended.stdout
    heavy = {
        "sqlalchemy", "sqlmodel", "alembic", "httpx", "textual", "rich", "platformdirs",
        "dateutil", "dataclasses", "tomllib",
    }  # fmt: skip
    assert not heavy & set(ended.stderr.split())


def test_output_that_cannot_hold_a_character_is_still_written(
    desk: Path, quotetrack: Command
) -> None:
    assert quotetrack("demo", "--copy", str(desk)).status == 0
    ended = subprocess.run(
        [sys.executable, "-m", "quotetrack", "search", "speaker:volkov", "--json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert json.loads(ended.stdout.decode("ascii"))[0]["status"] == "denied"
