"""A sparkline of statements by month, as wide as there is room."""

from collections.abc import Sequence
from typing import NamedTuple

from quotetrack.domain.speaker_records import MonthCount

_BARS = "▁▂▃▄▅▆▇█"
_NONE = " "
_WIDEST = 3
"""Cells of a bar at most, where there is room."""


class Sparkline(NamedTuple):
    """Bars side by side.

    Attributes:
        bars: the bars as text; blanks where nothing was said.
        months: how many months a bar stands for.
        most: the largest number of statements in a bar.
    """

    bars: str
    months: int
    most: int


def draw_sparkline(counts: Sequence[MonthCount], width: int) -> Sparkline:
    """The months from the first to the last, several to a bar where there are too many."""
    if not counts:
        return Sparkline("", 1, 0)
    first, last = _number(counts[0].month), _number(counts[-1].month)
    months = -(-(last - first + 1) // max(width, 1))
    sums = [0] * ((last - first) // months + 1)
    for count in counts:
        sums[(_number(count.month) - first) // months] += count.statements
    most = max(sums)
    cells = max(1, min(_WIDEST, width // len(sums)))
    return Sparkline("".join(_bar(each, most) * cells for each in sums), months, most)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _bar(statements: int, most: int) -> str:
    if not statements:
        return _NONE
    return _BARS[(statements * len(_BARS) - 1) // most] if most else _NONE
