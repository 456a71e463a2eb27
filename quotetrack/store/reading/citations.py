"""Reads what citations are made of: statements, and of each quote what its source needs."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from quotetrack.domain.citation_records import Citable, CitedSource
from quotetrack.domain.records import QuoteRecord
from quotetrack.domain.vocabulary import AttributionBasis, EventType, Precision
from quotetrack.store.reading.columns import listed
from quotetrack.store.reading.statements import read_statements

# The snapshot is the one that holds the quote, else the latest of its article.
_SOURCES = """
SELECT quote.id, quote.timecode, quote.page, coalesce(quote.language, article.language),
    quote.translated_from, quote.translated_by, quote.attribution_basis, article.byline,
    article.account, article.published_at, article.published_precision, article.published_zone,
    snapshot.fetched_at, snapshot.archive_url,
    (SELECT group_concat(act.type, ' ') FROM (SELECT DISTINCT event.type FROM event
        WHERE event.quote_id = quote.id AND event.state = 'accepted' ORDER BY event.type) AS act)
FROM quote
LEFT JOIN article ON article.id = quote.article_id
LEFT JOIN snapshot_text ON snapshot_text.id = quote.snapshot_text_id
LEFT JOIN snapshot ON snapshot.id = coalesce(snapshot_text.snapshot_id,
    (SELECT latest.id FROM snapshot AS latest WHERE latest.article_id = quote.article_id
        ORDER BY latest.fetched_at DESC, latest.id DESC LIMIT 1))
WHERE quote.statement_id IN (SELECT value FROM json_each(?))
"""


def read_citables(connection: sqlite3.Connection, identifiers: Sequence[int]) -> list[Citable]:
    """These statements with what their sources need to be cited, in their order.

    Ids that no statement has are passed over.
    """
    particulars = {
        columns[0]: columns[1:] for columns in connection.execute(_SOURCES, (listed(identifiers),))
    }
    return [
        Citable(
            record,
            tuple(
                sorted(
                    (_to_source(quote, *particulars[quote.id]) for quote in record.quotes),
                    key=_distance,
                )
            ),
        )
        for record in read_statements(connection, identifiers)
    ]


def _distance(source: CitedSource) -> tuple[bool, bool, int]:
    """How far from the words as spoken: a translation is, and what no capture holds."""
    located = source.quote.start is not None or source.quote.locator is not None
    return source.translated_from is not None, not located, source.quote.id


def _to_source(quote: QuoteRecord, *columns: Any) -> CitedSource:
    timecode, page, language, translated_from, translated_by, basis, byline, account = columns[:8]
    published, precision, zone, captured, archive, acts = columns[8:]
    return CitedSource(
        quote,
        timecode,
        page,
        language,
        translated_from,
        translated_by,
        AttributionBasis(basis),
        byline,
        account,
        published,
        Precision(precision) if precision else None,
        zone,
        captured,
        archive,
        tuple(EventType(act) for act in (acts or "").split()),
    )
