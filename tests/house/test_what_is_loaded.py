"""Fresh interpreters load only what the job at hand needs; this keeps start and search quick."""

from pathlib import Path

import pytest

from tests.house.fresh_interpreter import SAMPLE, among, modules_after

FOR_WRITING = ("sqlalchemy", "sqlmodel", "alembic", "pydantic")
FOR_FETCHING = ("httpx",)
FOR_THE_TERMINAL = ("textual", "rich", "quotetrack.tui")
FOR_TYPED_DATES = ("dateutil",)

READING_COMMANDS = {
    "search": ["search", "speaker:volkov"],
    "search for json": ["search", "--json", "road"],
    "speaker list": ["speaker", "list"],
    "contradictions": ["contradictions"],
    "history": ["history"],
    "db info": ["db", "info"],
}


@pytest.mark.parametrize(
    "module", ["vocabulary", "errors", "dates", "edtf", "text", "status", "records", "identifiers"]
)
def test_the_vocabulary_loads_neither_a_database_nor_a_terminal(
    module: str, tmp_path: Path
) -> None:
    loaded = modules_after(f"import quotetrack.domain.{module}", tmp_path)

    assert not among(
        (*FOR_WRITING, *FOR_FETCHING, *FOR_THE_TERMINAL, *FOR_TYPED_DATES, "sqlite3"), loaded
    )


def test_typed_dates_load_dateutil_only_when_a_date_is_typed(tmp_path: Path) -> None:
    assert not among(
        FOR_TYPED_DATES, modules_after("import quotetrack.domain.typed_dates", tmp_path)
    )


@pytest.mark.parametrize("words", READING_COMMANDS.values(), ids=READING_COMMANDS)
def test_a_command_that_reads_loads_nothing_for_writing_or_the_terminal(
    words: list[str], tmp_path: Path
) -> None:
    program = (
        "from quotetrack.cli.main import main\n"
        f"assert main(['--db', {str(SAMPLE)!r}, *{words!r}]) == 0\n"
    )

    loaded = modules_after(program, tmp_path)

    assert not among((*FOR_WRITING, *FOR_FETCHING, *FOR_THE_TERMINAL, *FOR_TYPED_DATES), loaded)
    assert "sqlite3" in loaded


def test_the_search_command_loads_no_other_command(tmp_path: Path) -> None:
    program = (
        "from quotetrack.cli.main import main\n"
        f"assert main(['--db', {str(SAMPLE)!r}, 'search', 'road']) == 0\n"
    )

    loaded = modules_after(program, tmp_path)

    commands = {path.stem for path in Path("quotetrack/cli/commands").glob("*.py")} - {"__init__"}
    others = tuple(f"quotetrack.cli.commands.{name}" for name in commands - {"search"})
    assert others
    assert not among(others, loaded)


def test_a_search_for_json_loads_little_of_the_standard_library(tmp_path: Path) -> None:
    program = (
        "from quotetrack.cli.main import main\n"
        f"assert main(['--db', {str(SAMPLE)!r}, 'search', '--json']) == 0\n"
    )

    loaded = modules_after(program, tmp_path)

    costly = ("argparse", "pathlib", "urllib", "threading", "calendar", "dataclasses", "inspect")
    assert not among(costly, loaded)


@pytest.mark.parametrize("name", ["volkov", "şahin", "Volkiv"])
def test_a_name_in_latin_letters_loads_no_transliteration(name: str, tmp_path: Path) -> None:
    program = (
        "from quotetrack.cli.main import main\n"
        f"assert main(['--db', {str(SAMPLE)!r}, 'search', 'speaker:{name}']) == 0\n"
    )

    loaded = modules_after(program, tmp_path)

    assert not among(("anyascii", *FOR_WRITING), loaded)


def test_a_search_for_words_loads_nothing_about_names(tmp_path: Path) -> None:
    program = (
        "from quotetrack.cli.main import main\n"
        f"assert main(['--db', {str(SAMPLE)!r}, 'search', 'road']) == 0\n"
    )

    loaded = modules_after(program, tmp_path)

    assert not among(("quotetrack.domain.name_keys", "quotetrack.query.names"), loaded)


def test_the_terminal_shows_statements_before_anything_for_writing_is_loaded(
    tmp_path: Path,
) -> None:
    program = f"""
import asyncio, shutil
from pathlib import Path
shutil.copy({str(SAMPLE)!r}, {str(tmp_path / "copy.db")!r})
from quotetrack.configuration import Configuration
from quotetrack.store.database import open_database
from quotetrack.tui.app import QuotetrackApp

async def start():
    app = QuotetrackApp(open_database({str(tmp_path / "copy.db")!r}, user="Test"), Configuration())
    async with app.run_test(size=(140, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Brockhurst" in app.export_screenshot()

asyncio.run(start())
"""

    assert not among(
        (*FOR_WRITING, *FOR_FETCHING, *FOR_TYPED_DATES), modules_after(program, tmp_path)
    )


def test_importing_the_package_loads_nothing_else_of_it(tmp_path: Path) -> None:
    loaded = modules_after("import quotetrack", tmp_path)

    assert {name for name in loaded if name.split(".")[0] == "quotetrack"} == {"quotetrack"}
    assert "sqlite3" not in loaded


def test_a_script_that_reads_loads_nothing_for_writing_or_the_terminal(tmp_path: Path) -> None:
    program = (
        "import quotetrack\n"
        f"desk = quotetrack.open({str(SAMPLE)!r})\n"
        "assert [row for row in desk.search('speaker:volkov')]\n"
        "assert desk.cite(next(desk.search()))\n"
    )

    loaded = modules_after(program, tmp_path)

    assert not among((*FOR_WRITING, *FOR_FETCHING, *FOR_THE_TERMINAL, *FOR_TYPED_DATES), loaded)
