"""Dates of an import: ISO bounds, the one time of a publication, and strokes that are settled."""

import re
from datetime import date, datetime

from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.errors import DateNotUnderstood
from quotetrack.domain.vocabulary import DateBasis, Precision

_NUMERIC = re.compile(r"^(\d{1,2})([/-])(\d{1,2})\2(\d{4})\b")
_OFFSET = re.compile(r"(Z|[+-]\d\d:?\d\d)$")


def iso_day(typed: str) -> UncertainDate | None:
    """A day typed in ISO 8601, as it is read wherever dates are typed; None for anything else.

    Most dates of most files are such, and this costs a twentieth of reading all that may be typed.
    """
    if len(typed) != 10 or not typed.isascii() or typed[4] != "-" or typed[7] != "-":
        return None
    try:
        day = date.fromisoformat(typed).isoformat()
    except ValueError:
        return None
    return UncertainDate(day, day, Precision.DAY, None, typed, DateBasis.ENTERED)


def read_bounds(earliest: str | None, latest: str | None) -> UncertainDate:
    """The interval between two moments in ISO 8601; either may be missing, and stays open.

    Raises:
        DateNotUnderstood: one is no ISO date, or the interval ends before it begins.
    """
    first, first_precision, first_zone = _iso(earliest)
    last, last_precision, last_zone = _iso(latest)
    if first is None and last is None:
        return UNKNOWN_DATE
    if first and last and first[: len(last)] > last[: len(first)]:
        raise DateNotUnderstood(f"From {first} to {last} ends before it begins.")
    if first and last and first > last:
        # A day and a moment in it: the day is all that both allow.
        first, last = first[:10], last[:10]
    precision = max(
        (each for each in (first_precision, last_precision) if each is not None),
        key=list(Precision).index,
    )
    return UncertainDate(first, last, precision, first_zone or last_zone, None, DateBasis.ENTERED)


def one_moment(published: UncertainDate) -> tuple[str | None, str | None, str | None]:
    """The one time at which something was published: the moment, its precision and its zone.

    Raises:
        DateNotUnderstood: the date is an interval.
    """
    if not published.known:
        return None, None, None
    earliest, latest, precision = published.earliest, published.latest, published.precision
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision or Precision.DAY, 10)
    if not (earliest and latest and precision and earliest[:length] == latest[:length]):
        raise DateNotUnderstood("An article is published at one time: a day, a month or a year.")
    return earliest, precision.value, published.zone


def reordered(typed: str, day_first: bool) -> str:
    """A date with strokes such as 3/4/2020 in the order of ISO, as the file is said to mean it."""
    match = _NUMERIC.match(typed)
    if match is None:
        return typed
    first, _, second, year = match.groups()
    day, month = (first, second) if day_first else (second, first)
    return f"{year}-{int(month):02d}-{int(day):02d}{typed[match.end() :]}"


def day_of(moment: str | None) -> date | None:
    """The day of a moment in ISO 8601."""
    return date.fromisoformat(moment[:10]) if moment else None


def _iso(typed: str | None) -> tuple[str | None, Precision | None, str | None]:
    """A day or moment in local time, its precision and its zone."""
    if typed is None:
        return None, None, None
    try:
        if len(typed) == 10:
            return date.fromisoformat(typed).isoformat(), Precision.DAY, None
        moment = datetime.fromisoformat(typed)
    except ValueError:
        raise DateNotUnderstood(
            f"'{typed}' is no day in ISO 8601. Write 2022-12-05 or 2022-12-05T14:30."
        ) from None
    offset = _OFFSET.search(typed)
    zone = None
    if offset is not None:
        sign = offset.group(1)
        zone = "UTC" if sign == "Z" else sign if ":" in sign else f"{sign[:3]}:{sign[3:]}"
    seconds = bool(moment.second)
    written = moment.strftime("%Y-%m-%dT%H:%M:%S" if seconds else "%Y-%m-%dT%H:%M")
    return written, Precision.SECOND if seconds else Precision.MINUTE, zone
