"""What reading a source gives: each field with where it was read and how sure it is."""

from typing import NamedTuple

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import Certainty

PLAIN_TEXT = "plain text 1"
"""The extractor of a text that is its own."""

CAPTIONS = "captions 1"
"""How the extractor of captions is called; with "machine" before it, a machine made them."""

PAGE_BREAK = "\f"
"""Stands between two pages in the text of a document, so that a quote knows its page."""


class ReadField(NamedTuple):
    """One field as it was read.

    Attributes:
        value: the words.
        origin: where they were read: "json-ld", "meta", "byline", "time element", "title element",
            "heading", "microdata", "address" or "guessed".
        certainty: how sure it is.
    """

    value: str
    origin: str
    certainty: Certainty = Certainty.SURE


class ReadDate(NamedTuple):
    """A date of publication or update as it was read; likewise."""

    value: UncertainDate
    origin: str
    certainty: Certainty = Certainty.SURE


class ReadSource(NamedTuple):
    """What a page or file says, and what is known about it.

    Attributes:
        text: its text; offsets of quotes count its code points.
        extractor: what made the text, with its version.
        title: its headline.
        byline: who wrote it.
        outlet: who published it.
        language: its language, as "en" or "en-GB".
        canonical_url: the address that it gives itself.
        published: when it was published, as it says.
        updated: when it was changed, as it claims; only two snapshots that differ prove a change.
        seen_dates: dates of change that stand outside the article's own block, such as a
            masthead's clock: kept as seen, never taken for an update.
    """

    text: str
    extractor: str
    title: ReadField | None = None
    byline: ReadField | None = None
    outlet: ReadField | None = None
    language: ReadField | None = None
    canonical_url: ReadField | None = None
    published: ReadDate | None = None
    updated: ReadDate | None = None
    seen_dates: tuple[ReadDate, ...] = ()
