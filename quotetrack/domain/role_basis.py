"""How it is known that a speaker held a role when something was said: recorded then, or later."""

from datetime import date

from quotetrack.domain.vocabulary import RoleBasis

RECORDED_WITHIN_DAYS = 7
"""A source published later than this after the words reports the role, rather than records it."""


def role_basis(spoken: str | None, published: str | None) -> RoleBasis:
    """What a source of this day says about a role at the day of the words; both ISO 8601."""
    if spoken is None or published is None:
        return RoleBasis.RECORDED_THEN
    between = date.fromisoformat(published[:10]) - date.fromisoformat(spoken[:10])
    late = between.days > RECORDED_WITHIN_DAYS
    return RoleBasis.REPORTED_LATER if late else RoleBasis.RECORDED_THEN
