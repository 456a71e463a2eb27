"""CPU from start to the first paint with statements, against an empty Textual app's first paint."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.measuring import clean_environment, in_turns, report, temporary_folder
from benchmarks.painting import COLUMNS, LINES, Painter
from benchmarks.sample_rows import newest_words

ROUNDS = 15
LIMIT = 1.5

EMPTY_APP = "from textual.app import App; App().run()"


def empty_app(environment: Mapping[str, str]) -> float:
    """Return the CPU seconds of an empty app, until every cell has been painted."""
    with Painter([sys.executable, "-c", EMPTY_APP], environment) as painter:
        painter.wait_for_characters(COLUMNS * LINES)
    return painter.cpu_in_all


def demo(words: str, environment: Mapping[str, str]) -> float:
    """Return the CPU seconds of `quotetrack demo`, until the newest statement has been painted."""
    quotetrack = str(Path(sys.executable).with_name("quotetrack"))
    with Painter([quotetrack, "demo"], environment) as painter:
        painter.wait_for_characters(COLUMNS * LINES, words)
    return painter.cpu_in_all


def main() -> None:
    """Measure and report."""
    with temporary_folder() as folder:
        environment = clean_environment(Path(folder))
        seconds = in_turns(
            {
                "empty Textual app": partial(empty_app, environment),
                "quotetrack demo": partial(demo, newest_words(), environment),
            },
            ROUNDS,
        )
    report("Start, to the first paint with statements of sample.db", seconds, LIMIT)


if __name__ == "__main__":
    main()
