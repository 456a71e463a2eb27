"""The wheel, built and installed in a fresh environment, does what the README promises."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.sample_rows import newest_words
from development.terminal import Terminal
from tests.house.fresh_interpreter import environment

ROOT = Path(__file__).parents[2]

# One process builds and installs once for all of them.
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that holds the wheel, and nothing of ours beside it."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run(
        [
            *(folder / "bin" / "python", "-m", "pip", "install", "-qq"),
            *("--disable-pip-version-check", "--constraint", ROOT / "constraints.txt", wheel),
        ],
        check=True,
    )
    return folder / "bin"


def test_the_wheel_carries_all_that_is_needed_at_run_time(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {
        "quotetrack/py.typed",
        "quotetrack/sample.db",
        "quotetrack/migrations/env.py",
        "quotetrack/tui/quotetrack.tcss",
    } <= names
    assert any(name.startswith("quotetrack/migrations/versions/0001") for name in names)
    rooms = {name.split("/")[0] for name in names}
    assert {room for room in rooms if not room.endswith(".dist-info")} == {"quotetrack"}


def test_the_installed_command_knows_its_version(programs: Path, tmp_path: Path) -> None:
    answer = quotetrack(programs, tmp_path, "--version")

    assert answer == "quotetrack 0.1.0\n"


def test_the_installed_command_makes_a_database_and_searches_it(
    programs: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The minister said the road was open.", encoding="utf-8")
    mine = ("--db", str(tmp_path / "mine.db"))

    quotetrack(programs, tmp_path, *mine, "add", str(article), "--title", "Road open")

    assert json.loads(quotetrack(programs, tmp_path, *mine, "search", "--json", "road")) == []


def test_the_sample_in_the_wheel_opens_and_is_searched_tagged_and_left(
    programs: Path, tmp_path: Path
) -> None:
    with Terminal(
        [str(programs / "quotetrack"), "demo"], environment=environment(tmp_path)
    ) as terminal:
        terminal.wait_for("sample.db", "Statements", newest_words())
        terminal.press("/")
        terminal.wait_for(" esc ")
        terminal.press("speaker:volkov\r")
        terminal.wait_for("speaker:volkov", "Andrei Volkov", "⊘ denied (not said which)")

        terminal.press("t")
        terminal.wait_for("What became of it", "✗ retracted", "When", "Source", "Note")
        terminal.press("\x1b")
        terminal.wait_for("/ Search", "t Tag", "Andrei Volkov")

        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert not list(tmp_path.glob("**/*.db")), "the private copy is gone"


def quotetrack(programs: Path, home: Path, *words: str) -> str:
    """Return what the installed command prints."""
    return subprocess.run(
        [programs / "quotetrack", *words],
        env=environment(home),
        cwd=home,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
