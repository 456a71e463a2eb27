"""Labels and notes from the command line."""

import json
from pathlib import Path

import pytest

from tests.actions.stored_rows import stored_rows
from tests.cli.conftest import Command


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
