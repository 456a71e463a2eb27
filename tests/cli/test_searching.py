"""Commands that search and show, as JSON, as rows and on a terminal."""

import json
import shutil
from pathlib import Path

import pytest

from quotetrack.cli.layout import display_width
from quotetrack.query.fields import FIELDS
from quotetrack.store.location import sample_path
from tests.cli.conftest import Command

KEYS = {
    "statement": [
        "id", "speaker", "on_behalf_of", "role", "text", "hit", "said", "status", "marks",
        "workflow", "quotes", "sources", "events", "links", "labels", "notes",
    ],
    "said": ["from", "to", "precision", "zone", "edtf", "phrase", "basis"],
    "quote": [
        "id", "exact", "form", "mention", "cue", "chain", "language", "translated_from",
        "translated_by", "article", "start", "end", "locator", "anchor_state",
        "attribution", "attribution_basis",
    ],
    "sources": ["count", "independent", "groups"],
    "article": ["id", "kind", "title", "outlet", "url", "published", "provenance"],
    "event": ["id", "type", "actor", "from", "to", "phrase", "evidence", "note"],
    "link": ["relation", "basis", "state", "direction", "other", "score", "reasons"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def sample(desk: Path) -> Path:
    """The sample, as the database that commands use."""
    shutil.copyfile(str(sample_path()), desk)
    return desk


def test_the_json_of_a_statement_has_every_key(quotetrack: Command) -> None:
    statements = json.loads(quotetrack("search", "--json", "--limit", "0").output)
    assert len(statements) > 50
    for statement in statements:
        assert list(statement) == KEYS["statement"]
        assert list(statement["speaker"]) == ["id", "name"]
        assert list(statement["said"]) == KEYS["said"]
        assert list(statement["sources"]) == KEYS["sources"]
        for quote in statement["quotes"]:
            assert list(quote) == KEYS["quote"]
            if quote["article"] is not None:
                assert list(quote["article"]) == KEYS["article"]
        assert all(list(event) == KEYS["event"] for event in statement["events"])
        for link in statement["links"]:
            assert list(link) == KEYS["link"]
            assert link["direction"] in ("earlier", "later")
            assert list(link["other"]) == ["kind", "id"]


def test_show_prints_what_search_prints(quotetrack: Command) -> None:
    (found,) = json.loads(quotetrack("search", "speaker:volkov", "--json").output)
    assert found["status"] == "denied"
    assert json.loads(quotetrack("show", found["id"][:7], "--json").output) == found


@pytest.mark.parametrize(
    "arguments",
    [
        ("-customs", "--json", "speaker:volkov"),
        ("--json", "speaker:volkov", "-customs"),
        ("--json", "speaker:volkov", "--", "-customs"),
        ("-customs speaker:volkov", "--json"),
    ],
)
def test_a_word_behind_a_hyphen_is_a_term(quotetrack: Command, arguments: tuple[str, ...]) -> None:
    ended = quotetrack("search", *arguments)
    assert (ended.status, ended.output) == (0, "[]\n")


def test_behind_two_hyphens_everything_is_a_term(quotetrack: Command) -> None:
    ended = quotetrack("search", "speaker:volkov", "--", "--json", "-h")
    assert ended.status == 0
    assert len(ended.output.split("\t")) == 5


def test_search_takes_its_options_anywhere_and_with_an_equals_sign(
    quotetrack: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUOTETRACK_DB")
    ended = quotetrack("search", f"--db={desk}", "--limit=3")
    assert len(ended.output.splitlines()) == 3
    assert quotetrack("search", "--limit", "3", "--db", str(desk)) == ended
    assert quotetrack("search", "-customs", "-h").output.startswith("usage: quotetrack search")


@pytest.mark.parametrize(
    "arguments", [("--jsn",), ("--limit", "-3"), ("--limit",), ("--db",), ("--limit=",)]
)
def test_a_wrong_option_of_search_is_told(quotetrack: Command, arguments: tuple[str, ...]) -> None:
    ended = quotetrack("search", "customs", *arguments)
    assert ended.status == 2
    assert "--help" in ended.errors


def test_a_search_that_cannot_be_read_suggests(quotetrack: Command) -> None:
    ended = quotetrack("search", "status:denyed")
    assert ended.status == 2
    assert "Did you mean denied?" in ended.errors


def test_a_search_says_in_which_order_it_is_unless_it_is_the_usual_one(
    quotetrack: Command,
) -> None:
    newest = quotetrack("search", "--limit", "0")
    oldest = quotetrack("search", "--limit", "0", "sort:oldest")
    assert "irst" not in newest.errors
    assert "The oldest first:" in oldest.errors
    assert oldest.output.splitlines() == newest.output.splitlines()[::-1]
    assert "The best match first, of the newest 1,000:" in (
        quotetrack("search", "sort:relevance", "road").errors
    )


def test_a_hit_in_a_quote_shows_its_wording(
    quotetrack: Command, on_terminal: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = json.loads(quotetrack("search", "--json", "--limit", "0").output)
    record, wording = next(
        (each, quote["exact"])
        for each in found
        for quote in each["quotes"]
        if len(set(quote["exact"].split()) - set(each["text"].split())) > 3
    )
    phrase = f'"{" ".join(wording.split()[:6])}"'
    (hit,) = json.loads(quotetrack("search", phrase, "--json").output)
    assert hit["id"] == record["id"]
    assert hit["hit"].split()[:6] == wording.split()[:6]
    assert "quoted: “" in on_terminal("search", phrase).output
    assert "quoted: “" not in on_terminal("search", "speaker:volkov").output


def test_help_explains_every_field(quotetrack: Command) -> None:
    explained = quotetrack("search", "--help").output
    for field in FIELDS.values():
        assert f"  {field.example} " in explained
        assert field.meaning in explained


def test_piped_rows_are_whole_and_on_one_line_each(quotetrack: Command) -> None:
    lines = quotetrack("search", "--limit", "7").output.splitlines()
    assert len(lines) == 7
    assert {line.count("\t") for line in lines} == {4}
    assert {len(line.split("\t")[0]) for line in lines} == {13}


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("contradictions",),
        ("speaker", "list"),
        ("speaker", "show", "volkov"),
        ("history",),
    ],
)
def test_on_a_terminal_every_line_fits(on_terminal: Command, arguments: tuple[str, ...]) -> None:
    ended = on_terminal(*arguments)
    assert ended.status == 0
    plain = [_without_colours(line) for line in ended.output.splitlines()]
    assert len(plain) > 3
    assert max(display_width(line) for line in plain) <= 60
    assert "\t" not in ended.output


def test_colours_are_for_terminals_that_want_them(
    on_terminal: Command, quotetrack: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" in on_terminal("search", "customs").output
    assert "\x1b[" not in quotetrack("search", "customs").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in on_terminal("search", "customs").output


def test_a_status_on_a_terminal_has_a_glyph_and_a_word(on_terminal: Command) -> None:
    ended = on_terminal("search", "speaker:volkov")
    assert "⊘ denied (not said which)" in ended.output
    assert "⚑ contradiction" in ended.output
    assert "1 statement." in ended.errors


def test_more_than_is_shown_is_told(quotetrack: Command) -> None:
    assert "2 of " in quotetrack("search", "--limit", "2").errors


def test_show_tells_the_whole_story(quotetrack: Command) -> None:
    (found,) = json.loads(quotetrack("search", "speaker:volkov", "--json").output)
    output = quotetrack("show", found["id"]).output
    for part in ("Commander", "denied (not said which)", "2022", "contradicts", "Sources"):
        assert part in output


def test_show_prints_an_article(quotetrack: Command, on_terminal: Command) -> None:
    (found,) = json.loads(quotetrack("search", "speaker:volkov", "--json").output)
    quote = found["quotes"][0]
    printed = json.loads(quotetrack("show", quote["article"]["id"], "--json").output)
    assert printed["text"][quote["start"] : quote["end"]] == quote["exact"]
    assert printed["title"] in on_terminal("show", quote["article"]["id"]).output


def test_an_id_that_nothing_has_is_not_found(quotetrack: Command) -> None:
    assert quotetrack("show", "zzzzzzzzzzzz").status == 3
    assert quotetrack("show", "no id!").status == 2


def test_speakers_as_json(quotetrack: Command) -> None:
    (listed,) = json.loads(quotetrack("speaker", "list", "volk", "--json").output)
    assert (listed["name"], listed["statements"]) == ("Andrei Volkov", 1)
    shown = json.loads(quotetrack("speaker", "show", "volkov", "--json").output)
    assert (shown["id"], shown["statuses"]) == (listed["id"], {"denied": 1})
    assert quotetrack("speaker", "list", "nobody").errors == "No speaker found.\n"


def test_controls_in_stored_text_never_reach_a_terminal(
    on_terminal: Command, quotetrack: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "hostile.txt"
    path.write_text("Beware\x1b]0;owned\x07 \x9b2Jof \u202ereversed\tthings", encoding="utf-8")
    article = quotetrack("add", str(path)).id
    shown = on_terminal("show", article).output
    as_json = on_terminal("show", article, "--json").output
    for output in (shown, as_json):
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\t"} & set(output)
    assert json.loads(as_json)["text"] == path.read_text(encoding="utf-8")


def _without_colours(line: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", line)


def test_facets_count_and_name_the_terms_that_narrow(quotetrack: Command) -> None:
    everything = json.loads(quotetrack("facets", "--json").output)
    assert everything["more"] is False
    assert {"label", "statements", "term"} == set(everything["status"][0])
    ended = quotetrack("facets", "nothing-like-it")
    assert (ended.status, ended.output) == (0, "")
    assert "Nothing found" in ended.errors
