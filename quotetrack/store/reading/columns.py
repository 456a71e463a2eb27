"""Turns columns into the domain's values; used by every reading."""

from collections.abc import Sequence

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.records import ArticleSummary
from quotetrack.domain.vocabulary import ArticleKind, DateBasis, Precision, Provenance

DateColumns = tuple[str | None, str | None, str | None, str | None, str | None, str | None]
ArticleColumns = tuple[
    int | None, str | None, str | None, str | None, str | None, str | None, str | None
]

ARTICLE_COLUMNS = (
    "article.id, article.kind, article.title, outlet.name, article.url,"
    " article.published_at, article.provenance"
)
"""What `to_article` reads; needs article and outlet joined."""


def date_columns(table: str, name: str) -> str:
    """What `to_date` reads: `name` is "said" or "happened"."""
    parts = ("from", "to", "precision", "zone", "phrase", "basis")
    return ", ".join(f"{table}.{name}_{part}" for part in parts)


def to_date(columns: DateColumns) -> UncertainDate:
    """A date from its six columns."""
    earliest, latest, precision, zone, phrase, basis = columns
    return UncertainDate(
        earliest,
        latest,
        Precision(precision) if precision else None,
        zone,
        phrase,
        DateBasis(basis) if basis else None,
    )


def to_article(columns: ArticleColumns) -> ArticleSummary | None:
    """An article from ARTICLE_COLUMNS; None where a left join found none."""
    identifier, kind, title, outlet, url, published, provenance = columns
    if identifier is None:
        return None
    return ArticleSummary(
        identifier,
        ArticleKind(kind or ArticleKind.ARTICLE),
        title,
        outlet,
        url,
        published,
        Provenance(provenance or Provenance.UNKNOWN),
    )


def to_role(title: str | None, organisation: str | None) -> str | None:
    """A role as one line: "title, organisation"."""
    return f"{title}, {organisation}" if title and organisation else title


def listed(values: Sequence[int]) -> str:
    """Whole numbers as a JSON array, for json_each(?); importing json would cost every search."""
    return f"[{','.join(map(str, values))}]"
