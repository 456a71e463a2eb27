"""The status of a statement, derived from what its speaker did about it later."""

from collections.abc import Iterable
from dataclasses import dataclass

from quotetrack.domain.vocabulary import EventType, Status

STATUS_OF_ACT = {
    EventType.DENIED_SAYING: Status.DENIED,
    EventType.DENIED_SUBSTANCE: Status.DENIED,
    EventType.DENIED_UNSPECIFIED: Status.DENIED,
    EventType.RETRACTED: Status.RETRACTED,
    EventType.CORRECTED: Status.CORRECTED,
    EventType.CLARIFIED: Status.CLARIFIED,
    EventType.WALKED_BACK: Status.WALKED_BACK,
    EventType.SUPERSEDED: Status.SUPERSEDED,
}
"""The acts of a speaker that give a statement its status; an apology leaves it as it is."""

MARKS = (EventType.REAFFIRMED, EventType.THIRD_PARTY_DISPUTED)
"""What stands beside the status."""

_AFTER_EVERY_DATE = "~"


@dataclass(frozen=True, slots=True)
class Act:
    """One event, as far as the status depends on it.

    Attributes:
        by_speaker: done by the statement's speaker, or by someone speaking for him.
        accepted: a person has accepted that it happened.
        on_quote: a publisher's act on its own quote.
        earliest: first possible moment, ISO 8601; None where unknown.
        latest: last possible moment, ISO 8601; None where unknown.
        order: place in the order of entry.
    """

    type: EventType
    by_speaker: bool
    accepted: bool
    on_quote: bool
    earliest: str | None
    latest: str | None
    order: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status, the act that gave it, and the marks beside it."""

    status: Status
    event: EventType | None
    marks: tuple[str, ...]


def derive_status(acts: Iterable[Act]) -> Outcome:
    """What became of a statement: the latest accepted act of its speaker decides.

    Ties are broken by the first possible moment, then by entry. An act whose end is not recorded
    counts as later than every dated one: it was entered as what holds now.
    """
    accepted = [act for act in acts if act.accepted and not act.on_quote]
    marks = tuple(
        mark.value
        for mark in MARKS
        if any(
            act.type is mark and (act.by_speaker or mark is EventType.THIRD_PARTY_DISPUTED)
            for act in accepted
        )
    )
    deciding = [act for act in accepted if act.by_speaker and act.type in STATUS_OF_ACT]
    if not deciding:
        return Outcome(Status.NO_LATER_EVENT, None, marks)
    last = max(deciding, key=_moment)
    return Outcome(STATUS_OF_ACT[last.type], last.type, marks)


def _moment(act: Act) -> tuple[str, str, int]:
    return act.latest or _AFTER_EVERY_DATE, act.earliest or "", act.order
