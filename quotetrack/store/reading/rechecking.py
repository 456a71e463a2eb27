"""Reads what is to be checked again: sources with their quotes, and what the last check found."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.recheck_records import FoundChange, KeptQuote, SourceToCheck
from quotetrack.domain.vocabulary import AnchorState
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import listed

_SOURCES = (
    "SELECT article.id, article.url, article.title,"
    " (SELECT max(fetched_at) FROM snapshot WHERE snapshot.article_id = article.id) AS fetched,"
    " (SELECT max(anchoring.at) FROM anchoring JOIN quote ON quote.id = anchoring.quote_id"
    "  WHERE quote.article_id = article.id) AS checked"
    " FROM article WHERE article.url IS NOT NULL AND article.id IN (%s)"
    " AND (:before IS NULL OR checked IS NULL OR checked < :before)"
    " ORDER BY checked IS NOT NULL, checked, article.id LIMIT :limit"
)
_ALL = "SELECT article_id FROM quote WHERE article_id IS NOT NULL"
_OF_STATEMENTS = (
    "SELECT article_id FROM quote WHERE statement_id IN (SELECT value FROM json_each(:statements))"
)
_ONE = "SELECT :article"
_CHANGES = " ".join(
    (
        "SELECT quote.id, statement.id, article.id, article.title, speaker.name, quote.exact,",
        "anchoring.state, anchoring.at",
        "FROM anchoring JOIN quote ON quote.id = anchoring.quote_id",
        "JOIN article ON article.id = quote.article_id",
        "JOIN statement ON statement.id = quote.statement_id",
        "JOIN speaker ON speaker.id = statement.speaker_id",
        "WHERE anchoring.id = (SELECT latest.id FROM anchoring AS latest",
        "WHERE latest.quote_id = quote.id ORDER BY latest.at DESC, latest.id DESC LIMIT 1)",
        "AND anchoring.state NOT IN ('exact', 'unanchored', 'heard') AND",
        visible_rows("statement"),
        "ORDER BY anchoring.at DESC, anchoring.id DESC LIMIT ?",
    )
)


def sources_to_check(
    connection: sqlite3.Connection,
    *,
    statements: Sequence[int] | None = None,
    article: int | None = None,
    checked_before: str | None = None,
    limit: int | None = None,
) -> list[SourceToCheck]:
    """Articles with an address and quotes, those never checked first, then the longest ago.

    Args:
        statements: only the sources of these; all where None.
        article: only this one.
        checked_before: not what was checked since then, ISO 8601 in UTC; None: all.
        limit: how many at most.
    """
    which = _ONE if article is not None else _ALL if statements is None else _OF_STATEMENTS
    found = connection.execute(
        _SOURCES % which,
        {
            "article": article,
            "statements": listed(statements or ()),
            "before": checked_before,
            "limit": -1 if limit is None else limit,
        },
    )
    return [SourceToCheck(*columns) for columns in found]


def kept_quotes(connection: sqlite3.Connection, article: int) -> list[KeptQuote]:
    """The quotes of an article, as they were recorded."""
    found = connection.execute(
        'SELECT id, statement_id, exact, prefix, suffix, "start" FROM quote'
        " WHERE article_id = ? ORDER BY id",
        (article,),
    )
    return [KeptQuote(*columns) for columns in found]


def found_changes(connection: sqlite3.Connection, limit: int) -> list[FoundChange]:
    """Quotes that do not stand as recorded, as their last check says, the newest check first."""
    return [
        FoundChange(quote, statement, article, title, speaker, exact, AnchorState(state), at)
        for quote, statement, article, title, speaker, exact, state, at in connection.execute(
            _CHANGES, (limit,)
        )
    ]
