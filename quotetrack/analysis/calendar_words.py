"""The words that dates are written with, as regular expressions and as numbers."""

import calendar
import re

MONTH_NAMES = tuple(name.lower() for name in calendar.month_name)[1:]
WEEKDAY_NAMES = tuple(name.lower() for name in calendar.day_name)

_NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS, 1)}
_NUMBERS |= {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""English seasons and their TIMEX3 codes."""

# May, March, Sun and Sat are also other words: names of the calendar are written with a capital.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH = rf"(?:(?:{_MONTHS}|{_MONTHS.upper()})\b|(?:{_SHORT_MONTHS}|{_SHORT_MONTHS.upper()})\b\.?)"
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues?|Weds?|Thurs?|Fri)\b\.?)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
COUNT = rf"(?i:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
UNIT = r"(?i:minute|hour|day|week|fortnight|month|year|decade)"
ORDINAL = rf"(?i:{'|'.join(_ORDINALS)}|1st|2nd|3rd|4th)"
SEASON = rf"(?i:{'|'.join(SEASONS)})"
DASH = r"(?:-|–|—|‑)"


def month_number(name: str) -> int:
    """The month, 1 to 12, of a name or its short form."""
    start = name[:3].lower()
    return next(i for i, month in enumerate(MONTH_NAMES, 1) if month.startswith(start))


def weekday_number(name: str) -> int:
    """The day of the week, Monday being 0, of a name or its short form."""
    start = name[:3].lower()
    return next(i for i, weekday in enumerate(WEEKDAY_NAMES) if weekday.startswith(start))


def day_number(written: str) -> int:
    """The number in "5", "05" and "5th"."""
    return int(re.sub(r"\D", "", written))


def count_number(written: str) -> int:
    """The number in "3", "three" and "a"."""
    return int(written) if written.isdigit() else _NUMBERS[written.lower()]


def ordinal_number(written: str) -> int:
    """The number in "first" and "3rd"; "final" is the fourth quarter of a year."""
    word = written.lower()
    return _ORDINALS[word] if word in _ORDINALS else int(word[0])
