"""Reads the calendar periods of `said:`: 2022, 2022-12, 2022-12-05, and ranges of them."""

EXAMPLES = "2022, 2022-12, 2022-12-05, 2022-12..2023-03, ..2023 or 2022.."
"""What a period may look like, for messages."""

_RANGE_MARK = ".."
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class PeriodNotUnderstood(ValueError):
    """The text is no period; the message says what is wrong with it."""


def parse_period(text: str) -> tuple[str | None, str | None]:
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
            f"'{text}' ends before it begins. Did you mean {later}..{earlier}?"
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
    length = _days_in(year, month)
    if len(parts) == 2:
        return f"{text}-01", f"{text}-{length}"
    if not 1 <= int(parts[2]) <= length:
        raise PeriodNotUnderstood(
            f"'{text}' has no such day: {parts[0]}-{parts[1]} runs from 01 to {length}."
        )
    return text, text


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _DAYS_IN_MONTH[month - 1]
