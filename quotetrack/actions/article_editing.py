"""Correcting what is known of an article; each field then says that a person entered it."""

import json
from typing import TYPE_CHECKING, Any

from quotetrack.actions.article_fields import checked_url, moment_of, outlet_named
from quotetrack.actions.rows import optional_line
from quotetrack.actions.snapshots import ENTERED
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import Refused
from quotetrack.domain.text import clean_line, shorten
from quotetrack.domain.vocabulary import ArticleKind, Provenance
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article


def edit_article(
    database: Database,
    article_id: int,
    *,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    account: str | None = None,
    language: str | None = None,
    published: UncertainDate | None = None,
    updated: UncertainDate | None = None,
    kind: ArticleKind | None = None,
    provenance: Provenance | None = None,
) -> None:
    """Change fields of an article's metadata; None leaves a field as it is, "" empties it.

    Args:
        published: one moment, day, month or year; UNKNOWN_DATE records none.
        updated: the same for the last change of the article.

    Raises:
        NotFound: there is no such article.
        UsageError: an address is none, or a date is no one time.
        Refused: nothing would change.
    """
    from quotetrack.domain.tables import Article

    with database.unit("edit_article") as unit:
        article = unit.get(Article, article_id)
        unit.summary = f"Edited the article “{_name_of(article)}”"
        wanted: dict[str, dict[str, Any]] = {}
        for field, typed in (
            ("title", title),
            ("byline", byline),
            ("account", account),
            ("language", language),
        ):
            if typed is not None:
                wanted[field] = {field: optional_line(typed)}
        if url is not None:
            wanted["url"] = {"url": checked_url(url)}
        if outlet is not None:
            wanted["outlet"] = {"outlet_id": outlet_named(unit, outlet)}
        for name, date in (("published", published), ("updated", updated)):
            if date is not None:
                columns = (f"{name}_{part}" for part in ("at", "precision", "zone"))
                wanted[f"{name}_at"] = dict(zip(columns, moment_of(date), strict=True))
        if kind is not None:
            wanted["kind"] = {"kind": kind.value}
        if provenance is not None:
            wanted["provenance"] = {"provenance": provenance.value}
        if not _write(article, wanted):
            raise Refused("The article is recorded like that already; nothing was changed.")
        unit.add(article)


def _write(article: "Article", wanted: dict[str, dict[str, Any]]) -> bool:
    """Set the columns of each field, and where it comes from; says whether anything changed."""
    origins = json.loads(article.field_origins)
    before = dict(origins)
    changed = False
    for field, columns in wanted.items():
        for column, value in columns.items():
            changed |= getattr(article, column) != value
            setattr(article, column, value)
        if any(value is not None for value in columns.values()):
            origins[field] = ENTERED
        else:
            origins.pop(field, None)
    if origins != before:
        article.field_origins = json.dumps(origins)
    return changed or origins != before


def _name_of(article: "Article") -> str:
    return shorten(clean_line(article.title or article.url or "untitled"), 60)
