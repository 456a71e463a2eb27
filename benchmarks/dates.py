"""Dates found in text: how many, with how many right, how fast; beside dateparser where installed.

    python -m benchmarks.dates GOLD.jsonl

Each line of GOLD has "text", "dct" (the day of publication) and "timex", a list of "start", "end",
"type" and "value" as in TIMEX3. Only expressions of type DATE count; one of another type is not
held against anybody. dateparser is installed by hand into the same environment.
"""

import importlib.util
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from quotetrack.analysis.dates import find_dates

Found = list[tuple[int, int, str | None]]


class Score(NamedTuple):
    """How one system did."""

    name: str
    precision: float
    recall: float
    value: float
    words: float


def main() -> None:
    """Measure, and print a table."""
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    articles = [each for each in articles if re.fullmatch(r"\d{4}-\d\d-\d\d", each["dct"] or "")]
    systems: list[tuple[str, Callable[[str, date], Found]]] = [("quotetrack", _ours)]
    if importlib.util.find_spec("dateparser"):
        systems.append(("dateparser", _dateparser))
    else:
        print("dateparser is not installed, so it is not measured.")
    print(f"{len(articles)} articles\n")
    print(f"{'':<12}{'precision':>10}{'recall':>8}{'value F1':>10}{'words / CPU s':>15}")
    for name, find in systems:
        score = _score(name, find, articles)
        print(
            f"{score.name:<12}{score.precision:>10.3f}{score.recall:>8.3f}"
            f"{score.value:>10.3f}{score.words:>15,.0f}"
        )


def _score(name: str, find: Callable[[str, date], Found], articles: list[dict[str, Any]]) -> Score:
    gold = named = right = predicted = 0
    find(articles[0]["text"], date.fromisoformat(articles[0]["dct"]))
    started = process_time()
    answers = [find(each["text"], date.fromisoformat(each["dct"])) for each in articles]
    seconds = process_time() - started
    for article, answer in zip(articles, answers, strict=True):
        free = dict(enumerate(answer))
        for wanted in article["timex"]:
            if wanted["type"] != "DATE":
                continue
            gold += 1
            hits = [number for number, each in free.items() if _overlap(each, wanted) > 0]
            if not hits:
                continue
            best = free.pop(max(hits, key=lambda number: _overlap(answer[number], wanted)))
            named += 1
            predicted += 1
            right += _plain(best[2]) == _plain(wanted["value"])
        predicted += sum(
            not any(_overlap(each, wanted) > 0 for wanted in article["timex"])
            for each in free.values()
        )
    words = sum(len(each["text"].split()) for each in articles)
    value = 2 * right / (predicted + gold)
    return Score(name, named / predicted, named / gold, value, words / seconds)


def _overlap(found: tuple[int, int, str | None], wanted: dict[str, Any]) -> int:
    return min(found[1], int(wanted["end"])) - max(found[0], int(wanted["start"]))


def _plain(value: str | None) -> str:
    """The value without a time of day, which is not what is compared."""
    return re.sub(r"T(MO|AF|EV|NI|DT|\d.*)$", "", value or "")


def _ours(text: str, published: date) -> Found:
    return [
        (each.start, each.end, each.value) for each in find_dates(text, published, day_first=False)
    ]


def _dateparser(text: str, published: date) -> Found:
    from datetime import datetime

    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime.combine(published, datetime.min.time()),
        "PREFER_DATES_FROM": "past",
    }
    # The search tells the day only; parsing the words again tells a month or year from a day.
    parser = DateDataParser(languages=["en"], settings=settings)
    lengths = {"year": 4, "month": 7}
    found: Found = []
    position = 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            length = lengths.get(parser.get_date_data(words).period, 10)
            found.append((start, position, moment.date().isoformat()[:length]))
    return found


if __name__ == "__main__":
    main()
