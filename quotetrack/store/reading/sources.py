"""Reads what tells whether the sources of a statement are independent, and lets the rule judge."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from quotetrack.domain.independence import judge_independence, lone_source
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
    renderings = {
        statement: [_rendering(each) for each in found] for statement, found in quotes.items()
    }
    tied = {statement: found for statement, found in renderings.items() if not _alone(found)}
    articles = {each.article for found in tied.values() for each in found if each.article}
    publications = _publications(connection, articles)
    reliances = _reliances(connection, articles)
    return {
        statement: judge_independence(found, publications, reliances)
        if statement in tied
        else lone_source(found)
        for statement, found in renderings.items()
    }


def _rendering(quote: QuoteRecord) -> Rendering:
    return Rendering(
        quote.id,
        quote.article and quote.article.id,
        quote.chain,
        quote.language,
        quote.translated_from,
    )


def _alone(renderings: Sequence[Rendering]) -> bool:
    """Whether there is one source only, and none through which it has the words."""
    return len({each.article for each in renderings}) == 1 and not any(
        each.chain or each.article is None for each in renderings
    )


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
