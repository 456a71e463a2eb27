"""How long after the earlier the later came, in words, as far as both dates allow."""

from datetime import date, datetime, timedelta

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import day_span


def describe_time_between(earlier: UncertainDate, later: UncertainDate) -> str:
    """The time from `earlier` to `later`: "87 days later", "between 0 and 87 days later"."""
    minutes = _minutes_between(earlier, later)
    if minutes is not None:
        return _describe_minutes(minutes)
    earlier_first, earlier_last = (_day(day) for day in day_span(earlier))
    later_first, later_last = (_day(day) for day in day_span(later))
    least = _days(earlier_last, later_first)
    most = _days(earlier_first, later_last)
    if most is not None and most < 0:
        return f"dated {_count(-most)} before the other: check the dates"
    if least is not None and least < 0:
        least = 0
    if least is None and most is None:
        return "time between not recorded"
    if most is None:
        return f"at least {_count(least or 0)} later"
    if least is None:
        return f"at most {_count(most)} later"
    if least == most:
        return "on the same day" if most == 0 else f"{_count(most)} later"
    return f"between {least} and {_count(most)} later"


def _minutes_between(earlier: UncertainDate, later: UncertainDate) -> int | None:
    """Minutes between two moments of one day, where both clocks show the same zone."""
    moments = (earlier.earliest, later.earliest)
    if earlier.zone != later.zone or earlier.earliest != earlier.latest:
        return None
    if later.earliest != later.latest or not all(moment and "T" in moment for moment in moments):
        return None
    first, second = (datetime.fromisoformat(moment) for moment in moments if moment)
    if first.date() != second.date() or second < first:
        return None
    return (second - first) // timedelta(minutes=1)


def _describe_minutes(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append("1 hour" if hours == 1 else f"{hours} hours")
    if rest or not hours:
        parts.append("1 minute" if rest == 1 else f"{rest} minutes")
    return f"{' '.join(parts)} later, on the same day"


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day[:10]) if day else None


def _days(start: date | None, end: date | None) -> int | None:
    return (end - start).days if start and end else None


def _count(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
