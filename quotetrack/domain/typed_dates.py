"""What a person types in a date field: "5 Dec 2022 14:30 Baku", "early March", "not recorded"."""

import calendar
import re
from datetime import date, datetime, timedelta

from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.errors import DateNotUnderstood, NoDate
from quotetrack.domain.places import read_zone
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import DateBasis, Precision

LONGEST_PHRASE = 100
EXAMPLES = (
    "“5 Dec 2022”, “5 Dec 2022 14:30 Baku”, “early March”, “2022-12..2023-03”, “not recorded”"
)

_NOT_RECORDED = frozenset({"", "not recorded", "unknown", "not known"})
_WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
_MONTHS = tuple(name.lower() for name in calendar.month_name)[1:]
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_WEEKDAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"

_AS_PRINTED = re.compile(r"^(?:on|in)\s+(?:the\s+)?|(?<=^early )in\s+|(?<=^late )in\s+")
"""Words around a date in running text: "on the 5th of December", "early in March"."""

_TIME = re.compile(
    r"^(?P<day>.+?)[\s,t]+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>.*)$"
)
_BETWEEN = (
    re.compile(r"^(?P<start>.*?)\s*\.\.+\s*(?P<end>.*)$"),
    re.compile(r"^between\s+(?P<start>.+?)\s+and\s+(?P<end>.+)$"),
    re.compile(r"^(?:from\s+)?(?P<start>.+?)\s+(?:to|until|till)\s+(?P<end>.+)$"),
    re.compile(r"^(?P<start>\S.*?)\s+[-–—]\s+(?P<end>.+)$"),
)
_DAYS_OF_ONE_MONTH = (
    re.compile(
        rf"^(?P<first>\d{{1,2}})\s*(?:[-–—]|and|&|to)\s*(?P<last>\d{{1,2}})\s+"
        rf"(?P<month>{_MONTH_NAME})\.?(?P<year>\s+\d{{4}})?$"
    ),
    re.compile(
        rf"^(?P<month>{_MONTH_NAME})\.?\s+(?P<first>\d{{1,2}})\s*(?:[-–—]|and|&|to)\s*"
        rf"(?P<last>\d{{1,2}})(?P<year>\s+\d{{4}})?$"
    ),
)
_ONE_SIDED = re.compile(r"^(?P<word>by|until|till|up to|before|since|from|after)\s+(?P<day>.+)$")
_PART_OF_MONTH = re.compile(
    rf"^(?P<part>early|mid|late)[\s-]+(?P<month>{_MONTH_NAME}\.?(?:\s+\d{{4}})?)$"
)
_NUMERIC = re.compile(
    r"^(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})$"
)
_ISO = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")
_NAMED_DAY = re.compile(
    rf"^(?:(?P<weekday>{_WEEKDAY_NAME})\.?\s+)?"
    rf"(?:(?P<day>{_DAY_NUMBER})\s+(?:of\s+)?(?P<month>{_MONTH_NAME})\.?"
    rf"|(?P<month_first>{_MONTH_NAME})\.?\s+(?P<day_second>{_DAY_NUMBER}))(?:\s+(?P<year>\d{{4}}))?$"
)
_NAMED_MONTH = re.compile(rf"^(?P<month>{_MONTH_NAME})\.?(?:\s+(?P<year>\d{{4}}))?$")
_WEEKDAY = re.compile(rf"^(?P<last>last\s+)?(?P<weekday>{_WEEKDAY_NAME})$")
_AGO = re.compile(
    rf"^(?P<count>\d{{1,3}}|an?|{'|'.join(_NUMBER_WORDS)})\s+(?P<unit>day|week|month|year)s?\s+ago$"
)


def parse_typed_date(
    text: str, reference: date, basis: DateBasis = DateBasis.ENTERED
) -> UncertainDate:
    """Read a date as a person types it; nothing is guessed that was not said.

    Args:
        text: the words typed. An empty text and "not recorded" give UNKNOWN_DATE.
        reference: the day from which weekdays, "yesterday" and dates without a year look back:
            the publication of the source, or today.
        basis: what the date rests on.

    Raises:
        DateNotUnderstood: the words are no date, or could be two.
    """
    phrase = clean_line(text[: LONGEST_PHRASE + 1])
    if len(phrase) > LONGEST_PHRASE:
        raise DateNotUnderstood(f"That is too long for a date. Try {EXAMPLES}.")
    typed = " ".join(phrase.lower().replace(",", " ").split())
    typed = _AS_PRINTED.sub("", typed)
    if typed in _NOT_RECORDED:
        return UNKNOWN_DATE
    try:
        found = _interval(typed, reference)
    except (ValueError, OverflowError) as error:
        raise DateNotUnderstood(f"There is no such day as “{phrase}”.") from error
    if found.earliest and found.latest and found.earliest[:10] > found.latest[:10]:
        raise DateNotUnderstood(f"“{phrase}” ends before it begins.")
    return UncertainDate(found.earliest, found.latest, found.precision, found.zone, phrase, basis)


def _interval(typed: str, reference: date) -> UncertainDate:
    several = _days_of_one_month(typed, reference)
    if several is not None:
        return several
    one_sided = _ONE_SIDED.match(typed)
    for pattern in _BETWEEN:
        match = pattern.match(typed)
        if match and not (one_sided and pattern is _BETWEEN[3]):
            return _between(match["start"], match["end"], reference)
    if one_sided:
        return _bounded(one_sided["word"], one_sided["day"], reference)
    return _single(typed, reference)


def _between(start: str, end: str, reference: date) -> UncertainDate:
    if not start.strip() and not end.strip():
        raise DateNotUnderstood("A range needs at least one end, as in “2022-12-05..”.")
    last = _single(end.strip(), reference) if end.strip() else UncertainDate()
    # "10 December to 3 January 2023": the start looks back from the end, not from the reference.
    anchor = _day(last.latest) if last.latest else reference
    first = _single(start.strip(), anchor) if start.strip() else UncertainDate()
    precision = _coarser(first.precision, last.precision)
    return UncertainDate(first.earliest, last.latest, precision, first.zone or last.zone)


def _bounded(word: str, typed: str, reference: date) -> UncertainDate:
    found = _single(typed, reference)
    earliest, latest = found.earliest, found.latest
    if word in ("since", "from"):
        latest = None
    elif word == "after":
        earliest, latest = _shifted(latest, 1), None
    elif word == "before":
        earliest, latest = None, _shifted(earliest, -1)
    else:
        earliest = None
    return UncertainDate(earliest, latest, found.precision, found.zone)


def _shifted(moment: str | None, days: int) -> str | None:
    """The next or previous day; a moment of a day is its own bound."""
    if moment is None or "T" in moment:
        return moment
    return (_day(moment) + timedelta(days=days)).isoformat()


def _single(typed: str, reference: date) -> UncertainDate:
    time = _TIME.match(typed)
    if time:
        return _moment(time, reference)
    for read in (_iso, _numeric, _named_day, _named_month, _part_of_month, _weekday, _relative):
        found = read(typed, reference)
        if found is not None:
            return found
    raise NoDate(f"“{typed}” is no date I can read. Try {EXAMPLES}.")


def _moment(match: re.Match[str], reference: date) -> UncertainDate:
    found = _single(match["day"], reference)
    if found.precision is not Precision.DAY or found.earliest != found.latest:
        raise DateNotUnderstood("A time of day needs one day before it, as in “5 Dec 2022 14:30”.")
    hour, half = int(match["hour"]), (match["half"] or "")[:1]
    if half and not 1 <= hour <= 12:
        raise DateNotUnderstood(f"There is no {hour} o'clock {half}m.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    second = match["second"]
    moment = datetime(2000, 1, 1, hour, int(match["minute"]), int(second or 0))
    written = (
        f"{found.earliest}T{moment:%H:%M:%S}" if second else f"{found.earliest}T{moment:%H:%M}"
    )
    zone = read_zone(match["zone"]) if match["zone"] else None
    precision = Precision.SECOND if second else Precision.MINUTE
    return UncertainDate(written, written, precision, zone)


def _iso(typed: str, _reference: date) -> UncertainDate | None:
    match = _ISO.match(typed)
    if not match:
        return None
    if match["day"]:
        return _one_day(date.fromisoformat(typed))
    if match["month"]:
        return _month(int(match["year"]), int(match["month"]))
    year = date(int(match["year"]), 1, 1).year
    return UncertainDate(f"{year:04d}-01-01", f"{year:04d}-12-31", Precision.YEAR)


def _numeric(typed: str, _reference: date) -> UncertainDate | None:
    match = _NUMERIC.match(typed)
    if not match:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    # Dots part day, month and year wherever they are used; strokes are read both ways.
    if match["mark"] == "." or first == second or first > 12:
        return _one_day(date(year, second, first))
    if second > 12:
        return _one_day(date(year, first, second))
    raise DateNotUnderstood(
        f"“{typed}” can be {_in_words(date(year, second, first))} or "
        f"{_in_words(date(year, first, second))}. Write the month as a word."
    )


def _named_day(typed: str, reference: date) -> UncertainDate | None:
    match = _NAMED_DAY.match(typed)
    if not match:
        return None
    named = f"{match['day'] or match['day_second']} {match['month'] or match['month_first']}"
    if match["year"]:
        found = _read_explicit(f"{named} {match['year']}")
    else:
        found = _last_such_day(named, reference)
    weekday = match["weekday"]
    if weekday and found.weekday() != _weekday_number(weekday):
        raise DateNotUnderstood(
            f"{_in_words(found)} was a {_WEEKDAYS[found.weekday()].capitalize()}, "
            f"no {_WEEKDAYS[_weekday_number(weekday)].capitalize()}."
        )
    return _one_day(found)


def _named_month(typed: str, reference: date) -> UncertainDate | None:
    match = _NAMED_MONTH.match(typed)
    if not match:
        return None
    month = _month_number(match["month"])
    year = int(match["year"]) if match["year"] else _year_of_month(month, reference)
    return _month(year, month)


def _part_of_month(typed: str, reference: date) -> UncertainDate | None:
    match = _PART_OF_MONTH.match(typed)
    if not match:
        return None
    whole = _named_month(match["month"], reference)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    start = _day(whole.earliest)
    first, last = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, _day(whole.latest).day),
    }[match["part"]]
    return _days(start.replace(day=first), start.replace(day=last))


def _weekday(typed: str, reference: date) -> UncertainDate | None:
    match = _WEEKDAY.match(typed)
    if not match:
        return None
    back = (reference.weekday() - _weekday_number(match["weekday"])) % 7
    if match["last"] and back == 0:
        back = 7
    return _one_day(reference - timedelta(days=back))


def _relative(typed: str, reference: date) -> UncertainDate | None:
    from dateutil.relativedelta import relativedelta

    monday = reference - timedelta(days=reference.weekday())
    ago = _AGO.match(typed)
    if ago:
        step = {
            "day": relativedelta(days=1),
            "week": relativedelta(weeks=1),
            "month": relativedelta(months=1),
            "year": relativedelta(years=1),
        }[ago["unit"]]
        then = reference - step * _count(ago["count"])
        if ago["unit"] in ("day", "week"):
            return _one_day(then)
        if ago["unit"] == "month":
            return _month(then.year, then.month)
        return _iso(f"{then.year:04d}", then)
    if typed in ("today", "yesterday"):
        return _one_day(reference - timedelta(days=typed == "yesterday"))
    if typed == "this week":
        return _days(monday, reference)
    if typed == "last week":
        return _days(monday - timedelta(days=7), monday - timedelta(days=1))
    if typed == "this month":
        return _days(reference.replace(day=1), reference)
    if typed == "last month":
        then = reference - relativedelta(months=1)
        return _month(then.year, then.month)
    if typed == "this year":
        return _days(reference.replace(month=1, day=1), reference)
    if typed == "last year":
        return _iso(f"{reference.year - 1:04d}", reference)
    return None


def _days_of_one_month(typed: str, reference: date) -> UncertainDate | None:
    for pattern in _DAYS_OF_ONE_MONTH:
        match = pattern.match(typed)
        if match:
            last = _named_day(f"{match['last']} {match['month']}{match['year'] or ''}", reference)
            if last is None or last.latest is None:
                return None
            end = _day(last.latest)
            return _days(end.replace(day=int(match["first"])), end)
    return None


def _read_explicit(words: str) -> date:
    from dateutil import parser

    return parser.parse(words, dayfirst=True, default=datetime(2000, 1, 1)).date()


def _last_such_day(named: str, reference: date) -> date:
    """The last such day on or before the reference; 29 February goes back to a leap year."""
    for year in range(reference.year, max(reference.year - 9, 0), -1):
        try:
            found = _read_explicit(f"{named} {year:04d}")
        except ValueError:
            continue
        if found <= reference:
            return found
    raise DateNotUnderstood(f"There is no such day as “{named}”.")


def _year_of_month(month: int, reference: date) -> int:
    return reference.year if month <= reference.month else reference.year - 1


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))


def _weekday_number(name: str) -> int:
    return next(i for i, weekday in enumerate(_WEEKDAYS) if weekday.startswith(name[:3]))


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word in ("a", "an") else _NUMBER_WORDS.index(word) + 1


def _coarser(first: Precision | None, second: Precision | None) -> Precision | None:
    order = list(Precision)
    known = [precision for precision in (first, second) if precision is not None]
    return max(known, key=order.index) if known else None


def _one_day(day: date) -> UncertainDate:
    return _days(day, day)


def _days(first: date, last: date) -> UncertainDate:
    return UncertainDate(first.isoformat(), last.isoformat(), Precision.DAY)


def _month(year: int, month: int) -> UncertainDate:
    first = date(year, month, 1)
    last = first.replace(day=calendar.monthrange(year, month)[1])
    return UncertainDate(first.isoformat(), last.isoformat(), Precision.MONTH)


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _in_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"
