"""A glyph and words for every status, event and state, so that colour never carries them alone."""

from typing import NamedTuple

from quotetrack.domain.vocabulary import AnchorState, EventType, LinkState, Status


class Sign(NamedTuple):
    """A glyph, the words that go with it, and the tone that colours both."""

    glyph: str
    words: str
    tone: str

    def __str__(self) -> str:
        return f"{self.glyph} {self.words}"


EVENTS = {
    EventType.DENIED_SAYING: Sign("⊘", "denied (saying)", "error"),
    EventType.DENIED_SUBSTANCE: Sign("⊘", "denied (substance)", "error"),
    EventType.DENIED_UNSPECIFIED: Sign("⊘", "denied (not said which)", "error"),
    EventType.RETRACTED: Sign("✗", "retracted", "error"),
    EventType.APOLOGISED: Sign("∼", "apologised", "secondary"),
    EventType.CORRECTED: Sign("✎", "corrected", "warning"),
    EventType.CLARIFIED: Sign("≈", "clarified", "warning"),
    EventType.WALKED_BACK: Sign("↩", "walked back", "warning"),
    EventType.REAFFIRMED: Sign("✓", "reaffirmed", "success"),
    EventType.SUPERSEDED: Sign("»", "superseded", "secondary"),
    EventType.THIRD_PARTY_DISPUTED: Sign("≠", "disputed by another", "warning"),
    EventType.PUBLISHER_CORRECTED: Sign("¶", "corrected by the publisher", "secondary"),
    EventType.PUBLISHER_WITHDREW: Sign("¶", "withdrawn by the publisher", "secondary"),
}
"""What happened to a statement later."""

STATUSES = {
    Status.NO_LATER_EVENT: Sign("·", "nothing later recorded", "quiet"),
    Status.DENIED: Sign("⊘", "denied", "error"),
    Status.RETRACTED: EVENTS[EventType.RETRACTED],
    Status.CORRECTED: EVENTS[EventType.CORRECTED],
    Status.CLARIFIED: EVENTS[EventType.CLARIFIED],
    Status.WALKED_BACK: EVENTS[EventType.WALKED_BACK],
    Status.SUPERSEDED: EVENTS[EventType.SUPERSEDED],
}
"""What became of a statement."""

MARKS = {
    "reaffirmed": EVENTS[EventType.REAFFIRMED],
    "third_party_disputed": EVENTS[EventType.THIRD_PARTY_DISPUTED],
}
"""What stands beside a status."""

ANCHORS = {
    AnchorState.EXACT: Sign("✓", "exact wording, in the snapshot", "success"),
    AnchorState.MOVED: Sign("→", "moved within the source", "warning"),
    AnchorState.CHANGED: Sign("≠", "wording changed in the source", "error"),
    AnchorState.AMBIGUOUS: Sign("?", "found more than once", "warning"),
    AnchorState.ORPHANED: Sign("∅", "no longer in the source", "error"),
    AnchorState.GONE: Sign("✗", "source gone", "error"),
    AnchorState.UNREACHABLE: Sign("…", "source could not be reached", "warning"),
    AnchorState.UNANCHORED: Sign("○", "unanchored: no snapshot holds it", "warning"),
    AnchorState.HEARD: Sign("♪", "heard in the recording", "success"),
}
"""What the last check of a quote against its source found."""

LINK_STATES = {
    LinkState.SUGGESTED: Sign("?", "suggested", "accent"),
    LinkState.CONFIRMED: Sign("✓", "confirmed", "success"),
    LinkState.DISMISSED: Sign("–", "dismissed", "quiet"),
    LinkState.NEEDS_MORE: Sign("…", "needs more", "warning"),
}
"""What a person has decided about a link."""

CONTRADICTION = Sign("⚑", "contradiction", "error")

OUTSIDE_ROLES = Sign("◇", "outside every attested role", "warning")
"""A statement that no role of its speaker covers."""


def status_sign(status: Status, event: EventType | None) -> Sign:
    """The sign of a status; a denial says which of the three it is."""
    if status is Status.DENIED and event is not None:
        return EVENTS[event]
    return STATUSES[status]


def event_words(event: EventType) -> str:
    """The words that stand for an event."""
    return EVENTS[event].words


def mark_sign(mark: str) -> Sign:
    """The sign of what stands beside a status."""
    return MARKS.get(mark) or Sign("·", mark.replace("_", " "), "quiet")
