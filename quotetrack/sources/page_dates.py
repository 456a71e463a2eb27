"""Dates as pages give them: to machines in ISO 8601 and its cousins, to readers in words."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from quotetrack.analysis.dates import find_dates
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import DateBasis, Precision

EARLIEST_YEAR = 1600

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"\s*(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?")
_MILLISECONDS = re.compile(r"1\d{12}|1\d{9}")


def read_machine_date(
    value: str, latest: date, day_first: bool | None = None
) -> UncertainDate | None:
    """A date in a page's data; None where it is none, or cannot be one of this page.

    Args:
        value: ISO 8601, RFC 2822, a number of seconds since 1970, or words.
        latest: the last day on which the page can have been published.
        day_first: how the page's country writes 3/4/2022.
    """
    text = clean_line(value, 100).strip()
    match = _ISO.match(text)
    if match:
        return _checked(_from_iso(match), latest)
    if _MILLISECONDS.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        moment = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
        return _checked(_moment(moment, "UTC"), latest)
    compact = _COMPACT.fullmatch(text)
    if compact:
        iso = f"{compact['year']}-{compact['month']}-{compact['day']}"
        return _checked(_day(iso), latest)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return read_printed_date(text, latest, day_first)
    zone = moment.strftime("%z")
    offset = f"{zone[:3]}:{zone[3:]}" if zone else None
    return _checked(_moment(moment.replace(tzinfo=None), offset), latest)


def read_printed_date(
    line: str, latest: date, day_first: bool | None = None
) -> UncertainDate | None:
    """The first whole date with its year in a line of text, such as a byline."""
    for found in find_dates(clean_line(line, 300), None, day_first=day_first):
        when = found.when
        if when.earliest and when.latest and when.earliest[:10] == when.latest[:10]:
            return _checked(when._replace(basis=DateBasis.STATED), latest)
    return None


def _from_iso(match: re.Match[str]) -> UncertainDate | None:
    if not match["time"]:
        return _day(match["day"])
    written = f"{match['day']}T{match['time']}"
    zone = match["zone"]
    if zone == "Z":
        zone = "UTC"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    # Midnight to the second is how systems write that they know the day only.
    if match["time"] == "00:00" and (match["second"] or "00") == "00":
        return _day(match["day"])
    return UncertainDate(written, written, Precision.MINUTE, zone, None, DateBasis.STATED)


def _moment(moment: datetime, zone: str | None) -> UncertainDate:
    written = moment.isoformat(timespec="minutes")
    return UncertainDate(written, written, Precision.MINUTE, zone, None, DateBasis.STATED)


def _day(written: str) -> UncertainDate | None:
    try:
        date.fromisoformat(written)
    except ValueError:
        return None
    return UncertainDate(written, written, Precision.DAY, None, None, DateBasis.STATED)


def _checked(found: UncertainDate | None, latest: date) -> UncertainDate | None:
    if found is None or found.earliest is None:
        return None
    day = date.fromisoformat(found.earliest[:10])
    return found if day.year >= EARLIEST_YEAR and day <= latest else None
