"""Days as lists of statements are ordered by them: the first and the last date key of each."""

from datetime import date
from typing import NamedTuple

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import day_span, describe_date
from quotetrack.domain.errors import DateNotUnderstood
from quotetrack.store.derived import SEQUENCE_BITS


class Days(NamedTuple):
    """A stretch of days.

    Attributes:
        name: in words.
        first_key: the lowest date key that a statement of these days can have.
        last_key: the highest.
    """

    name: str
    first_key: int
    last_key: int


def days_of(meant: UncertainDate) -> Days:
    """The days that a date may mean.

    Raises:
        DateNotUnderstood: it means none, as "not recorded" does.
    """
    first, last = day_span(meant)
    if first is None and last is None:
        raise DateNotUnderstood("That is no day to go to. Type a day, a month or a year.")
    first, last = first or last or "", last or first or ""
    return Days(describe_date(meant), _first_key(first), _first_key(last, days_on=1) - 1)


def _first_key(day: str, *, days_on: int = 0) -> int:
    return (date.fromisoformat(day).toordinal() - 1 + days_on) << SEQUENCE_BITS
