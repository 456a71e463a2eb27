"""Commands that record, decide and take back, and what the database holds afterwards."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import TEXT
from tests.cli.conftest import Command

WORDS = "the bridge opens in spring, not before"


@pytest.fixture
def article(quotetrack: Command, tmp_path: Path) -> str:
    """The id of the stored article."""
    (tmp_path / "article.txt").write_bytes(TEXT.encode())
    return quotetrack(
        "add", str(tmp_path / "article.txt"), "--title", "Bridge stays shut",
        "--published", "2 Mar 2023",
    ).id  # fmt: skip


@pytest.fixture
def remark(quotetrack: Command, article: str) -> str:
    """The id of Ames's remark."""
    return quotetrack(
        "add-statement", "--article", article, "--speaker", "Ruth Ames", "--new-speaker",
        "--text", WORDS, "--said", "5 December", "--role", "Harbour Master",
    ).id  # fmt: skip


def test_add_keeps_every_field(quotetrack: Command, tmp_path: Path, desk: Path) -> None:
    (tmp_path / "post.txt").write_bytes(TEXT.encode())
    ended = quotetrack(
        "add", str(tmp_path / "post.txt"), "--title", "T", "--outlet", "O", "--byline", "B",
        "--url", "https://post.example/1", "--published", "5 Dec 2022 14:30 Baku",
        "--kind", "post", "--provenance", "eyewitness", "--json",
    )  # fmt: skip
    assert ended.status == 0
    printed = json.loads(ended.output)
    assert {**printed, "id": None, "published": None} == {
        "id": None,
        "kind": "post",
        "title": "T",
        "outlet": "O",
        "url": "https://post.example/1",
        "published": None,
        "provenance": "eyewitness",
    }
    assert one_row(desk, "SELECT published_at, published_zone, byline FROM article") == (
        "2022-12-05T14:30",
        "Asia/Baku",
        "B",
    )


def test_add_reads_standard_input(
    quotetrack: Command, monkeypatch: pytest.MonkeyPatch, desk: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\r\nb")))
    assert quotetrack("add", "-").status == 0
    assert one_row(desk, "SELECT text FROM snapshot_text") == ("a\r\nb",)


def test_add_refuses_what_is_not_in_the_encoding(quotetrack: Command, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Caf\xe9".encode("latin-1"))
    ended = quotetrack("add", str(path))
    assert ended.status == 2
    assert "not in utf-8: byte 3" in ended.errors
    assert quotetrack("add", str(path), "--encoding", "nonsense").status == 2
    assert quotetrack("add", str(path), "--encoding", "latin-1").status == 0
    assert not quotetrack("db", "check").output


def test_add_of_the_same_text_is_refused(
    quotetrack: Command, article: str, tmp_path: Path, desk: Path
) -> None:
    before = stored_rows(desk)
    ended = quotetrack("add", str(tmp_path / "article.txt"))
    assert ended.status == 5
    assert article[:6] in ended.errors
    assert stored_rows(desk) == before


def test_a_typed_day_looks_back_from_the_articles_publication(remark: str, desk: Path) -> None:
    assert one_row(desk, "SELECT said_from, said_to FROM statement") == ("2022-12-05", "2022-12-05")


def test_a_speaker_that_nobody_knows_is_refused(quotetrack: Command, article: str) -> None:
    ended = quotetrack(
        "add-statement", "--article", article, "--speaker", "Nobody", "--text", WORDS,
        "--said", "today",
    )  # fmt: skip
    assert ended.status == 5
    assert "No speaker is called 'Nobody'" in ended.errors


def test_a_wording_that_is_not_there_needs_unanchored(quotetrack: Command, article: str) -> None:
    arguments = (
        "add-statement", "--article", article, "--speaker", "Ruth Ames", "--new-speaker",
        "--text", "We are sorry.", "--said", "not recorded",
    )  # fmt: skip
    assert quotetrack(*arguments).status == 5
    ended = quotetrack(*arguments, "--unanchored", "--json")
    assert ended.status == 0
    assert json.loads(ended.output)["quotes"][0]["anchor_state"] == "unanchored"


def test_a_denial_its_link_and_undo(quotetrack: Command, remark: str, desk: Path) -> None:
    before = stored_rows(desk)
    ended = quotetrack(
        "tag", remark[:6], "denied-unspecified", "--date", "between 5 Dec 2022 and 2 Mar 2023",
        "--source", "Bridge", "--evidence", "Ames later denied her remarks.", "--json",
    )  # fmt: skip
    assert ended.status == 0
    printed: dict[str, Any] = json.loads(ended.output)
    assert printed["status"] == "denied"
    (event,) = printed["events"]
    assert (event["type"], event["from"], event["to"]) == (
        "denied_unspecified",
        "2022-12-05",
        "2023-03-02",
    )
    (link,) = printed["links"]
    assert (link["relation"], link["basis"], link["other"]) == (
        "contradicts",
        "denial",
        {"kind": "event", "id": event["id"]},
    )
    assert quotetrack("undo").output.startswith("Took back: Tagged a statement of Ruth Ames")
    assert stored_rows(desk) == before


@pytest.mark.parametrize("kind", ["retracted", "denied_saying", "walked-back", "apologised"])
def test_tag_takes_hyphens_and_underscores_and_can_be_undone(
    quotetrack: Command, remark: str, desk: Path, kind: str
) -> None:
    before = stored_rows(desk)
    assert quotetrack("tag", remark, kind, "--date", "not recorded", "--source", "not recorded").id
    assert one_row(desk, "SELECT type FROM event") == (kind.replace("-", "_"),)
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


def test_tag_by_another(quotetrack: Command, remark: str, desk: Path) -> None:
    arguments = (
        "tag", remark, "third-party-disputed", "--date", "7 Dec 2022", "--source", "not recorded",
        "--actor", "Tom Vale",
    )  # fmt: skip
    assert quotetrack(*arguments).status == 5
    assert quotetrack(*arguments, "--new-speaker", "--note", "by post").status == 0
    assert one_row(desk, "SELECT name FROM speaker JOIN event ON actor_id = speaker.id") == (
        "Tom Vale",
    )


def test_tag_wants_date_and_source(quotetrack: Command, remark: str) -> None:
    ended = quotetrack("tag", remark, "retracted")
    assert ended.status == 2
    assert "--date, --source" in ended.errors


def test_denied_alone_is_never_guessed_to_be_one_of_the_three(quotetrack: Command) -> None:
    ended = quotetrack("tag", "abc", "denied", "--date", "today", "--source", "not recorded")
    assert ended.status == 2
    assert "denied-saying, denied-substance, denied-unspecified; say which" in ended.errors


def test_a_kind_of_tag_that_is_mistyped_is_suggested(quotetrack: Command) -> None:
    ended = quotetrack("tag", "abc", "retacted", "--date", "today", "--source", "not recorded")
    assert ended.status == 2
    assert "Did you mean retracted?" in ended.errors


@pytest.fixture
def pair(quotetrack: Command) -> tuple[str, str]:
    """A later and an earlier statement of one speaker."""
    said = ("add-statement", "--speaker", "Ruth Ames", "--new-speaker")
    earlier = quotetrack(*said, "--text", "40 ships wait", "--said", "2022-12-05").id
    return quotetrack(*said, "--text", "25 ships wait", "--said", "2022-12-06").id, earlier


def test_link_and_undo(quotetrack: Command, pair: tuple[str, str], desk: Path) -> None:
    before = stored_rows(desk)
    ended = quotetrack(
        "link", *pair, "--relation", "contradicts", "--basis", "number", "--reason", "40, 25",
        "--json",
    )  # fmt: skip
    printed = json.loads(ended.output)
    assert (printed["later"], printed["earlier"]) == pair
    assert one_row(desk, "SELECT relation, basis, reasons FROM link") == (
        "contradicts",
        "number",
        '["40, 25"]',
    )
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        ("confirm", "confirmed"),
        ("dismiss", "dismissed"),
        ("position-change", "confirmed"),
        ("needs-more", "needs_more"),
    ],
)
def test_deciding_and_undo(
    quotetrack: Command, pair: tuple[str, str], desk: Path, decision: str, state: str
) -> None:
    link = quotetrack("link", *pair, "--relation", "contradicts", "--basis", "number").id
    other = "confirm" if decision == "dismiss" else "dismiss"
    assert quotetrack("contradictions", other, link).status == 0
    before = stored_rows(desk)
    ended = quotetrack("contradictions", decision, link[:6], "--json")
    assert json.loads(ended.output)["state"] == state
    basis = "position_change" if decision == "position-change" else "number"
    assert one_row(desk, "SELECT state, basis FROM link") == (state, basis)
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before


def test_contradictions_are_listed_in_the_states_asked_for(
    quotetrack: Command, pair: tuple[str, str]
) -> None:
    assert quotetrack("contradictions").errors == "No contradictions.\n"
    link = quotetrack("link", *pair, "--relation", "contradicts").id
    (row,) = quotetrack("contradictions").output.splitlines()
    assert row.split("\t") == [link, "confirmed", "", "Ruth Ames", "40 ships wait", "25 ships wait"]
    assert quotetrack("contradictions", "list", "--state", "dismissed").output == ""
    (printed,) = json.loads(quotetrack("contradictions", "--json").output)
    assert printed["earlier"]["text"] == "40 ships wait"
    assert printed["later"]["statement"]["text"] == "25 ships wait"


def test_speaker_add_edit_and_undo(quotetrack: Command, desk: Path) -> None:
    speaker = quotetrack("speaker", "add", "Ruth Ames", "--alias", "R. Ames").id
    before = stored_rows(desk)
    ended = quotetrack(
        "speaker", "edit", "Ames", "--name", "Ruth Vale", "--remove-alias", "R. Ames",
        "--add-alias", "Ruth Ames", "--add-role", "Mayor", "--organisation", "Ely",
        "--role-kind", "office", "--attested-on", "5 Dec 2022", "--kind", "person", "--json",
    )  # fmt: skip
    printed = json.loads(ended.output)
    assert (printed["id"], printed["name"]) == (speaker, "Ruth Vale")
    assert [name["name"] for name in printed["names"]] == ["Ruth Vale", "Ruth Ames"]
    assert [(role["title"], role["attested_on"]) for role in printed["roles"]] == [
        ("Mayor", "2022-12-05")
    ]
    assert quotetrack("undo").status == 0
    assert stored_rows(desk) == before
    assert quotetrack("undo").status == 0
    ended = quotetrack("undo")
    assert ended.status == 5
    assert "nothing of ada" in ended.errors


def test_history_tells_who_did_what(quotetrack: Command, remark: str) -> None:
    entries = json.loads(quotetrack("history", "--json").output)
    assert [(entry["actor"], entry["action"]) for entry in entries] == [
        ("ada", "add_statement"),
        ("ada", "add_article"),
    ]
    (entry,) = json.loads(quotetrack("history", remark, "--json").output)
    assert {"table": "statement", "id": remark, "change": "insert"} in entry["changes"]
    assert len(quotetrack("history", "--limit", "1").output.splitlines()) == 1


def test_a_named_database_that_is_not_there_is_made_for_a_first_entry_only(
    quotetrack: Command, tmp_path: Path
) -> None:
    path = tmp_path / "new.db"
    assert quotetrack("search", "--db", str(path)).status == 3
    assert quotetrack("undo", "--db", str(path)).status == 3
    assert not path.exists()
    ended = quotetrack("--db", str(path), "speaker", "add", "Ruth Ames")
    assert ended.status == 0
    assert f"Made a new database, {path}." in ended.errors


def test_without_a_name_ones_own_database_is_used(
    quotetrack: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("QUOTETRACK_DB")
    assert quotetrack("speaker", "add", "Ruth Ames").status == 0
    assert one_row(tmp_path / "own.db", "SELECT name FROM speaker") == ("Ruth Ames",)


def test_one_entry_is_shown_field_by_field_and_taken_back(quotetrack: Command, remark: str) -> None:
    (entry,) = json.loads(quotetrack("history", remark, "--mine", "--standing", "--json").output)
    number = str(entry["unit"])
    shown = json.loads(quotetrack("history", "show", number, "--json").output)
    assert shown["unit"] == entry["unit"]
    (statement,) = [each for each in shown["rows"] if each["table"] == "statement"]
    assert (statement["id"], statement["change"]) == (remark, "insert")
    assert "added statement" in quotetrack("history", "show", number).output
    assert quotetrack("undo", number).output.startswith("Took back: Added a statement")
    assert quotetrack("undo", number).status != 0
    assert "taken back by change" in quotetrack("history", "show", number).output
