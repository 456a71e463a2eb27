"""Adding an article whose text and metadata a person or a script has at hand."""

from typing import TYPE_CHECKING

from quotetrack.actions.article_fields import checked_url
from quotetrack.actions.rows import quoted_identifier
from quotetrack.actions.snapshots import Captured, Known, add_snapshot, name_of, new_article
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.vocabulary import ArticleKind, Provenance
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.store.unit import Unit

MAXIMUM_BYTES = 5_000_000
"""The largest text that is taken as one article."""


def add_article(
    database: Database,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: UncertainDate | None = None,
    byline: str | None = None,
    kind: ArticleKind = ArticleKind.ARTICLE,
    provenance: Provenance = Provenance.UNKNOWN,
    language: str | None = None,
) -> int:
    """Store an article with a snapshot of exactly this text, of which nothing is read.

    Args:
        text: the text as received; offsets count its code points.
        published: one moment, day, month or year, in the place's own time.

    Returns:
        The new article's id.

    Raises:
        UsageError: the text is empty or no text, or a field cannot be taken as it is.
        Refused: this text is stored already, or it is too large.
    """
    from quotetrack.sources.read_values import PLAIN_TEXT, ReadSource

    raw = _checked_bytes(text)
    captured = Captured(raw, "text/plain", checked_url(url), "utf-8")
    known = Known(title, outlet, byline, published, kind, provenance, language)
    with database.unit("add_article") as unit:
        _refuse_known(unit, captured)
        source = ReadSource(text, PLAIN_TEXT)
        article = new_article(unit, captured, source, known)
        unit.summary = f"Added the article “{name_of(article)}”"
        add_snapshot(unit, article, captured, source)
        return article.id


def _checked_bytes(text: str) -> bytes:
    if not text.strip():
        raise UsageError("The text is empty. An article needs its words.")
    if "\0" in text:
        raise UsageError("This is no plain text: it holds zero bytes. Save the page as text first.")
    try:
        raw = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            f"The text holds half a character at {error.start}. Copy it again."
        ) from error
    if len(raw) > MAXIMUM_BYTES:
        raise Refused(
            f"The text has {len(raw):,} bytes; an article may have {MAXIMUM_BYTES:,}. "
            "Store the part that is quoted."
        )
    return raw


def _refuse_known(unit: "Unit", captured: Captured) -> None:
    from hashlib import sha256

    from sqlmodel import col, select

    from quotetrack.domain.tables import Snapshot

    digest = sha256(captured.raw).hexdigest()
    query = select(Snapshot.article_id).where(col(Snapshot.raw_sha256) == digest)
    known = unit.session.exec(query).first()
    if known is not None:
        raise Refused(
            f"This very text is stored already, as article {quoted_identifier(known)}. "
            "Take statements from that one."
        )
