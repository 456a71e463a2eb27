"""`quotetrack import`: what it prints, and what stands in the database."""

import io
import json
import sys
from pathlib import Path

import pytest

from quotetrack.actions import importing
from quotetrack.cli.import_text import duration
from quotetrack.store.importing.writer import ImportWriter
from tests.actions.stored_rows import one_row
from tests.cli.conftest import Command
from tests.importing.writing import BRIDGE, FERRY, comma_separated, json_lines, raw_file, remarks


def test_it_takes_in_a_file_and_says_how_to_take_it_back(
    quotetrack: Command, tmp_path: Path, desk: Path
) -> None:
    ended = quotetrack("import", str(comma_separated(tmp_path, [BRIDGE, FERRY, {"text": "x"}])))

    assert ended.status == 0
    assert "Added 2 statements." in ended.output
    assert "2 speakers, 1 article" in ended.output
    assert "1 row refused; they are in" in ended.errors
    assert "line 4: There is no speaker" in ended.errors
    assert "'quotetrack undo 1' takes all of it back." in ended.errors
    assert one_row(desk, "SELECT count(*) FROM statement") == (2,)
    assert quotetrack("undo", "1").status == 0
    assert one_row(desk, "SELECT count(*) FROM statement") == (0,)


def test_the_summary_is_json_on_request(quotetrack: Command, tmp_path: Path) -> None:
    path = raw_file(tmp_path, "text,speaker,shoe size\nIt rained,Ruth Ames,39\n,Ruth Ames,\n")

    printed = json.loads(quotetrack("import", str(path), "--json").output)

    assert {**printed, "sha256": "", "refused_file": Path(printed["refused_file"]).name} == {
        "file": "remarks.csv",
        "sha256": "",
        "dry_run": False,
        "rows_read": 2,
        "rows_added": 1,
        "rows_known": 0,
        "rows_refused": 1,
        "speakers_added": 1,
        "articles_added": 0,
        "resumed_at": 0,
        "history_entry": 1,
        "refused_file": "remarks.csv.refused.jsonl",
        "ignored_columns": ["shoe size"],
        "first_refused": [
            {"line": 3, "reason": "There is no text: the row does not say what was said."}
        ],
        "first_rows": [],
    }


def test_a_dry_run_shows_the_first_rows_as_understood(
    quotetrack: Command, tmp_path: Path, desk: Path
) -> None:
    path = json_lines(tmp_path, [BRIDGE, FERRY])

    shown = quotetrack("import", str(path), "--dry-run")
    printed = json.loads(quotetrack("import", str(path), "--dry-run", "--json").output)

    assert "line 1  Ruth Ames, 5 Dec 2022: The bridge opens in spring" in shown.output
    assert "Harbour Master, Port of Lund" in shown.output
    assert "Would add 2 statements." in shown.output
    assert printed["first_rows"][0]["said"]["edtf"] == "2022-12-05"
    assert printed["first_rows"][0]["tags"] == ["bridge", "port"]
    assert not desk.exists()


def test_other_peoples_columns(quotetrack: Command, tmp_path: Path, desk: Path) -> None:
    path = raw_file(tmp_path, "a|It rained|ruth-ames|3/4/2020\nb|Dry|ivo-brandt|\n", "x.txt")

    ended = quotetrack(
        "import", str(path), "--format", "csv", "--delimiter", "|", "--no-header", "--slugs",
        "--column", "id=1", "--column", "text=2", "--column", "speaker=3", "--column", "said=4",
        "--dates", "day-first", "--set", "source=old desk", "--set", "workflow=reviewed",
    )  # fmt: skip

    assert ended.status == 0, ended.errors
    assert one_row(
        desk,
        "SELECT name, said_from, workflow, external_source FROM statement"
        " JOIN speaker ON speaker.id = speaker_id WHERE external_id = 'a'",
    ) == ("Ruth Ames", "2020-04-03", "reviewed", "old desk")


def test_standard_input(quotetrack: Command, monkeypatch: pytest.MonkeyPatch, desk: Path) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b'{"text": "It rained", "speaker": "Ruth Ames"}\n'))
    monkeypatch.setattr(sys, "stdin", stream)

    assert quotetrack("import", "-").status == 0
    assert one_row(desk, "SELECT text FROM statement") == ("It rained",)


def test_a_name_that_several_have_is_settled_on_the_command_line(
    quotetrack: Command, tmp_path: Path, desk: Path
) -> None:
    path = json_lines(tmp_path, [FERRY])
    quotetrack("speaker", "add", "Ivo Brandt")
    second = quotetrack("speaker", "add", "Ivo Brandt", "--namesake").id

    refused = quotetrack("import", str(path))
    settled = quotetrack("import", str(path), "--speaker", f"Ivo Brandt={second}")

    assert "2 speakers are called “Ivo Brandt”" in refused.errors
    assert "Added 1 statement." in settled.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--column", "tekst=1"], "'tekst' is no column of an import. Did you mean text?"),
        (["--column", "text"], "Write it as text=Statement or text=3."),
        (["--set", "language"], "Write it as language=en."),
        (["--delimiter", "::"], "A delimiter is one sign"),
        (["--take-back"], "No import of remarks.jsonl is unfinished"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    quotetrack: Command, tmp_path: Path, arguments: list[str], told: str
) -> None:
    path = json_lines(tmp_path, [FERRY])
    quotetrack("import", str(path))

    ended = quotetrack("import", str(path), *arguments)

    assert ended.status in (2, 3)
    assert told in ended.errors


def test_a_stopped_import_says_how_to_go_on_and_can_be_taken_back(
    quotetrack: Command, tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = json_lines(tmp_path, remarks(90))
    monkeypatch.setattr(importing, "CHUNK", 20)
    monkeypatch.setattr(importing, "STEP", 20)
    write = ImportWriter.write
    written: list[int] = []

    def interrupted(writer: ImportWriter, *arguments: object, **named: object) -> object:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(1)
        return write(writer, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(ImportWriter, "write", interrupted)
    stopped = quotetrack("import", str(path))
    taken = quotetrack("import", str(path), "--take-back")

    assert stopped.status == 130
    assert "Stopped after 40 rows; 40 statements are in" in stopped.errors
    assert "The same command goes on" in stopped.errors
    assert "Took back: Imported 40 statements from remarks.jsonl" in taken.output
    assert one_row(desk, "SELECT count(*) FROM statement") == (0,)


def test_progress_is_shown_on_a_terminal_only(
    quotetrack: Command, on_terminal: Command, tmp_path: Path
) -> None:
    watched = on_terminal("import", str(json_lines(tmp_path, remarks(30))))
    piped = quotetrack("import", str(json_lines(tmp_path, [FERRY], "f.jsonl")))

    assert "rows" in watched.errors
    assert "indexing what came in" in watched.errors
    assert "\r" not in piped.errors


@pytest.mark.parametrize(("seconds", "words"), [(40, "40 s"), (200, "3 min"), (7_500, "2 h 5 min")])
def test_the_time_left_is_told_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words
