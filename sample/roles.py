"""Which role a speaker had when something was said: the one attested nearest to that day."""

from datetime import date

from quotetrack.domain.dates import UncertainDate

FARTHEST_DAYS = 60
"""A title attested longer than this before or after is not taken for the role then."""


class RoleBook:
    """The roles of speakers with the days that attest them."""

    def __init__(self) -> None:
        self._attested: dict[str, list[tuple[date, int]]] = {}

    def add(self, speaker: str, role_id: int, days: tuple[str, ...]) -> None:
        """Note that sources of these days (ISO 8601) give the speaker this role."""
        self._attested.setdefault(speaker, []).extend(
            (date.fromisoformat(day), role_id) for day in days
        )

    def role_near(self, speaker: str, said: UncertainDate) -> int | None:
        """The role attested nearest to the last day on which it was said, or None."""
        last = said.latest or said.earliest
        if last is None:
            return None
        said_on = date.fromisoformat(last[:10])
        near = [
            (abs((day - said_on).days), role_id)
            for day, role_id in self._attested.get(speaker, ())
            if abs((day - said_on).days) <= FARTHEST_DAYS
        ]
        return min(near)[1] if near else None
