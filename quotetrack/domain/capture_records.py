"""CaptureRecord: one line of the inbox as reading returns it."""

from typing import NamedTuple

from quotetrack.domain.vocabulary import CaptureState


class CaptureRecord(NamedTuple):
    """A line jotted down.

    Attributes:
        text: as it was typed, on one line.
        url: the address it came with, or None.
        at: when, ISO 8601 in UTC.
        article_id: the stored article of that address, where there is one.
        statement_id: the statement it has become, once it was worked up.
    """

    id: int
    text: str
    url: str | None
    author: str
    at: str
    state: CaptureState
    article_id: int | None
    statement_id: int | None
