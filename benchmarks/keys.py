"""CPU from a key in Browse to the end of its repaint."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.measuring import clean_environment, in_turns, report, temporary_folder
from benchmarks.painting import Painter
from benchmarks.sample_rows import newest_words

ROUNDS = 40
QUIET = 0.15
"""Seconds without a paint after which a key counts as answered."""


def press(painter: Painter, keys: str) -> float:
    """Return the CPU seconds that the keys cost."""
    before = painter.cpu_so_far()
    painter.press(keys)
    painter.wait_for_quiet(QUIET)
    return painter.cpu_so_far() - before


def main() -> None:
    """Measure and report."""
    quotetrack = str(Path(sys.executable).with_name("quotetrack"))
    with temporary_folder() as folder:
        environment = {**clean_environment(Path(folder)), "TEXTUAL_ANIMATIONS": "none"}
        with Painter([quotetrack, "demo"], environment) as painter:
            painter.wait_for(newest_words())
            painter.wait_for_quiet(1.0)
            measures: dict[str, Callable[[], float]] = {
                "a key that nothing answers": partial(press, painter, "\x1f"),
                "next, and its detail": partial(press, painter, "j"),
                "previous, and its detail": partial(press, painter, "k"),
            }
            seconds = in_turns(measures, ROUNDS)
    report("Keys in Browse", seconds)


if __name__ == "__main__":
    main()
