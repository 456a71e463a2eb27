"""The index terms of a period: years where whole ones are asked for, months at its ends."""

from collections.abc import Iterator

from quotetrack.domain.search_terms import (
    LONG_IN_MONTHS,
    LONG_IN_YEARS,
    month_number,
    month_term,
    year_term,
)
from quotetrack.query.periods import days_in

_LAST_MONTH = 9999 * 12 + 11


def touching(first: str | None, last: str | None) -> list[str]:
    """Terms in FTS5's language, one of which each statement has that a period touches.

    Others have them too: those of its first and last month, and all that are dated very wide.
    """
    start = 0 if first is None else month_number(first)
    end = _LAST_MONTH if last is None else month_number(last)
    terms = list(_months_and_years(start, end))
    long = LONG_IN_MONTHS if any(term.startswith('"m') for term in terms) else LONG_IN_YEARS
    return [*terms, f'"{long}"']


def within(first: str | None, last: str | None) -> list[str]:
    """Terms in FTS5's language that only statements have which a period touches."""
    start = 0 if first is None else month_number(first) + (first[8:10] != "01")
    end = _LAST_MONTH if last is None else month_number(last) - (not _ends_a_month(last))
    return list(_months_and_years(start, end))


def _months_and_years(start: int, end: int) -> Iterator[str]:
    while start <= end:
        if start % 12 == 0 and start + 11 <= end:
            years = _years_from(start // 12, (end + 1) // 12)
            # The index keeps beginnings of so many letters: a century costs as much as a year.
            letters = {1000: 2, 100: 3}.get(years)
            name = year_term(start // 12)
            yield f'"{name[:letters]}"*' if letters else f'"{name}"'
            start += 12 * years
        else:
            yield f'"{month_term(start)}"'
            start += 1


def _years_from(year: int, end: int) -> int:
    """A millennium, century or year that begins with a year and ends before another."""
    return next(years for years in (1000, 100, 1) if year % years == 0 and year + years <= end)


def _ends_a_month(day: str) -> bool:
    year, month, number = (int(part) for part in day.split("-"))
    return number == days_in(year, month)
