"""Every command of the tutorial in the shell does what the page says, on a fresh database."""

import io
import shlex
import shutil
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quotetrack.cli.main import main
from quotetrack.store import database
from tests.docs.walk import Identifiers, steps_of

DOCS = Path(__file__).parents[2] / "docs"
FIRST_MINUTE = datetime(2025, 12, 2, 10, 0, tzinfo=UTC)
"""When the page was written; each of its commands is given a minute."""


class Terminal(io.StringIO):
    """What a terminal shows: both streams of a command together, laid out for a person."""

    def isatty(self) -> bool:
        return True


def run(command: str) -> str:
    """What `command` shows on a terminal."""
    program, *arguments = shlex.split(command)
    assert program == "quotetrack"
    printed = Terminal()
    with redirect_stdout(printed), redirect_stderr(printed):
        main(arguments)
    return printed.getvalue()


def prepare(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder as the page has its reader make it, and a terminal of a hundred columns."""
    shutil.copyfile(DOCS / "shell-tutorial-article.txt", folder / "shell-tutorial-article.txt")
    (folder / "config.toml").write_text('user = "ada"\n', encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("QUOTETRACK_CONFIG", str(folder / "config.toml"))
    monkeypatch.setenv("QUOTETRACK_DB", "tutorial.db")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


def test_the_tutorial_shows_what_its_commands_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(tmp_path, monkeypatch)
    identifiers = Identifiers()
    steps = steps_of(DOCS / "shell-tutorial.md")

    assert len(steps) > 10
    for minute, step in enumerate(steps):
        now = FIRST_MINUTE + timedelta(minutes=minute)
        monkeypatch.setattr(database, "_now", lambda now=now: now)
        printed = run(identifiers.in_command(step.command))
        assert identifiers.as_on_the_page(step.shown, printed) == step.shown, step.command
