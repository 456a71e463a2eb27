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


def words(quotetrack: Command, speaker: str, text: str, day: str) -> str:
    return quotetrack("add-statement", "--speaker", speaker, "--text", text, "--said", day).id


def test_a_role_is_added_changed_and_removed(quotetrack: Command, desk: Path) -> None:
    speaker = quotetrack("speaker", "add", "Ann Lee").id
    before = stored_rows(desk)
    ended = quotetrack(
        "speaker", "role", speaker, "--title", "Mayor", "--of", "Ely", "--kind", "office",
        "--basis", "looked-up", "--attested-on", "5 Dec 2022", "--json",
    )  # fmt: skip
    (role,) = json.loads(ended.output)["roles"]
    assert (role["title"], role["organisation"], role["attested_on"], role["source"]) == (
        "Mayor",
        "Ely",
        "2022-12-05",
        None,
    )
    ended = quotetrack(
        "speaker", "role", speaker, "--change", role["id"], "--of", "", "--held-from", "2019",
        "--held-to", "May 2023", "--json",
    )  # fmt: skip
    (changed,) = json.loads(ended.output)["roles"]
    assert (changed["title"], changed["organisation"]) == ("Mayor", None)
    assert (changed["held_from"], changed["held_to"]) == ("2019-01-01", "2023-05-31")
    assert f"id {role['id']}" in quotetrack("speaker", "show", speaker).output
    assert quotetrack("speaker", "role", speaker, "--remove", role["id"]).status == 0
    assert stored_rows(desk) == before
    ended = quotetrack("speaker", "role", speaker)
    assert "Give the role's --title" in ended.errors


def test_another_speakers_role_is_let_be(quotetrack: Command) -> None:
    quotetrack("speaker", "add", "Ann Lee")
    other = quotetrack("speaker", "add", "Tom Vale", "--role", "Mayor").id
    (role,) = json.loads(quotetrack("speaker", "show", other, "--json").output)["roles"]
    ended = quotetrack("speaker", "role", "Ann Lee", "--remove", role["id"])
    assert "another speaker's" in ended.errors
    ended = quotetrack("speaker", "role", other, "--remove", role["id"], "--title", "King")
    assert "no more than its id" in ended.errors


def test_a_speaker_is_split_and_what_is_in_tension_is_said(quotetrack: Command, desk: Path) -> None:
    quotetrack("speaker", "add", "Askwith", "--alias", "F. Askwith")
    earlier = words(quotetrack, "Askwith", "40 ships wait", "6 Dec 2022")
    later = words(quotetrack, "Askwith", "25 ships wait", "7 Dec 2022")
    quotetrack("link", later, earlier, "--relation", "contradicts")
    before = stored_rows(desk)
    split = ("speaker", "split", "Askwith", "--to", "Fiona Askwith", "--new", "--statement", later)
    ended = quotetrack(*split, "--dry-run")
    assert (
        "In tension, no contradiction, from now on: 40 ships wait / 25 ships wait" in ended.errors
    )
    assert json.loads(quotetrack(*split, "--dry-run", "--json").output) == {"in_tension": 1}
    assert stored_rows(desk) == before
    ended = quotetrack(*split, "--spelling", "F. Askwith", "--json")
    printed = json.loads(ended.output)
    assert [name["name"] for name in printed["names"]] == ["Fiona Askwith", "F. Askwith"]
    assert printed["statements"] == 1
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before
    assert "no spelling" in quotetrack(*split, "--spelling", "Fifi").errors


def test_a_speaker_is_shown_with_months_and_timeline(quotetrack: Command) -> None:
    quotetrack("speaker", "add", "Ann Lee", "--role", "Mayor", "--attested-on", "5 Dec 2022")
    quotetrack("speaker", "edit", "Ann Lee", "--add-alias", "Энн Ли; transliteration; ru")
    old = words(quotetrack, "Ann Lee", "it was never open", "1 Apr 2019")
    words(quotetrack, "Ann Lee", "40 ships wait", "6 Dec 2022")
    printed = json.loads(quotetrack("speaker", "show", "Ann Lee", "--timeline", "--json").output)
    assert printed["months"] == [
        {"month": "2019-04", "statements": 1},
        {"month": "2022-12", "statements": 1},
    ]
    assert [each["outside_every_role"] for each in printed["timeline"]] == [False, True]
    assert printed["timeline"][1]["id"] == old
    assert printed["outside_every_role"] == 1
    text = quotetrack("speaker", "show", "Ann Lee", "--timeline").output
    assert "1 Apr 2019, outside every attested role" in text
    assert "transliteration, Cyrl, ru" in text
    assert json.loads(quotetrack("speaker", "show", "Ann Lee", "--json").output)["timeline"] == []


def test_a_name_is_found_however_it_is_written_and_a_guess_is_told(quotetrack: Command) -> None:
    speaker = quotetrack("speaker", "add", "Andrei Volkov", "--role", "Commander").id
    words(quotetrack, speaker, "The road is open.", "2022-12-05")
    listed = quotetrack("speaker", "list", "Волкив", "--json")
    (found,) = json.loads(listed.output)
    assert (found["id"], found["match"]) == (speaker, "near")
    assert "near: Andrei Volkov" in quotetrack("speaker", "list", "Andrei Volkiv").errors
    sure = quotetrack("search", "speaker:Волков")
    assert ("road is open" in sure.output, sure.errors) == (True, "")
    guessed = quotetrack("search", "speaker:volkiv")
    assert "road is open" in guessed.output
    assert guessed.errors == "Nobody is called 'volkiv'; near: Andrei Volkov, Commander.\n"
    assert "sounds like: Andrei Volkov" in quotetrack("search", "speaker:wolkow").errors


def test_a_guess_is_never_taken_by_what_writes(quotetrack: Command) -> None:
    quotetrack("speaker", "add", "Andrei Volkov")
    for name in ("Wolkow", "Андрей Волков", "Andrei Volkiv"):
        ended = quotetrack("add-statement", "--speaker", name, "--text", "No.", "--said", "2022")
        assert ended.status != 0
        assert "Did you mean Andrei Volkov?" in ended.errors
    added = quotetrack("speaker", "add", "Андрей Волков")
    assert added.status == 0
    assert "Andrei Volkov. If it is one person: quotetrack speaker merge" in added.errors
