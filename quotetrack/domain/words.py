"""What the domain's values are called in a sentence, where no screen lends them a glyph."""

from quotetrack.domain.vocabulary import EventType

_EVENTS = {
    EventType.DENIED_SAYING: "denied (saying)",
    EventType.DENIED_SUBSTANCE: "denied (substance)",
    EventType.DENIED_UNSPECIFIED: "denied (not said which)",
}


def spaced(value: str) -> str:
    """An enumeration's value as words."""
    return value.replace("_", " ")


def event_words(event_type: EventType) -> str:
    """An event's type in words; a denial says of what."""
    return _EVENTS.get(event_type) or spaced(event_type.value)
