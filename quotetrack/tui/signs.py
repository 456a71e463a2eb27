"""Glyphs and words for what the domain names: never a colour without both."""

from dataclasses import dataclass

from quotetrack.domain.vocabulary import Basis, EventType, LinkState, Relation, Status


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph, the word that goes with it, and the theme variable that colours both."""

    glyph: str
    word: str
    style: str

    def __str__(self) -> str:
        return f"{self.glyph} {self.word}"


EVENT_SIGNS = {
    EventType.RETRACTED: Sign("✗", "retracted", "$text-error"),
    EventType.DENIED_SAYING: Sign("⊘", "denied (saying)", "$text-error"),
    EventType.DENIED_SUBSTANCE: Sign("⊘", "denied (substance)", "$text-error"),
    EventType.DENIED_UNSPECIFIED: Sign("⊘", "denied (not said which)", "$text-error"),
    EventType.CORRECTED: Sign("✎", "corrected", "$text-warning"),
    EventType.CLARIFIED: Sign("≈", "clarified", "$text-warning"),
    EventType.WALKED_BACK: Sign("↩", "walked back", "$text-warning"),
    EventType.APOLOGISED: Sign("∼", "apologised", "$text-secondary"),
    EventType.REAFFIRMED: Sign("✓", "reaffirmed", "$text-success"),
    EventType.SUPERSEDED: Sign("»", "superseded", "$text-secondary"),
    EventType.THIRD_PARTY_DISPUTED: Sign("≠", "disputed by another", "$text-secondary"),
    EventType.PUBLISHER_CORRECTED: Sign("¶", "corrected by the publisher", "$text-secondary"),
    EventType.PUBLISHER_WITHDREW: Sign("¶", "withdrawn by the publisher", "$text-secondary"),
}
"""What happened to a statement later."""

STATUS_SIGNS = {
    Status.NO_LATER_EVENT: Sign("·", "nothing later recorded", "$text-muted"),
    Status.DENIED: Sign("⊘", "denied", "$text-error"),
    Status.RETRACTED: EVENT_SIGNS[EventType.RETRACTED],
    Status.CORRECTED: EVENT_SIGNS[EventType.CORRECTED],
    Status.CLARIFIED: EVENT_SIGNS[EventType.CLARIFIED],
    Status.WALKED_BACK: EVENT_SIGNS[EventType.WALKED_BACK],
    Status.SUPERSEDED: EVENT_SIGNS[EventType.SUPERSEDED],
}
"""What became of a statement."""

STATE_SIGNS = {
    LinkState.SUGGESTED: Sign("?", "suggested", "$text-warning"),
    LinkState.CONFIRMED: Sign("⚑", "confirmed", "$text-error"),
    LinkState.DISMISSED: Sign("–", "dismissed", "$text-muted"),
    LinkState.NEEDS_MORE: Sign("…", "needs more", "$text-warning"),
}
"""What a person has decided about a link."""

POSITION_CHANGE_SIGN = Sign("⇄", "position change", "$text-secondary")
"""A confirmed link whose basis is a change of position: neither side is false by that."""

BASIS_WORDS = {
    Basis.DENIAL: "the speaker denied it",
    Basis.NEGATION: "one says what the other negates",
    Basis.NUMBER: "the numbers differ",
    Basis.DATE: "the dates differ",
    Basis.ATTRIBUTION: "it is attributed to different people",
    Basis.POSITION_CHANGE: "the position changed over time",
    Basis.PROMISE_VS_ACT: "promised, and not done",
}
"""What a contradiction rests on, as a reader would say it."""

RELATION_WORDS = {
    Relation.CONTRADICTS: "contradicts",
    Relation.IN_TENSION: "is in tension with",
    Relation.REPEATS: "repeats",
    Relation.RESPONDS_TO: "responds to",
    Relation.TRANSLATES: "translates",
    Relation.NARROWS: "narrows",
    Relation.BROADENS: "broadens",
}
"""How the later stands to the earlier."""


def status_sign(status: Status, event: EventType | None) -> Sign:
    """The sign of a status; of a denial, which one."""
    if status is Status.DENIED and event is not None:
        return EVENT_SIGNS[event]
    return STATUS_SIGNS[status]


def state_sign(state: LinkState, basis: Basis | None) -> Sign:
    """The sign of a link's state; a confirmed change of position has its own."""
    if state is LinkState.CONFIRMED and basis is Basis.POSITION_CHANGE:
        return POSITION_CHANGE_SIGN
    return STATE_SIGNS[state]
