"""Dates that name a day, a month or a year: how each is written, and what it means."""

import re
from datetime import date

from quotetrack.analysis import periods
from quotetrack.analysis.calendar_words import (
    DASH,
    DAY,
    MONTH,
    ORDINAL,
    SEASON,
    SEASONS,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    ordinal_number,
)
from quotetrack.analysis.date_scene import Scene
from quotetrack.analysis.periods import Period
from quotetrack.domain.vocabulary import Precision

_PART = r"(?i:early|mid|middle of|late|the beginning of|the start of|the end of|the last days of)"
_PARTS = {"e": "early", "m": "mid", "l": "late"}
_YEARS = {"last": -1, "this": 0, "next": 1}
_HOLIDAYS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}
_CLOCK = r"(?:2[0-3]|[01]?\d)[:.][0-5]\d"

ISO = rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d))?"
NUMERIC = (
    rf"(?<!\d[./])(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)"
    rf"(?P<year>{YEAR})(?![./]\d)"
)
DAYS_BEFORE_MONTH = (
    rf"(?P<first>{DAY})\s*(?:{DASH}|and|to|or|,\s*\d\d?\s+and)\s*(?:the\s+)?(?P<last>{DAY})\s+"
    rf"(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"
)
DAYS_AFTER_MONTH = (
    rf"(?P<month>{MONTH})\s+(?P<first>{DAY})\s*(?:{DASH}|and|to|or|,\s*\d\d?,?\s+and)\s*"
    rf"(?P<last>{DAY})(?![:.]?\d)(?:,?\s+(?P<year>{YEAR}))?"
)
DAY_OF_TWO_MONTHS = (
    rf"(?:(?P<first_day>{DAY})\s+(?P<first_month>{MONTH})"
    rf"|(?P<first_month_before>{MONTH})\s+(?P<first_day_after>{DAY}))"
    rf"\s*(?:{DASH}|and|to|until)\s*"
    rf"(?:(?P<last_day>{DAY})\s+(?P<last_month>{MONTH})"
    rf"|(?P<last_month_before>{MONTH})\s+(?P<last_day_after>{DAY}))(?:,?\s+(?P<year>{YEAR}))?"
)
NAMED_DAY = (
    rf"(?:(?P<time_before>{_CLOCK})\s+on\s+)?"
    rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?"
    rf"(?:(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"|(?P<month_before>{MONTH})\s+(?P<day_after>{DAY})(?![:.]?\d|\s*%))"
    rf"(?:,?\s+(?P<year>{YEAR}))?(?:,?\s+(?:at\s+)?(?P<time>{_CLOCK}))?"
)
HOLIDAY = (
    r"(?P<name>(?i:New Year[’']s (?:Eve|Day)|Christmas (?:Eve|Day)|Boxing Day))"
    r"(?:,?\s+(?P<year>\d{4}))?"
)
NAMED_MONTH = (
    rf"(?:(?P<part>{_PART})[\s-]+(?:in\s+)?|(?P<earlier>[Ee]arlier\s+in)\s+)?"
    rf"(?:(?P<which>(?i:last|next|this))\s+)?(?P<month>{MONTH})"
    rf"(?:,?\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<year_named>(?i:this|last|next))\s+(?i:year)))?"
)
QUARTER = (
    rf"(?:(?:the\s+)?(?P<ordinal>{ORDINAL})[\s-](?i:quarter)"
    rf"|Q(?P<number>[1-4])|(?:the\s+)?(?P<last>(?i:last|previous|past))\s+(?i:quarter))"
    rf"(?:\s+(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<which>(?i:this|last|next))\s+(?i:year)))?"
)
NAMED_SEASON = (
    rf"(?:(?P<part>{_PART})\s+)?(?:the\s+)?(?:(?P<which>(?i:last|this|next|this\s+past))\s+)?"
    rf"(?P<season>{SEASON})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
DECADE = r"(?:the\s+)?(?:(?P<whole>1[5-9]\d0|20\d0)[’']?s|[’']?(?P<short>[2-9]0)s)"
SHORT_YEAR = r"[’'‘](?P<year>[4-9]\d)(?![\w’'])"
NAMED_YEAR = rf"(?:(?P<part>{_PART})[\s-]+)?(?P<year>{YEAR})"

_LONGEST_OTHER_WORD = len("august")
_BEFORE_A_MONTH = re.compile(
    r"(?i:\b(?:in|of|since|until|till|by|before|after|from|to|during|through|between|and|for"
    r"|early|mid|late|last|next|this|every|each|or))[\s-]+$|[(,–—]\s*$"
)
_COUNTED_AS_A_YEAR = re.compile(
    r"\s*(?:%|[A-Za-z]+s\b(?<!this)(?<!was)(?<!has)|people|percent|per cent|km|kg|feet|miles"
    r"|million|billion|tons)"
)
_BEFORE_A_YEAR = re.compile(
    r"(?i:\b(?:in|of|since|until|till|by|before|after|from|to|during|through|between|and|for|the"
    r"|early|mid|late|year|late|around|circa|summer|spring|winter|autumn|fall|or|than|its|his|her"
    r"|their|\w+'s|\w+’s))[\s-]+$|[(–—,/]\s*$"
)


def read_iso(match: re.Match[str], _scene: Scene) -> Period:
    """2022-12-05."""
    found = periods.day(date(int(match["year"]), int(match["month"]), int(match["day"])))
    return _at_time(found, match["time"])


def read_numeric(match: re.Match[str], scene: Scene) -> Period:
    """5/12/2022, in the order of the source's country; dots always put the day first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first = scene.day_first
    if match["mark"] == ".":
        day_first = True
    elif first > 12 or second > 12:
        day_first = first > 12
    if day_first is None and first != second:
        return Period(None, None, None, None)
    number, month = (first, second) if day_first else (second, first)
    return periods.day(date(year, month, number))


def read_days_of_month(match: re.Match[str], scene: Scene) -> Period:
    """16-18 November; December 3 and 4."""
    month, last = month_number(match["month"]), day_number(match["last"])
    year = int(match["year"]) if match["year"] else scene.nearest_year(month, last)
    return periods.days(date(year, month, day_number(match["first"])), date(year, month, last))


def read_day_of_two_months(match: re.Match[str], scene: Scene) -> Period:
    """28 November to 3 December; over New Year the first is of the year before."""
    first_month = month_number(match["first_month"] or match["first_month_before"])
    last_month = month_number(match["last_month"] or match["last_month_before"])
    first = day_number(match["first_day"] or match["first_day_after"])
    last = day_number(match["last_day"] or match["last_day_after"])
    year = int(match["year"]) if match["year"] else scene.nearest_year(last_month, last)
    first_year = year - (first_month > last_month)
    return periods.days(date(first_year, first_month, first), date(year, last_month, last))


def read_named_day(match: re.Match[str], scene: Scene) -> Period:
    """December 5; Monday, 5 December 2022."""
    month = month_number(match["month"] or match["month_before"])
    number = day_number(match["day"] or match["day_after"])
    year = int(match["year"]) if match["year"] else scene.nearest_year(month, number)
    return _at_time(periods.day(date(year, month, number)), match["time"] or match["time_before"])


def read_holiday(match: re.Match[str], scene: Scene) -> Period:
    """New Year's Eve, Christmas Day: the days that never move."""
    month, number = _HOLIDAYS[match["name"].replace("’", "'").lower()]
    year = int(match["year"]) if match["year"] else scene.nearest_year(month, number)
    return periods.day(date(year, month, number))


def read_named_month(match: re.Match[str], scene: Scene) -> Period | None:
    """December 2022; early March; last June."""
    month = month_number(match["month"])
    named = match["month"].rstrip(".").lower()
    alone = not any(match[each] for each in ("year", "year_named", "part", "which", "earlier"))
    # May, March and June are also names and words: alone they need a word before them.
    if alone and len(named) <= _LONGEST_OTHER_WORD and not _BEFORE_A_MONTH.search(_before(scene)):
        return None
    if match["year"]:
        year = int(match["year"])
    elif match["year_named"]:
        year = scene.published.year + _YEARS[match["year_named"].lower()]
    else:
        year = _year_of_month(month, match["which"], scene)
    found = periods.month(year, month)
    if match["part"]:
        return periods.part(found, _which_part(match["part"]))
    return found


def read_quarter(match: re.Match[str], scene: Scene) -> Period:
    """The third quarter of this year; Q3 2022; the last quarter."""
    published = scene.published
    if match["last"]:
        index = published.year * 4 + (published.month - 1) // 3 - 1
        return periods.quarter(index // 4, index % 4 + 1)
    number = int(match["number"]) if match["number"] else ordinal_number(match["ordinal"])
    if match["year"]:
        return periods.quarter(int(match["year"]), number)
    which = (match["which"] or "").lower()
    year = published.year + _YEARS.get(which, 0)
    if not which and not periods.quarter(year, number).begun_by(published):
        year -= 1
    return periods.quarter(year, number)


def read_season(match: re.Match[str], scene: Scene) -> Period | None:
    """Last summer; autumn 2022; the spring: a bare "fall" or "spring" may be anything."""
    code = SEASONS[match["season"].lower()]
    which = (match["which"] or "").lower()
    if match["year"]:
        year = int(match["year"])
    elif (
        which
        or match["part"]
        or re.search(r"(?i:\b(?:in|by|until|since))(\s+the)?\s*$", _before(scene))
    ):
        year = _year_of_season(code, which, scene)
    else:
        return None
    found = periods.season(year, code)
    return periods.part(found, _which_part(match["part"])) if match["part"] else found


def read_decade(match: re.Match[str], scene: Scene) -> Period:
    """The 1990s; the 80s."""
    if match["whole"]:
        return periods.decade(int(match["whole"]))
    century = scene.published.year // 100 * 100
    year = century + int(match["short"])
    return periods.decade(year if year <= scene.published.year else year - 100)


def read_short_year(match: re.Match[str], scene: Scene) -> Period:
    """'82."""
    year = scene.published.year // 100 * 100 + int(match["year"])
    return periods.year(year if year <= scene.published.year else year - 100)


def read_year(match: re.Match[str], scene: Scene) -> Period | None:
    """In 2022; mid-2011. Not 2,022 and not 2022 people."""
    text, end = scene.text, match.end()
    year = int(match["year"])
    before = _before(scene)
    if before.endswith(("$", "£", "€", "#", ".", ",")) or re.match(
        r"[,.:]?\d", text[end : end + 2]
    ):
        return None
    if _COUNTED_AS_A_YEAR.match(text, end) and not _BEFORE_A_YEAR.search(before):
        return None
    if not -250 <= year - scene.published.year <= 60:
        return None
    found = periods.year(year)
    return periods.part(found, _which_part(match["part"])) if match["part"] else found


def _at_time(found: Period, written: str | None) -> Period:
    if not written:
        return found
    hour, minute = re.split(r"[:.]", written)
    time = f"{int(hour):02d}:{minute}"
    value = f"{found.value}T{time}"
    return found._replace(time=time, value=value, precision=Precision.MINUTE)


def _which_part(written: str) -> str:
    words = written.lower()
    if "beginning" in words or "start" in words:
        return "early"
    if "end" in words or "last" in words:
        return "late"
    return _PARTS[words[0]]


def _year_of_month(month: int, which: str | None, scene: Scene) -> int:
    published = scene.published
    match (which or "").lower():
        case "this":
            return published.year
        case "last":
            return published.year - (month >= published.month)
        case "next":
            return published.year + (month <= published.month)
    if month == published.month:
        return published.year
    return scene.year_of_month(month)


def _year_of_season(code: str, which: str, scene: Scene) -> int:
    """The year in which the season nearest before publication began; "next" is after it."""
    published = scene.published
    years = range(published.year - 2, published.year + 3)
    begun = [each for each in years if periods.season(each, code).begun_by(published)]
    latest = begun[-1]
    running = not periods.season(latest, code).over_by(published)
    if which == "next" or (not which and not running and scene.ahead):
        return latest + 1
    return latest - 1 if which == "last" and running else latest


def _before(scene: Scene) -> str:
    return scene.text[max(0, scene.start - 24) : scene.start]
