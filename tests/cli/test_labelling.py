"""Labels and notes from the command line."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.actions.stored_rows import stored_rows
from tests.cli.conftest import Command
from tests.fake_editor import make_editor


@pytest.fixture
def remarks(quotetrack: Command) -> list[str]:
    """The ids of two statements."""
    first = quotetrack(
        "add-statement", "--speaker", "Ruth Ames", "--new-speaker",
        "--text", "We are ready.", "--said", "5 Dec 2022",
    ).id  # fmt: skip
    second = quotetrack(
        "add-statement", "--speaker", "ames", "--text", "We wait.", "--said", "6 Dec 2022"
    ).id
    return [first, second]


def test_labels_are_put_on_many_and_shown(
    quotetrack: Command, remarks: list[str], desk: Path
) -> None:
    before = stored_rows(desk)
    ended = quotetrack("label", *remarks, "--add", "harbour", "--add", "to check")
    assert ended.status == 0
    assert ended.output.splitlines() == remarks
    assert "put on 4" in ended.errors
    assert "labels    harbour, to check" in quotetrack("show", remarks[0]).output
    assert quotetrack("label", "list").output.splitlines()[0].split("\t")[1:] == ["harbour", "2"]
    (harbour, _) = json.loads(quotetrack("label", "list", "--json").output)
    assert (harbour["name"], harbour["statements"]) == ("harbour", 2)
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


def test_labels_are_taken_off_and_printed_as_json(quotetrack: Command, remarks: list[str]) -> None:
    quotetrack("label", *remarks, "--add", "harbour")
    ended = quotetrack("label", remarks[0][:8], "--remove", "Harbour", "--add", "done", "--json")
    (printed,) = json.loads(ended.output)
    assert printed["labels"] == ["done"]


def test_a_label_that_is_not_there_is_not_found(quotetrack: Command, remarks: list[str]) -> None:
    ended = quotetrack("label", remarks[0], "--remove", "nothing")
    assert ended.status == 3
    assert "label list" in ended.errors
    assert quotetrack("label", remarks[0]).status == 2


def test_a_note_is_written_on_several_and_listed(
    quotetrack: Command, remarks: list[str], desk: Path
) -> None:
    before = stored_rows(desk)
    ended = quotetrack("note", *remarks, "the paper does not say which")
    assert len(ended.output.splitlines()) == 2
    (line,) = quotetrack("note", "list", remarks[0]).output.splitlines()
    assert line.split("\t")[2:] == ["ada", "the paper does not say which"]
    assert "ada: the paper does not say which" in quotetrack("show", remarks[1]).output
    (printed,) = json.loads(quotetrack("show", remarks[1], "--json").output)["notes"]
    assert printed["text"] == "the paper does not say which"
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


def test_a_note_on_a_speaker_comes_from_standard_input(
    quotetrack: Command, remarks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = json.loads(quotetrack("show", remarks[0], "--json").output)["speaker"]["id"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"two\nlines")))
    (printed,) = json.loads(quotetrack("note", speaker, "-", "--json").output)
    assert printed["text"] == "two\nlines"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert quotetrack("note", speaker, "-").status == 2


def test_a_note_is_written_and_changed_in_the_editor(
    quotetrack: Command, remarks: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(make_editor(tmp_path, 'echo "one more line" >> "$1"')))
    note = quotetrack("note", remarks[0]).id
    assert quotetrack("note", "edit", note[:8]).id == note
    assert quotetrack("note", *remarks, "-e").status == 0
    (first, _) = json.loads(quotetrack("note", "list", remarks[0], "--json").output)
    assert first["text"] == "one more line\none more line"
    monkeypatch.setenv("EDITOR", "true")
    ended = quotetrack("note", "edit", note)
    assert ended.status == 6
    assert "left as it was" in ended.errors


def test_a_note_is_changed_and_removed(quotetrack: Command, remarks: list[str]) -> None:
    note = quotetrack("note", remarks[0], "first").id
    assert quotetrack("note", "edit", note, "second").id == note
    assert quotetrack("note", "remove", note, "--json").status == 0
    assert quotetrack("note", "list", remarks[0]).output == ""
    assert quotetrack("note", "remove", note).status == 3
