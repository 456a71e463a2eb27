"""The commands that cite a statement and open its source."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.house.fresh_interpreter import SAMPLE

VOLKOV = "k1400c"
ADDRESS = "https://sample-courier.example/lachin/one-sentence-about-customs"


@pytest.fixture(autouse=True)
def sample(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads the sample, with no browser in reach."""
    monkeypatch.setenv("QUOTETRACK_DB", str(SAMPLE))
    monkeypatch.setenv("SSH_TTY", "a terminal far away")


def test_a_citation_names_the_denial(quotetrack: Command) -> None:
    ended = quotetrack("cite", VOLKOV)

    assert ended.status == 0
    assert ended.output.startswith("Andrei Volkov, Commander, Russian peacekeepers, 5 Dec 2022")
    assert ended.output.rstrip().endswith(
        "Status: later denied (not said which), between 5 Dec 2022 and 2 Mar 2023."
    )


def test_several_make_one_csl_list(quotetrack: Command) -> None:
    found = json.loads(quotetrack("search", "status:retracted", "--json").output)
    ids = [each["id"] for each in found[:2]]

    items = json.loads(quotetrack("cite", VOLKOV, *ids, "--format", "csl-json").output)

    assert len(items) == 3


def test_json_gives_text_and_fields(quotetrack: Command) -> None:
    printed = json.loads(quotetrack("cite", VOLKOV, "--format", "bibtex", "--json").output)

    assert printed["format"] == "bibtex"
    assert printed["text"].startswith("@article{volkov-2022-k1400c,")
    (statement,) = printed["statements"]
    assert statement["fields"]["speaker"] == "Andrei Volkov"
    assert statement["fields"]["venue"] is None


def test_a_quote_is_chosen_by_its_id(quotetrack: Command) -> None:
    quotes = json.loads(quotetrack("show", VOLKOV, "--json").output)["quotes"]

    ended = quotetrack("cite", VOLKOV, "--quote", quotes[-1]["id"], "--json")

    assert json.loads(ended.output)["statements"][0]["quote"] == quotes[-1]["id"]


def test_the_configuration_gives_format_and_template(quotetrack: Command, desk: Path) -> None:
    config = desk.parent / "config.toml"
    config.write_text("[citation]\ntemplate = '{speaker}: {wording}[ – {status}]'\n")
    ended = quotetrack("cite", VOLKOV)
    assert ended.output.startswith("Andrei Volkov: a small customs checkpoint")

    config.write_text("[citation]\nformat = 'markdown'\n")
    assert quotetrack("cite", VOLKOV).output.startswith("**Andrei Volkov**")


def test_a_faulty_template_is_refused_before_anything_is_cited(
    quotetrack: Command, desk: Path
) -> None:
    config = desk.parent / "config.toml"
    config.write_text("[citation]\ntemplate = '{speeker}: {wording} {status}'\n")

    ended = quotetrack("cite", VOLKOV)

    assert ended.status == 2
    assert str(config) in ended.errors
    assert "Did you mean {speaker}?" in ended.errors


def test_without_a_browser_the_address_is_printed(quotetrack: Command) -> None:
    ended = quotetrack("open", VOLKOV)

    assert ended.output.startswith(f"{ADDRESS}#:~:text=")
    assert "There is no browser here" in ended.errors


def test_the_address_alone_is_printed_when_asked_for(quotetrack: Command) -> None:
    ended = quotetrack("open", VOLKOV, "--print")

    assert ended.output.startswith(ADDRESS)
    assert not ended.errors
    printed = json.loads(quotetrack("open", VOLKOV, "--json").output)
    assert printed == {"address": ended.output.rstrip(), "opened": False}


def test_an_article_opens_as_a_whole(quotetrack: Command) -> None:
    quotes = json.loads(quotetrack("show", VOLKOV, "--json").output)["quotes"]
    article = quotes[0]["article"]["id"]

    assert quotetrack("open", article, "--print").output == f"{ADDRESS}\n"
    assert quotetrack("open", article, "--quote", quotes[0]["id"]).status == 2
