"""Reads calendar periods as `said:` and its kin take them: 2022, 2022-12-05, 2022-12..2023."""

EXAMPLES = "2022, 2022-12, 2022-12-05, 2022-12..2023-03, ..2023 or 2022.."
"""What a period may look like, for messages."""

_RANGE_MARK = ".."
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


Days = tuple[str | None, str | None]
"""First and last day, "YYYY-MM-DD", both inclusive; None where it is open."""


class PeriodNotUnderstood(ValueError):
    """The text is no period; the message says what is wrong with it.

    Attributes:
        better: what may have been meant, or None.
    """

    def __init__(self, message: str, better: str | None = None) -> None:
        super().__init__(message)
        self.better = better


def parse_years(text: str) -> Days:
    """The days of a year or of a range of years.

    Raises:
        PeriodNotUnderstood: the text is something else, or ends before it begins.
    """
    if any(part and len(part) != 4 for part in text.split(_RANGE_MARK)):
        better = text[:4] if text[:4].isdecimal() and len(text) > 4 else None
        raise PeriodNotUnderstood(f"'{text}' is no year. It takes 2022 or 2019..2022.", better)
    return parse_period(text)


def parse_before(text: str) -> Days:
    """The days before the first of a period.

    Raises:
        PeriodNotUnderstood: the text is no single period.
    """
    first, _ = _days_of(text)
    return None, _day_before(first)


def parse_after(text: str) -> Days:
    """The days after the last of a period.

    Raises:
        PeriodNotUnderstood: the text is no single period.
    """
    _, last = _days_of(text)
    return _day_after(last), None


def parse_period(text: str) -> Days:
    """The first and last day, "YYYY-MM-DD", that a period covers; None where it is open.

    Raises:
        PeriodNotUnderstood: the text is no period, or ends before it begins.
    """
    if _RANGE_MARK not in text:
        return _days_of(text)
    earlier, _, later = text.partition(_RANGE_MARK)
    if not earlier and not later:
        raise PeriodNotUnderstood(f"'..' needs a date on one side at least: {EXAMPLES}")
    first = _days_of(earlier)[0] if earlier else None
    last = _days_of(later)[1] if later else None
    if first is not None and last is not None and first > last:
        raise PeriodNotUnderstood(
            f"'{text}' ends before it begins. Did you mean {later}..{earlier}?",
            f"{later}..{earlier}",
        )
    return first, last


def _days_of(text: str) -> tuple[str, str]:
    parts = text.split("-")
    lengths = tuple(len(part) for part in parts)
    if lengths not in ((4,), (4, 2), (4, 2, 2)) or not all(
        part.isascii() and part.isdigit() for part in parts
    ):
        raise PeriodNotUnderstood(f"'{text}' is no date it knows. It takes {EXAMPLES}.")
    year = int(parts[0])
    if year == 0:
        raise PeriodNotUnderstood("there is no year 0000.")
    if len(parts) == 1:
        return f"{text}-01-01", f"{text}-12-31"
    month = int(parts[1])
    if not 1 <= month <= len(_DAYS_IN_MONTH):
        raise PeriodNotUnderstood(f"'{text}' has no such month: they run from 01 to 12.")
    length = days_in(year, month)
    if len(parts) == 2:
        return f"{text}-01", f"{text}-{length}"
    if not 1 <= int(parts[2]) <= length:
        raise PeriodNotUnderstood(
            f"'{text}' has no such day: {parts[0]}-{parts[1]} runs from 01 to {length}."
        )
    return text, text


def _day_before(day: str) -> str:
    if day == "0001-01-01":
        raise PeriodNotUnderstood("no day is before 0001-01-01.")
    year, month, number = (int(part) for part in day.split("-"))
    if number > 1:
        return f"{day[:8]}{number - 1:02}"
    year, month = (year, month - 1) if month > 1 else (year - 1, len(_DAYS_IN_MONTH))
    return f"{year:04}-{month:02}-{days_in(year, month)}"


def _day_after(day: str) -> str:
    if day == "9999-12-31":
        raise PeriodNotUnderstood("no day is after 9999-12-31.")
    year, month, number = (int(part) for part in day.split("-"))
    if number < days_in(year, month):
        return f"{day[:8]}{number + 1:02}"
    year, month = (year, month + 1) if month < len(_DAYS_IN_MONTH) else (year + 1, 1)
    return f"{year:04}-{month:02}-01"


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _DAYS_IN_MONTH[month - 1]
