"""Commands on the sources of a statement."""

import json
from pathlib import Path

import pytest

from tests.actions.stored_rows import one_row, stored_rows
from tests.cli.conftest import Command

LEDGER = "The mayor said: “We will build 40 homes.” She smiled.\n"
ECHO = "“We will build forty homes,” the mayor told the Ledger.\n"


def stored(quotetrack: Command, folder: Path, outlet: str, text: str) -> str:
    (folder / "article.txt").write_bytes(text.encode())
    return quotetrack(
        "add", str(folder / "article.txt"), "--title", f"In {outlet}", "--outlet", outlet
    ).id


@pytest.fixture
def remark(quotetrack: Command, tmp_path: Path) -> str:
    return quotetrack(
        "add-statement", "--article", stored(quotetrack, tmp_path, "The Ledger", LEDGER),
        "--speaker", "Rita Sousa", "--new-speaker", "--text", "We will build 40 homes.",
        "--said", "May 2022",
    ).id  # fmt: skip


@pytest.fixture
def echo(quotetrack: Command, tmp_path: Path) -> str:
    return stored(quotetrack, tmp_path, "The Echo", ECHO)


def test_another_source_is_counted_and_shown(
    quotetrack: Command, remark: str, echo: str, desk: Path
) -> None:
    before = stored_rows(desk)
    ended = quotetrack(
        "add-quote", remark, "--article", echo, "--text", "We will build forty homes",
        "--chain", "The Ledger",
    )  # fmt: skip
    assert "2 sources, 1 independent" in ended.errors
    shown = quotetrack("show", remark).output
    assert "Sources: 2, 1 independent" in shown
    assert "The Echo takes it from The Ledger" in shown
    assert ended.id[:6] in shown
    printed = json.loads(quotetrack("show", remark, "--json").output)
    assert printed["sources"]["independent"] == 1
    assert printed["sources"]["groups"][0]["quotes"][1] == ended.id
    quotetrack("undo")
    assert stored_rows(desk) == before


def test_what_is_not_given_stays_and_an_empty_text_takes_away(
    quotetrack: Command, remark: str, echo: str, desk: Path
) -> None:
    quote = quotetrack(
        "add-quote", remark, "--article", echo, "--text", "We will build forty homes",
        "--chain", "The Ledger", "--cue", "told",
    ).id  # fmt: skip
    ended = quotetrack("quote", "edit", quote, "--chain", "", "--language", "en", "--best")
    assert "2 sources, 2 independent" in ended.errors
    assert one_row(desk, "SELECT chain, cue, language FROM quote ORDER BY id DESC LIMIT 1") == (
        None,
        "told",
        "en",
    )
    assert one_row(desk, "SELECT text FROM statement") == ("We will build forty homes",)
    assert quotetrack("quote", "remove", quote).id == remark
    assert one_row(desk, "SELECT text FROM statement") == ("We will build 40 homes.",)


def test_an_article_relies_on_another_until_taken_back(
    quotetrack: Command, remark: str, echo: str, desk: Path
) -> None:
    before = stored_rows(desk)
    assert quotetrack("article", "relies-on", echo, "The Ledger", "--note", "names it").id == echo
    assert one_row(desk, "SELECT note FROM article_reliance") == ("names it",)
    printed = json.loads(
        quotetrack("article", "relies-on", echo, "The Ledger", "--not", "--json").output
    )
    assert (printed["article"], printed["recorded"]) == (echo, False)
    assert stored_rows(desk) == before


def test_what_is_refused_names_the_reason(quotetrack: Command, remark: str, echo: str) -> None:
    ended = quotetrack("add-quote", remark, "--article", echo, "--text", "50 homes")
    assert (ended.status, ended.output) == (5, "")
    assert "do not stand" in ended.errors
    assert quotetrack("article", "relies-on", echo, echo).status == 5
