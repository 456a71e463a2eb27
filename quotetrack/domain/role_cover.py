"""Which statements fall outside every role that a source attests for their speaker.

The rule is cautious: it says "outside" only where dates show it.

- A statement with a role of its own is covered by it.
- A role with "held from" or "held to" covers everything between; an end not given is open.
- A role that is only attested on a day covers that day and the year after it, and nothing before:
  today's title says nothing of yesterday's words.
- A statement that may have been made within a role is covered: its whole interval has to lie
  outside.
- Where the statement has no date, or the speaker no role, or a role no date at all, nothing is
  said.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

ATTESTED_DAYS = 365
"""How long after the day on which a source shows a role it is still taken to be held."""

_FIRST = date.min
_LAST = date.max


class RoleTimes(NamedTuple):
    """When a role is attested or held; each ISO 8601 to the day, month or year, or None."""

    attested_on: str | None
    held_from: str | None
    held_to: str | None


class RoleCover:
    """The roles of one speaker, as stretches of days."""

    def __init__(self, roles: Sequence[RoleTimes]) -> None:
        stretches = [_stretch(role) for role in roles]
        self._says_nothing = not stretches or None in stretches
        self._stretches = sorted(each for each in stretches if each is not None)

    def leaves_out(self, earliest: str | None, latest: str | None, has_role: bool) -> bool:
        """Whether a statement lies outside every role.

        Args:
            earliest: when it was said at the earliest, ISO 8601, or None.
            latest: when it was said at the latest.
            has_role: whether it carries a role of its own.
        """
        if self._says_nothing or has_role or not (earliest or latest):
            return False
        first = _first_day(earliest) if earliest else _FIRST
        last = _last_day(latest) if latest else _LAST
        return not any(start <= last and first <= end for start, end in self._stretches)


def _stretch(role: RoleTimes) -> tuple[date, date] | None:
    """The days that a role covers; None where it has no date at all."""
    if role.held_from or role.held_to:
        return (
            _first_day(role.held_from) if role.held_from else _FIRST,
            _last_day(role.held_to) if role.held_to else _LAST,
        )
    if role.attested_on is None:
        return None
    last = _last_day(role.attested_on)
    room = (_LAST - last).days
    return _first_day(role.attested_on), last + timedelta(days=min(ATTESTED_DAYS, room))


def _first_day(moment: str) -> date:
    year, month, day = _parts(moment)
    return date(year, month or 1, day or 1)


def _last_day(moment: str) -> date:
    year, month, day = _parts(moment)
    if day:
        return date(year, month, day)
    if (month or 12) == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _parts(moment: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not given."""
    numbers = [int(part) for part in moment[:10].split("-")]
    year, month, day = [*numbers, 0, 0][:3]
    return year, month, day
