"""Reads what tells whether the sources of a statement are independent, and lets the rule judge."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from quotetrack.domain.independence import judge_independence
from quotetrack.domain.records import QuoteRecord
from quotetrack.domain.source_records import Independence, Publication, Reliance, Rendering
from quotetrack.store.reading.columns import listed

# UNION, not UNION ALL: articles may rely on each other in a circle.
_RELIED_ON = " ".join(
    (
        "WITH RECURSIVE relied(id) AS (SELECT value FROM json_each(?) UNION",
        "SELECT article_reliance.relies_on_id FROM relied",
        "JOIN article_reliance ON article_reliance.article_id = relied.id)",
    )
)
_PUBLICATIONS = " ".join(
    (
        _RELIED_ON,
        "SELECT article.id, article.title, outlet.name,",
        "(SELECT snapshot_text.text_sha256 FROM snapshot",
        "JOIN snapshot_text ON snapshot_text.snapshot_id = snapshot.id",
        "WHERE snapshot.article_id = article.id",
        "ORDER BY snapshot.fetched_at DESC, snapshot.id DESC, snapshot_text.id DESC LIMIT 1)",
        "FROM relied JOIN article ON article.id = relied.id",
        "LEFT JOIN outlet ON outlet.id = article.outlet_id",
    )
)
_RELIANCES = " ".join(
    (
        _RELIED_ON,
        "SELECT article_reliance.article_id, article_reliance.relies_on_id",
        "FROM relied JOIN article_reliance ON article_reliance.article_id = relied.id",
    )
)


def read_independence(
    connection: sqlite3.Connection, quotes: Mapping[int, Sequence[QuoteRecord]]
) -> dict[int, Independence]:
    """How the sources of each of these statements hang together, in two queries for all."""
    several = {
        each.article.id
        for found in quotes.values()
        if len({each.article and each.article.id for each in found}) > 1
        for each in found
        if each.article is not None
    }
    publications = _publications(connection, several)
    reliances = _reliances(connection, several)
    return {
        statement: judge_independence(
            [
                Rendering(
                    each.id,
                    each.article and each.article.id,
                    each.chain,
                    each.language,
                    each.translated_from,
                )
                for each in found
            ],
            publications,
            reliances,
        )
        for statement, found in quotes.items()
    }


def _publications(connection: sqlite3.Connection, articles: Collection[int]) -> list[Publication]:
    """These articles and those they rely on, at whatever remove."""
    if not articles:
        return []
    found = connection.execute(_PUBLICATIONS, (listed(sorted(articles)),))
    return [Publication(*columns) for columns in found]


def _reliances(connection: sqlite3.Connection, articles: Collection[int]) -> list[Reliance]:
    if not articles:
        return []
    found = connection.execute(_RELIANCES, (listed(sorted(articles)),))
    return [Reliance(*columns) for columns in found]
