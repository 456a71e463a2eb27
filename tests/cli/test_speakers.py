"""The commands on speakers: merging, roles, splitting."""

import json
from pathlib import Path

from tests.actions.stored_rows import stored_rows
from tests.cli.conftest import Command


def test_two_speakers_are_merged_and_parted_by_undo(quotetrack: Command, desk: Path) -> None:
    kept = quotetrack("speaker", "add", "Mateus Figueira", "--role", "striker").id
    gone = quotetrack("speaker", "add", "Matheus Figueira").id
    before = stored_rows(desk)
    candidates = quotetrack("speaker", "merge", kept, "--candidates", "--json")
    assert [each["id"] for each in json.loads(candidates.output)] == [gone]
    assert quotetrack("speaker", "merge", kept, "--candidates").output.startswith(gone)
    ended = quotetrack("speaker", "merge", gone, "--into", kept, "--json")
    printed = json.loads(ended.output)
    assert (printed["id"], printed["name"]) == (kept, "Mateus Figueira")
    assert [name["name"] for name in printed["names"]] == ["Mateus Figueira", "Matheus Figueira"]
    assert "Merged Matheus Figueira into Mateus Figueira" in ended.errors
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


def test_a_merge_says_what_speaks_against_it(quotetrack: Command) -> None:
    quotetrack("speaker", "add", "Ruth Ames")
    quotetrack("speaker", "add", "Ames & Co", "--kind", "organisation")
    ended = quotetrack("speaker", "merge", "Ames & Co", "--into", "Ruth Ames")
    assert "Note: One is of the kind person, the other organisation." in ended.errors
