"""`quotetrack dates` finds the dates of a text, and answers a line at once."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

LINE = {
    "id": "a1",
    "text": "Ames spoke on Tuesday, and on 3/4/2022.",
    "published": "2023-03-02",
    "later": "unknown keys are passed over",
}


def test_the_dates_of_a_file_are_listed(quotetrack: Command, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Ames spoke on Tuesday.", encoding="utf-8")

    listed = quotetrack("dates", str(article), "--published", "2 March 2023")
    as_json = quotetrack("dates", str(article), "--published", "2023-03-02", "--json")

    assert listed.output == "14\t21\tTuesday\t28 Feb 2023\trelative\n"
    assert json.loads(as_json.output) == [
        {
            "start": 14,
            "end": 21,
            "text": "Tuesday",
            "from": "2023-02-28",
            "to": "2023-02-28",
            "edtf": "2023-02-28",
            "value": "2023-02-28",
            "basis": "relative",
        }
    ]


def test_each_line_is_answered_by_one(quotetrack: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps(LINE), "not json", '{"id": 7}', json.dumps(LINE | {"locale": "en-GB"})]

    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))

    answers = quotetrack("dates", "--jsonl").output.splitlines()

    first, broken, textless, british = (json.loads(answer) for answer in answers)
    assert first["id"] == "a1"
    assert [each["from"] for each in first["dates"]] == ["2023-02-28", None]
    assert (broken["id"], broken["dates"]) == (None, [])
    assert (textless["id"], textless["error"]) == (7, "it needs a text")
    assert british["dates"][1]["from"] == "2022-04-03"


def test_a_file_that_is_not_there_is_said(quotetrack: Command) -> None:
    ended = quotetrack("dates", "nowhere.txt")

    assert ended.status == 3
    assert "nowhere.txt cannot be read" in ended.errors
