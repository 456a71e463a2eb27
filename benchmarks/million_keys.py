"""CPU of keys at a million statements, each until the rows it asks for are painted, and memory.

`python -m benchmarks.million_keys FILE`: FILE is what benchmarks.corpus wrote. The screen is read
as a terminal would show it, so that what counts is the row, not just any answer to the key.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

import pyte

from benchmarks.corpus_words import english_words
from benchmarks.keys import DOWN, EMPTY_APP
from benchmarks.measuring import clean_environment, machine, temporary_folder
from benchmarks.painting import COLUMNS, LINES, Painter
from quotetrack.actions import reading
from quotetrack.domain.records import StatementRow
from quotetrack.domain.text import clean_line
from quotetrack.store.database import Reader

TYPED = 200
"""Letters typed, each of which is a search."""

BETWEEN = 0.15
"""Seconds between two letters, as people type."""

REST = 1.0
"""Seconds after a word, in which all hits of it are found."""

PRESSES = 25
PATIENCE = 20.0

PROMISED = {
    "in view": (4.0,),
    "scrolling": (14.0,),
    "page": (14.0,),
    "end": (20.0,),
    "typing": (16.0, 40.0),
}
"""Milliseconds at most: p50, and p95 where it is promised."""

MEMORY = 90

UNREAD = re.compile(r"│ · +│")
"""A row that has not been read yet."""


class Screen:
    """The program's screen, and what it cost until it looked as wanted."""

    def __init__(self, painter: Painter) -> None:
        self._painter = painter
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """What is on the screen, a line a line."""
        return "\n".join(self._screen.display)

    def watch(self, seconds: float) -> None:
        """Take in what is painted within so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self._painter.read(left):
                self._stream.feed(self._painter.take())

    def cost(self, keys: str, painted: Callable[[str], bool]) -> float:
        """Milliseconds of CPU from a key until the screen looks as wanted.

        Raises:
            RuntimeError: it never did.
        """
        before = self._painter.cpu_so_far()
        deadline = time.monotonic() + PATIENCE
        self._painter.press(keys)
        while time.monotonic() < deadline:
            if self._painter.read(1.0):
                cpu = self._painter.cpu_so_far()
                self._stream.feed(self._painter.take())
                if painted(self.text):
                    return 1000 * (cpu - before)
        raise RuntimeError(f"{keys!r} was not answered:\n{self.text}")


def anything(_text: str) -> bool:
    """Whatever is painted first is the answer."""
    return True


def holds(wanted: re.Pattern[str], text: str) -> bool:
    """Whether what is wanted stands on the screen."""
    return bool(wanted.search(text))


def all_read(text: str) -> bool:
    """Whether every row in view has been read."""
    return not UNREAD.search(text)


def typed_words(chance: Random) -> list[str]:
    """Frequent words of four letters and more, as people search for them."""
    words = [word for word in islice(english_words(), 4_000) if len(word) > 3]
    return chance.sample(words[60:], TYPED)


def type_searches(screen: Screen, reader: Reader) -> list[float]:
    """Type words letter by letter; what each letter cost."""
    costs: list[float] = []
    screen.cost("/", anything)
    for word in typed_words(Random(1)):
        for length in range(1, len(word) + 1):
            search = word[:length]
            found = reading.search(reader, search, 5)
            rows = [clean_line(row.hit or row.text)[:14] for row in found]
            wanted = re.compile(rf"│ {search} .*" + ".*".join(map(re.escape, rows)), re.DOTALL)
            began = time.monotonic()
            costs.append(screen.cost(word[length - 1], partial(holds, wanted)))
            if len(costs) == TYPED:
                return costs
            screen.watch(BETWEEN - (time.monotonic() - began))
        screen.cost("\x15", anything)
        screen.watch(REST)
    return costs


def press(screen: Screen, keys: Sequence[str], answered: Callable[[str], bool]) -> list[float]:
    """Press keys in turns; what each cost until it was answered."""
    costs = []
    for number in range(PRESSES + 1):
        cost = screen.cost(keys[number % len(keys)], answered)
        screen.watch(0.2)
        if number:
            costs.append(cost)
    return costs


def measure(painter: Painter, reader: Reader) -> tuple[dict[str, list[float]], dict[str, float]]:
    """What each key cost, in milliseconds, and megabytes resident after it all."""
    screen = Screen(painter)
    newest, oldest = (clean_line(row.text)[:18] for row in ends(reader))
    painter.wait_for(newest)
    screen.watch(2)
    resident = {"after the start": painter.memory()}
    costs = {
        "in view": press(screen, ["j", "k"], anything),
        "end": press(screen, ["G", "g"], lambda text: oldest in text or newest in text)[::2],
        "page": press(screen, ["\x1b[6~"], all_read),
        "scrolling": press(screen, ["j"], all_read),
    }
    resident["after scrolling"] = painter.memory()
    costs["typing"] = type_searches(screen, reader)
    screen.watch(2)
    resident["after typing"] = painter.memory()
    return costs, resident


def ends(reader: Reader) -> tuple[StatementRow, StatementRow]:
    """The newest statement and the oldest."""
    keys = reading.find_keys(reader, "")
    newest, oldest = reading.load_rows(reader, [keys[0], keys[-1]])
    return newest, oldest


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    file = str(parser.parse_args().file)
    quotetrack = str(Path(sys.executable).with_name("quotetrack"))
    with temporary_folder() as folder, Reader(Path(file)) as reader:
        environment = {**clean_environment(Path(folder)), "TEXTUAL_ANIMATIONS": "none"}
        with Painter([sys.executable, "-c", EMPTY_APP], environment) as floor:
            floor.wait_for("line 17")
            costs = {"empty app, a list": press(Screen(floor), [DOWN], anything)}
        with Painter([quotetrack, "--db", file], environment) as painter:
            measured, resident = measure(painter, reader)
    report(costs | measured, resident)


def report(costs: dict[str, list[float]], resident: dict[str, float]) -> None:
    """Print what each key cost, and whether it is what was promised."""
    print("\nKeys at a million statements, to the rows painted")
    print(f"{machine()}; CPU of all threads in ms, at {COLUMNS}x{LINES}")
    print(f"  {'':20}{'p50':>8}{'p95':>8}{'most':>8}{'keys':>6}   promised")
    for name, taken in costs.items():
        half, most = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        line = f"  {name:20}{half:8.1f}{most:8.1f}{max(taken):8.1f}{len(taken):6}"
        if promised := PROMISED.get(name):
            kept = all(cost <= limit for cost, limit in zip((half, most), promised, strict=False))
            limits = " and ".join(f"{limit:.0f}" for limit in promised)
            line += f"   at most {limits}: {'kept' if kept else 'MISSED'}"
        print(line)
    for name, megabytes in resident.items():
        verdict = "kept" if megabytes <= MEMORY else "MISSED"
        print(f"  {'memory ' + name:30}{megabytes:8.0f} MB, at most {MEMORY}: {verdict}")


if __name__ == "__main__":
    main()
