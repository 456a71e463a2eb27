"""Reads articles: the list to choose from, and the stored text of one."""

import sqlite3
from typing import NamedTuple

from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import ArticleSummary
from quotetrack.store.reading.columns import ARTICLE_COLUMNS, to_article

_FROM_ARTICLE = " ".join(
    ("SELECT", ARTICLE_COLUMNS, "FROM article LEFT JOIN outlet ON outlet.id = article.outlet_id")
)
_LATEST = " ".join((_FROM_ARTICLE, "ORDER BY article.id DESC LIMIT ?"))
_CONTAINING = " ".join(
    (
        _FROM_ARTICLE,
        "WHERE instr(lower(coalesce(article.title, '')), :words)",
        "OR instr(lower(coalesce(outlet.name, '')), :words)",
        "OR instr(lower(coalesce(article.url, '')), :words)",
        "ORDER BY article.id DESC LIMIT :limit",
    )
)
_ONE = " ".join((_FROM_ARTICLE, "WHERE article.id = ?"))


class ArticleText(NamedTuple):
    """An article and the text of its latest snapshot.

    Attributes:
        snapshot_text_id: what quotes are anchored in; None where nothing was captured.
        text: exactly as received; None where nothing was captured.
    """

    summary: ArticleSummary
    snapshot_text_id: int | None
    text: str | None


def list_articles(
    connection: sqlite3.Connection, text: str = "", limit: int = 50
) -> list[ArticleSummary]:
    """Stored articles, the one added last first; `text` is part of title, outlet or address.

    Capitals do not matter in ASCII letters.
    """
    if text.strip():
        found = connection.execute(_CONTAINING, {"words": _lower(text.strip()), "limit": limit})
    else:
        found = connection.execute(_LATEST, (limit,))
    return [article for columns in found if (article := to_article(columns)) is not None]


def read_article_text(connection: sqlite3.Connection, article_id: int) -> ArticleText:
    """An article and the stored text of its latest snapshot, by its latest extractor.

    Raises:
        NotFound: there is no such article.
    """
    columns = connection.execute(_ONE, (article_id,)).fetchone()
    summary = None if columns is None else to_article(columns)
    if summary is None:
        raise NotFound(f"There is no article {short_identifier(article_id)}.")
    stored = connection.execute(
        "SELECT snapshot_text.id, snapshot_text.text FROM snapshot"
        " JOIN snapshot_text ON snapshot_text.snapshot_id = snapshot.id"
        " WHERE snapshot.article_id = ?"
        " ORDER BY snapshot.fetched_at DESC, snapshot.id DESC, snapshot_text.id DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    snapshot_text_id, text = stored or (None, None)
    return ArticleText(summary, snapshot_text_id, text)


def _lower(text: str) -> str:
    # SQLite's lower() knows ASCII only, and both sides have to be lowered alike.
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)
