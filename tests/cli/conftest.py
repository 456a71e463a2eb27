"""Runs commands in this process, on a database of the test's own."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from quotetrack.cli.main import main


class Ended(NamedTuple):
    """How a command ended, and what it wrote."""

    status: int
    output: str
    errors: str

    @property
    def id(self) -> str:
        """The id on the only line of output."""
        assert self.status == 0, self.errors
        (line,) = self.output.splitlines()
        return line


Command = Callable[..., Ended]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Whether this is a terminal."""
        return True


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database that commands use: a file of the test's own, not there yet."""
    config = tmp_path / "config.toml"
    config.write_text('user = "ada"\ndatabase = "own.db"\n', encoding="utf-8")
    monkeypatch.setenv("QUOTETRACK_CONFIG", str(config))
    monkeypatch.setenv("QUOTETRACK_DB", str(tmp_path / "desk.db"))
    monkeypatch.delenv("QUOTETRACK_TRACEBACK", raising=False)
    return tmp_path / "desk.db"


@pytest.fixture
def quotetrack(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command whose output is no terminal."""

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        status = main(arguments)
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return run


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command on a terminal 60 columns wide."""

    def run(*arguments: str) -> Ended:
        output, errors = Terminal(), Terminal()
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", "60")
            patch.setattr(sys, "stdout", output)
            patch.setattr(sys, "stderr", errors)
            status = main(arguments)
        return Ended(status, output.getvalue(), errors.getvalue())

    return run
