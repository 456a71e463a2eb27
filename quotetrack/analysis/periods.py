"""Period: a stretch of days with its TIMEX3 value, and the ways of naming one."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from quotetrack.domain.vocabulary import Precision

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_THIRDS = {"early": 0, "mid": 1, "late": 2}


class Period(NamedTuple):
    """The days that an expression means.

    Attributes:
        first: the first day; None where the start is open or nothing is known.
        last: the last day, inclusive; None where the end is open or nothing is known.
        value: the TIMEX3 value (ISO-TimeML, ISO 24617-1); None where it has none.
        precision: the finest unit named; None where nothing is known.
        time: a time of day, "14:30", on a period of one day.
    """

    first: date | None
    last: date | None
    value: str | None
    precision: Precision | None
    time: str | None = None

    @property
    def one_day(self) -> date | None:
        """The day, where the period is one."""
        return self.first if self.first is not None and self.first == self.last else None

    def begun_by(self, day: date) -> bool:
        """Whether it begins on a day or before it."""
        return self.first is not None and self.first <= day

    def over_by(self, day: date) -> bool:
        """Whether it ends before a day."""
        return self.last is not None and self.last < day


def vague(value: str) -> Period:
    """PAST_REF, PRESENT_REF or FUTURE_REF: no days at all."""
    return Period(None, None, value, None)


def day(of: date) -> Period:
    """One day."""
    return Period(of, of, of.isoformat(), Precision.DAY)


def days(first: date, last: date) -> Period:
    """Some days, the first and the last named."""
    if first > last:
        raise ValueError("ends before it begins")
    value = f"{first.isoformat()}/{last.isoformat()}" if first != last else first.isoformat()
    return Period(first, last, value, Precision.DAY)


def week(of: date) -> Period:
    """The week, Monday to Sunday, of a day."""
    monday = of - timedelta(days=of.weekday())
    year, number, _ = of.isocalendar()
    value = f"{year:04d}-W{number:02d}"
    return Period(monday, monday + timedelta(days=6), value, Precision.DAY)


def weekend(of: date) -> Period:
    """The Saturday and Sunday of the week of a day."""
    whole = week(of)
    assert whole.last is not None
    value = f"{whole.value}-WE"
    return Period(whole.last - timedelta(days=1), whole.last, value, Precision.DAY)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    last = date(year, number, calendar.monthrange(year, number)[1])
    return Period(last.replace(day=1), last, f"{year:04d}-{number:02d}", Precision.MONTH)


def quarter(year: int, number: int) -> Period:
    """A quarter of a calendar year, 1 to 4."""
    first, last = month(year, 3 * number - 2).first, month(year, 3 * number).last
    return Period(first, last, f"{year:04d}-Q{number}", Precision.MONTH)


def season(year: int, code: str) -> Period:
    """A season of the northern half of the earth by whole months; winter ends in the next year."""
    start = _SEASON_STARTS[code]
    end_year, end = (year, start + 2) if start < 12 else (year + 1, 2)
    return Period(
        month(year, start).first, month(end_year, end).last, f"{year:04d}-{code}", Precision.MONTH
    )


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", Precision.YEAR)


def decade(first_year: int) -> Period:
    """Ten years from a year that ends in 0."""
    last = date(first_year + 9, 12, 31)
    return Period(date(first_year, 1, 1), last, str(first_year // 10), Precision.YEAR)


def part(of: Period, which: str) -> Period:
    """The early, mid or late third of a month (days 1-10, 11-20, 21-end), of a year or a decade.

    The value is that of the whole, as TIMEX3 writes such parts with a modifier beside it.
    """
    first, last = of.first, of.last
    if first is None or last is None:
        return of
    third = _THIRDS[which]
    if of.precision is Precision.MONTH and first.month == last.month:
        start = first.replace(day=1 + 10 * third)
        return of._replace(first=start, last=last if third == 2 else start + timedelta(days=9))
    if first.year == last.year and last.month - first.month == 11:
        start = date(first.year, 1 + 4 * third, 1)
        return of._replace(first=start, last=month(first.year, 4 + 4 * third).last)
    length = (last - first) / 3
    return of._replace(first=first + third * length, last=last - (2 - third) * length)


def cut(of: Period, at: date) -> Period:
    """The part of a period up to a day: what has been said was not said after publication."""
    if of.last is None or of.first is None or of.last <= at or of.first > at:
        return of
    return of._replace(last=at)
