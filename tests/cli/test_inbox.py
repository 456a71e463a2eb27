"""The commands of the inbox name its lines by their printed ids."""

import json

from tests.cli.conftest import Command


def test_a_line_is_changed_opened_and_discarded_by_its_id(quotetrack: Command) -> None:
    line = quotetrack("jot", "Ames on the bridge https://harbour.example/bridge").id

    assert quotetrack("inbox", "open", line, "--print").output == "https://harbour.example/bridge\n"
    assert quotetrack("inbox", "edit", line[:8], "--text", "Ames, on the radio").status == 0
    assert quotetrack("inbox", "discard", line[:8]).status == 0
    assert json.loads(quotetrack("inbox", "--json").output) == []


def test_an_id_that_no_line_has_is_said(quotetrack: Command) -> None:
    quotetrack("jot", "Ames on the bridge")

    ended = quotetrack("inbox", "discard", "zzzzzz")

    assert ended.status == 3
    assert "No line of the inbox" in ended.errors
