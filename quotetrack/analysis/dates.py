"""Finds the dates that a text names and says which days they mean, looking back from publication.

The conventions are those of TIMEX3 for values and of the house's guideline for intervals: a weekday
is the last one, "this week" ends with publication, "early" is the first ten days of a month.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from quotetrack.analysis import named_dates, relative_dates, vague_dates
from quotetrack.analysis.calendar_words import YEAR
from quotetrack.analysis.date_scene import Scene
from quotetrack.analysis.periods import Period
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import DateBasis

_Reader = Callable[[re.Match[str], Scene], Period | None]

_EXPRESSIONS: tuple[tuple[str, _Reader, DateBasis], ...] = (
    (named_dates.ISO, named_dates.read_iso, DateBasis.STATED),
    (named_dates.NUMERIC, named_dates.read_numeric, DateBasis.STATED),
    (named_dates.DAY_OF_TWO_MONTHS, named_dates.read_day_of_two_months, DateBasis.STATED),
    (named_dates.DAYS_BEFORE_MONTH, named_dates.read_days_of_month, DateBasis.STATED),
    (named_dates.DAYS_AFTER_MONTH, named_dates.read_days_of_month, DateBasis.STATED),
    (named_dates.NAMED_DAY, named_dates.read_named_day, DateBasis.STATED),
    (named_dates.HOLIDAY, named_dates.read_holiday, DateBasis.STATED),
    (relative_dates.WEEKDAY_NAMED, relative_dates.read_weekday, DateBasis.RELATIVE),
    (relative_dates.TODAY, relative_dates.read_today, DateBasis.RELATIVE),
    (relative_dates.SAME_PERIOD, relative_dates.read_same_period, DateBasis.RELATIVE),
    (named_dates.QUARTER, named_dates.read_quarter, DateBasis.STATED),
    (named_dates.NAMED_SEASON, named_dates.read_season, DateBasis.STATED),
    (named_dates.NAMED_MONTH, named_dates.read_named_month, DateBasis.STATED),
    (relative_dates.LAST_COUNT, relative_dates.read_last_count, DateBasis.RELATIVE),
    (relative_dates.WHICH_SPAN, relative_dates.read_which_span, DateBasis.RELATIVE),
    (relative_dates.PART_OF_SPAN, relative_dates.read_part_of_span, DateBasis.RELATIVE),
    (relative_dates.THE_WEEKEND, relative_dates.read_the_weekend, DateBasis.RELATIVE),
    (relative_dates.SPAN_PREVIOUS, relative_dates.read_span_previous, DateBasis.RELATIVE),
    (relative_dates.COUNT_AGO, relative_dates.read_count_ago, DateBasis.RELATIVE),
    (relative_dates.COUNT_FROM, relative_dates.read_count_from, DateBasis.RELATIVE),
    (relative_dates.SOME_HOURS_FROM, relative_dates.read_same_day, DateBasis.RELATIVE),
    (relative_dates.SAME_DAY, relative_dates.read_same_day, DateBasis.RELATIVE),
    (relative_dates.NEXT_DAY, relative_dates.read_next_day, DateBasis.RELATIVE),
    (named_dates.DECADE, named_dates.read_decade, DateBasis.STATED),
    (named_dates.NAMED_YEAR, named_dates.read_year, DateBasis.STATED),
    (named_dates.SHORT_YEAR, named_dates.read_short_year, DateBasis.STATED),
    (vague_dates.PRESENT, vague_dates.read_present, DateBasis.RELATIVE),
    (vague_dates.PAST, vague_dates.read_past, DateBasis.RELATIVE),
    (vague_dates.FUTURE, vague_dates.read_future, DateBasis.RELATIVE),
    (vague_dates.LATER, vague_dates.read_later, DateBasis.RELATIVE),
)
"""Every way of writing a date, the longer before those that they contain."""

_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][\w .,'’/-]{1,60}(?:,\s+|\s\()$")
_BEHIND_DATELINE = re.compile(r"\)?\s*(?:\([^()\n]{2,30}\)\s*)?(?:—|–|--|-)\s")
_CAPTION = re.compile(
    r"^\s*(?:Pictured|Photo|File photo|In this photo)\b"
    r"|/\s*(?:Courtesy|Photo|Getty|Reuters|AFP|AP|EPA|Handout)\b|\((?:AP|AFP|EPA|Reuters|Getty)\b"
    r"|\b(?:Photo|Picture|Image|Credit)(?: by)?:"
)
_LONGEST_CAPTION = 300
_NAMES_ITS_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_NO_DAY = date(2000, 1, 1)


class FoundDate(NamedTuple):
    """A date that a text names.

    Attributes:
        start: where its words begin, in code points of the text as it was given.
        end: behind their last.
        when: the interval, its phrase and its basis; not known for such as "recently".
        value: the TIMEX3 value; None where it has none.
    """

    start: int
    end: int
    when: UncertainDate
    value: str | None


def find_dates(
    text: str,
    published: date | None,
    *,
    day_first: bool | None = True,
    spoken: Sequence[tuple[int, int]] = (),
) -> list[FoundDate]:
    """The dates that a text names, in the order of the text.

    Args:
        text: plain text.
        published: the day from which to look back; without it, what does not name its year is
            found but not dated.
        day_first: how the source's country writes 3/4/2022; None leaves it undated.
        spoken: where somebody's words stand, start and end: "the next day" outside of them is not
            counted from a day named inside.
    """
    scene = Scene(text, published or _NO_DAY, day_first)
    found: list[FoundDate] = []
    position = 0
    scanner = _scanner()
    while (hit := scanner.search(text, position)) is not None:
        scene.start = hit.start()
        pattern, read, basis = _readers()[int((hit.lastgroup or "e0")[1:])]
        match = pattern.match(text, hit.start())
        assert match is not None  # the scanner has matched the same expression
        scene.end = match.end()
        period = _read(read, match, scene)
        if period is None:
            # The words may be the beginning of another expression, one word on.
            position = _next_word(text, hit.start())
            continue
        if published is None and not _NAMES_ITS_YEAR.search(match.group()):
            period = Period(None, None, None, None)
        found.append(_to_found(match, period, _basis(text, match, basis)))
        position = match.end()
        if any(start <= match.start() < end for start, end in spoken):
            continue
        if period.one_day is not None:
            scene.previous = period.one_day
        if period.first is not None:
            scene.previous_whole = period
    return found


def _read(read: _Reader, match: re.Match[str], scene: Scene) -> Period | None:
    try:
        return read(match, scene)
    except (ValueError, OverflowError):
        # 31 February, or a year before the first: no date at all.
        return None


def _basis(text: str, match: re.Match[str], basis: DateBasis) -> DateBasis:
    """A date that opens a report, or stands under a picture, is known by its place."""
    line = text.rfind("\n", 0, match.start()) + 1
    before = text[line : match.start()]
    if _DATELINE.match(before) and _BEHIND_DATELINE.match(text, match.end()):
        return DateBasis.DATELINE
    end = text.find("\n", match.end())
    whole = text[line : end if end >= 0 else len(text)]
    return DateBasis.CAPTION if len(whole) <= _LONGEST_CAPTION and _CAPTION.search(whole) else basis


def _to_found(match: re.Match[str], period: Period, basis: DateBasis) -> FoundDate:
    earliest = period.first.isoformat() if period.first else None
    latest = period.last.isoformat() if period.last else None
    if period.time:
        earliest = latest = f"{earliest}T{period.time}"
    known = earliest is not None or latest is not None
    when = UncertainDate(
        earliest, latest, period.precision, None, match.group(), basis if known else None
    )
    return FoundDate(match.start(), match.end(), when, period.value)


def _next_word(text: str, start: int) -> int:
    position = start + 1
    while position < len(text) and text[position].isalnum():
        position += 1
    return position


@cache
def _readers() -> tuple[tuple[re.Pattern[str], _Reader, DateBasis], ...]:
    return tuple((_compiled(each), read, basis) for each, read, basis in _EXPRESSIONS)


@cache
def _scanner() -> re.Pattern[str]:
    """One pattern that finds where any expression begins, and which."""
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", each) for each, _, _ in _EXPRESSIONS)
    # Marks are told apart by name, which the scanner has none of: any of them will do here.
    plain = (each.replace("(?P=mark)", "[./]") for each in unnamed)
    joined = "|".join(f"(?P<e{number}>{each})" for number, each in enumerate(plain))
    return re.compile(rf"(?<![\w$£€#])(?:{joined})(?!\w)")


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{expression})(?!\w)")
