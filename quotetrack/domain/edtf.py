"""EDTF and everyday words for an UncertainDate.

EDTF is the Library of Congress's Extended Date/Time Format, ISO 8601-2:2019 Annex A.
"""

from datetime import date as day
from datetime import timedelta

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import Precision

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_span(date: UncertainDate) -> tuple[str | None, str | None]:
    """The first and last calendar day, ISO 8601; None where that end is open."""
    first = date.earliest[:10] if date.earliest else None
    last = date.latest[:10] if date.latest else None
    return first, last


def to_edtf(date: UncertainDate) -> str | None:
    """The date in EDTF, level 1; None where nothing is known."""
    if not date.known:
        return None
    single = _whole_unit(date)
    if single is not None:
        return _complete(single, date.zone) if "T" in single else single
    return f"{date.earliest or '..'}/{date.latest or '..'}"


def describe_date(date: UncertainDate) -> str:
    """The date in words a reader expects: "5 Dec 2022", "between 5 Dec 2022 and 2 Mar 2023"."""
    if not date.known:
        return "not recorded"
    zone = f" {date.zone}" if date.zone and "T" in (date.earliest or date.latest or "") else ""
    single = _whole_unit(date)
    if single is not None:
        return _moment_in_words(single) + zone
    if date.earliest is None and date.latest is not None:
        return f"by {_moment_in_words(date.latest)}{zone}"
    if date.latest is None and date.earliest is not None:
        return f"since {_moment_in_words(date.earliest)}{zone}"
    if date.earliest is not None and date.latest is not None:
        start, end = _moment_in_words(date.earliest), _moment_in_words(date.latest)
        return f"between {start} and {end}{zone}"
    return "not recorded"


def _whole_unit(date: UncertainDate) -> str | None:
    """The one year, month, day or moment that the interval is, if it is just one."""
    start, end = date.earliest, date.latest
    if start is None or end is None:
        return None
    if start == end:
        return start
    whole = start[:7] == end[:7] and start.endswith("-01") and _ends_a_month(end)
    if date.precision is Precision.MONTH and whole:
        return start[:7]
    if start[:4] == end[:4] and start[4:] == "-01-01" and end[4:] == "-12-31":
        return start[:4]
    return None


def _ends_a_month(last: str) -> bool:
    """Whether no day of its month follows; the module calendar would cost every search 2 ms."""
    if "T" in last:
        return False
    return last.endswith("-31") or (day.fromisoformat(last) + timedelta(days=1)).day == 1


def _complete(moment: str, zone: str | None) -> str:
    """EDTF wants seconds; the date's own precision says whether they are known."""
    time = moment.partition("T")[2]
    if time.count(":") == 1:
        moment += ":00"
    if zone == "UTC":
        return moment + "Z"
    return moment + zone if zone and zone[0] in "+-" else moment


def _moment_in_words(moment: str) -> str:
    day, _, time = moment.partition("T")
    year, *rest = day.split("-")
    words = year
    if rest:
        words = f"{_MONTHS[int(rest[0]) - 1]} {words}"
    if len(rest) > 1:
        words = f"{int(rest[1])} {words}"
    return f"{words} {time}" if time else words
