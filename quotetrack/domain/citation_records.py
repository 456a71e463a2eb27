"""What a citation is made of: a statement, and the quote that gives its wording and source."""

from typing import NamedTuple

from quotetrack.domain.citation_style import CitationFormat as CitationFormat
from quotetrack.domain.records import QuoteRecord, StatementRecord
from quotetrack.domain.vocabulary import AttributionBasis, EventType, Precision


class CitedSource(NamedTuple):
    """A quote with what a citation says of its source.

    Attributes:
        quote: the rendering, its article and its place.
        attribution_basis: on what terms the words were given.
        publisher_acts: what the publisher did to this quote later.
        captured_at: when the snapshot that holds the quote was taken, else the article's latest.
    """

    quote: QuoteRecord
    timecode: float | None
    page: int | None
    language: str | None
    translated_from: str | None
    translated_by: str | None
    attribution_basis: AttributionBasis
    byline: str | None
    account: str | None
    published: str | None
    published_precision: Precision | None
    published_zone: str | None
    captured_at: str | None
    archive_url: str | None
    publisher_acts: tuple[EventType, ...]


class Citable(NamedTuple):
    """A statement with every source that it can be cited from, the best one first."""

    record: StatementRecord
    sources: tuple[CitedSource, ...]


class Citation(NamedTuple):
    """A statement cited from one of its sources; None where no source is recorded."""

    record: StatementRecord
    source: CitedSource | None


class CitedStatement(NamedTuple):
    """One citation as it was written.

    Attributes:
        quote_id: the quote it was cited from; None where no source is recorded.
        fields: every field of the house template, by its name; empty where nothing is known.
    """

    statement_id: int
    quote_id: int | None
    fields: dict[str, str]


class Cited(NamedTuple):
    """Citations of one or more statements, written in one format."""

    format: CitationFormat
    text: str
    statements: tuple[CitedStatement, ...]
