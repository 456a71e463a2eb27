"""Changing and removing a statement from the command line."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.actions.stored_rows import stored_rows
from tests.cli.conftest import Command, Terminal
from tests.fake_editor import make_editor


@pytest.fixture
def remark(quotetrack: Command) -> str:
    """The id of a statement with a role, a venue and a note."""
    return quotetrack(
        "add-statement", "--speaker", "Ruth Ames", "--new-speaker", "--role", "Harbour Master",
        "--text", "We are ready.", "--said", "5 Dec 2022", "--venue", "the quay",
        "--note", "see p. 5",
    ).id  # fmt: skip


def shown(quotetrack: Command, statement: str) -> Any:
    return json.loads(quotetrack("show", statement, "--json").output)


def test_every_field_is_changed_and_taken_back(
    quotetrack: Command, remark: str, desk: Path
) -> None:
    before = stored_rows(desk)
    ended = quotetrack(
        "edit", remark[:8], "--text", "We wait.", "--speaker", "Tom Vale", "--new-speaker",
        "--said", "6 Dec 2022", "--role", "Pilot", "--organisation", "Ely", "--venue",
        "not recorded", "--language", "en", "--on-behalf-of", "ames", "--workflow", "in-review",
        "--json",
    )  # fmt: skip
    printed = json.loads(ended.output)
    assert (printed["text"], printed["speaker"]["name"]) == ("We wait.", "Tom Vale")
    assert (printed["said"]["from"], printed["said"]["basis"]) == ("2022-12-06", "entered")
    assert (printed["role"], printed["on_behalf_of"]) == ("Pilot, Ely", "Ruth Ames")
    assert printed["workflow"] == "in_review"
    assert "the quay" not in quotetrack("show", remark).output
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


def test_what_may_be_missing_is_taken_away(quotetrack: Command, remark: str) -> None:
    ended = quotetrack("edit", remark, "--role", "not recorded", "--on-behalf-of", "not recorded")
    assert ended.id == remark
    assert shown(quotetrack, remark)["role"] is None


def test_what_cannot_be_is_refused(quotetrack: Command, remark: str) -> None:
    assert quotetrack("edit", remark).status == 2
    assert quotetrack("edit", remark, "--organisation", "Ely").status == 2
    assert quotetrack("edit", remark, "--speaker", "Nobody").status == 5
    assert quotetrack("edit", remark, "--on-behalf-of", "ames").status == 5


def test_the_wording_is_changed_in_the_editor(
    quotetrack: Command, remark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(make_editor(tmp_path, 'sed -i s/ready/late/ "$1"')))
    assert quotetrack("edit", remark, "-e").id == remark
    assert shown(quotetrack, remark)["text"] == "We are late."
    monkeypatch.setenv("EDITOR", "true")
    assert quotetrack("edit", remark, "-e").status == 2
    assert quotetrack("edit", remark, "-e", "--text", "We go.").status == 0
    assert shown(quotetrack, remark)["text"] == "We go."


def test_a_statement_is_removed_when_that_is_said_and_brought_back(
    quotetrack: Command, remark: str, desk: Path
) -> None:
    before = stored_rows(desk)
    ended = quotetrack("remove", remark)
    assert ended.status == 2
    assert "With it goes: 1 quote, 1 note." in ended.errors
    assert "--yes" in ended.errors
    assert stored_rows(desk) == before
    assert quotetrack("remove", remark, "--yes").id == remark
    assert quotetrack("show", remark).status == 3
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before
    printed = json.loads(quotetrack("remove", remark, "--yes", "--json").output)
    assert printed["id"] == remark


@pytest.mark.parametrize(("answer", "status"), [("yes\n", 0), ("\n", 2), ("no\n", 2)])
def test_the_person_at_the_keyboard_is_asked(
    quotetrack: Command, remark: str, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert quotetrack("remove", remark).status == status
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert quotetrack("show", remark).status == (3 if status == 0 else 0)
