"""CPU from a key to its paint, and to the end of all that follows, on every screen and in forms."""

import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import clean_environment, machine, temporary_folder
from benchmarks.painting import Painter
from benchmarks.sample_rows import newest_words

ROUNDS = 12
"""Presses of each key, after one that is not counted."""

QUIET = 0.12
"""Seconds without a paint after which a key counts as answered."""

LIMIT = 0.005

NOTHING = "\x1f"
DOWN, UP = "\x1b[B", "\x1b[A"

EMPTY_APP = """
from textual.app import App
from textual.widgets import OptionList
class Empty(App):
    def compose(self):
        yield OptionList(*(f"line {number}" for number in range(18)))
Empty().run()
"""


class Station(NamedTuple):
    """A place in the app, and the keys pressed there in turns.

    Attributes:
        way: the keys that go there from the start, one after another.
        keys: what each is called in the report -> the presses, over and over.
    """

    way: Sequence[str]
    keys: Mapping[str, Sequence[str]]


TYPING = ("a", "b", "c", " ", "d", "e")

STATIONS = (
    Station((), {"Browse: down, with its detail": ["j"], "Browse: up, with its detail": ["k"]}),
    Station(("/",), {"Browse: a letter of a search": ["t", "a", "x", "\x15"]}),
    Station(("s",), {"Speakers: down": [DOWN], "Speakers: up": [UP]}),
    Station(("\r",), {"Statement: scroll down": ["j"], "Statement: scroll up": ["k"]}),
    Station(("2",), {"Contradictions: down": ["j"], "Contradictions: up": ["k"]}),
    Station(("i",), {"Speaker: down": ["j"], "Speaker: up": ["k"]}),
    Station(("A",), {"Article: down a row": ["j"], "Article: right": ["\x1b[C"]}),
    Station(("3",), {"Articles: down": ["j"], "Articles: up": ["k"]}),
    Station(("4",), {"Inbox: down": ["j"], "Inbox: up": ["k"]}),
    Station(("5",), {"History: down": ["j"], "History: up": ["k"]}),
    Station(("t", "\t"), {"Tag: a letter of a date": TYPING}),
    Station(("t", "\t", "\t"), {"Tag: a letter of a source": TYPING}),
    Station(("t", "\t", "\t", "\t"), {"Tag: a letter of the evidence": TYPING}),
    Station(("n",), {"New statement: a letter of the first field": TYPING}),
    Station(("c",), {"Jot: a letter": TYPING}),
)
"""Everything that a key can be pressed in; each is gone to in an app of its own."""


class Cost(NamedTuple):
    """Seconds of CPU that a key cost: to its first paint, and in all."""

    painted: float
    in_all: float


def press(painter: Painter, keys: str) -> Cost:
    """Type the keys and read what is painted for them."""
    painter.wait_for_quiet(0)  # a cursor that blinked
    before = painter.cpu_so_far()
    painter.press(keys)
    painter.read(QUIET)
    painted = painter.cpu_so_far() - before
    painter.wait_for_quiet(QUIET)
    return Cost(painted, painter.cpu_so_far() - before)


def measure(painter: Painter, floor: Painter, station: Station) -> dict[str, list[Cost]]:
    """Press the keys of a station in turns, and those of the floor between them."""
    for key in station.way:
        painter.press(key)
        painter.wait_for_quiet(0.5)
    turns: list[tuple[str, Painter, Iterator[str]]] = [
        ("empty app: a key that nothing answers", floor, cycle([NOTHING])),
        ("empty app: the cursor of a list moves", floor, cycle([DOWN])),
        *((name, painter, cycle(keys)) for name, keys in station.keys.items()),
    ]
    costs: dict[str, list[Cost]] = {name: [] for name, _, _ in turns}
    for number in range(ROUNDS + 1):
        for name, program, keys in turns:
            cost = press(program, next(keys))
            if number:
                costs[name].append(cost)
    return costs


def main() -> None:
    """Measure and report."""
    quotetrack = str(Path(sys.executable).with_name("quotetrack"))
    costs: dict[str, list[Cost]] = {}
    with temporary_folder() as folder:
        environment = {**clean_environment(Path(folder)), "TEXTUAL_ANIMATIONS": "none"}
        with Painter([sys.executable, "-c", EMPTY_APP], environment) as floor:
            floor.wait_for("line 17")
            for station in STATIONS:
                with Painter([quotetrack, "demo"], environment) as painter:
                    painter.wait_for(newest_words())
                    painter.wait_for_quiet(0.5)
                    for name, taken in measure(painter, floor, station).items():
                        costs.setdefault(name, []).extend(taken)
    report(costs)


def report(costs: Mapping[str, Sequence[Cost]]) -> None:
    """Print medians and spread; the ratio is that of all against the list of the empty app."""
    floor = statistics.median(
        cost.in_all for cost in costs["empty app: the cursor of a list moves"]
    )
    print("\nKeys")
    print(f"{machine()}; CPU, user and system, in ms, at 80x24")
    print(f"  {'':44}{'to the paint':^24}{'with all that follows':^24}{'ratio':>8}")
    print(f"  {'':44}" + 2 * f"{'median':>8}{'min':>8}{'max':>8}")
    for name, taken in costs.items():
        figures = [
            1000 * value(column)
            for column in (
                [cost.painted for cost in taken],
                [cost.in_all for cost in taken],
            )
            for value in (statistics.median, min, max)
        ]
        line = "".join(f"{figure:8.1f}" for figure in figures)
        print(f"  {name:44}{line}{figures[3] / 1000 / floor:8.2f}")
    over = [
        name
        for name, taken in costs.items()
        if statistics.median(cost.painted for cost in taken) > LIMIT
    ]
    verdict = "kept" if not over else f"MISSED by {'; '.join(over)}"
    print(f"  promised: at most {1000 * LIMIT:.0f} ms to the paint: {verdict}")


if __name__ == "__main__":
    main()
