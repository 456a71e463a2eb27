"""Adding an article: its bytes as a snapshot, its text, and what is known about it."""

from typing import TYPE_CHECKING

from quotetrack.actions.rows import optional_line, quoted_identifier
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import ArticleKind, Certainty, Precision, Provenance
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.store.unit import Unit

MAXIMUM_BYTES = 5_000_000
"""The largest text that is taken as one article."""

EXTRACTOR = "plain text 1"


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
    raw: bytes | None = None,
    encoding: str = "utf-8",
) -> int:
    """Store an article with a snapshot of exactly this text.

    Args:
        text: the text as received; offsets count its code points.
        published: one moment, day, month or year, in the place's own time.
        raw: the bytes as received, where they are not the text in UTF-8.
        encoding: the encoding of `raw`.

    Returns:
        The new article's id.

    Raises:
        UsageError: the text is empty or no text, or a field cannot be taken as it is.
        Refused: this text is stored already, or it is too large.
    """
    captured = _checked_bytes(text) if raw is None else raw
    if len(captured) > MAXIMUM_BYTES:
        raise Refused(
            f"The text has {len(captured):,} bytes; an article may have {MAXIMUM_BYTES:,}. "
            "Store the part that is quoted."
        )
    headline, author, address = optional_line(title), optional_line(byline), checked_url(url)
    moment, precision, zone = moment_of(published)
    shown = headline or address or "untitled"
    with database.unit("add_article", f"Added the article “{shown}”") as unit:
        from hashlib import sha256
        from zlib import compress

        from quotetrack.domain.tables import Article, Snapshot, SnapshotText

        digest = sha256(captured).hexdigest()
        _refuse_known(unit, digest)
        article = Article(
            id=unit.new_id(),
            outlet_id=outlet_named(unit, outlet),
            kind=kind.value,
            provenance=provenance.value,
            title=headline,
            byline=author,
            url=address,
            language=optional_line(language),
            published_at=moment,
            published_precision=precision,
            published_zone=zone,
            field_origins=_entered(title=headline, byline=author, url=address, published_at=moment),
        )
        unit.add(article)
        snapshot = Snapshot(
            id=unit.new_id(),
            article_id=article.id,
            fetched_at=unit.now,
            captured_by=unit.user,
            media_type=f"text/plain; charset={encoding}",
            raw=compress(captured),
            raw_sha256=digest,
        )
        unit.add(snapshot)
        unit.add(
            SnapshotText(
                id=unit.new_id(),
                snapshot_id=snapshot.id,
                extractor=EXTRACTOR,
                text=text,
                text_sha256=sha256(text.encode()).hexdigest(),
            )
        )
        return article.id


def _checked_bytes(text: str) -> bytes:
    if not text.strip():
        raise UsageError("The text is empty. An article needs its words.")
    if "\0" in text:
        raise UsageError("This is no plain text: it holds zero bytes. Save the page as text first.")
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            f"The text holds half a character at {error.start}. Copy it again."
        ) from error


def checked_url(url: str | None) -> str | None:
    """The address as one line, or None where none is given.

    Raises:
        UsageError: it is no web address.
    """
    address = optional_line(url)
    if address is None:
        return None
    scheme, separator, rest = address.partition("://")
    if scheme.lower() not in ("http", "https") or not separator or not rest or " " in address:
        raise UsageError(f"'{address}' is no web address. Give it as https://...")
    return address


def moment_of(published: UncertainDate | None) -> tuple[str | None, str | None, str | None]:
    """The moment, its precision and its zone.

    Raises:
        UsageError: the date is no one time.
    """
    if published is None or not published.known:
        return None, None, None
    earliest, latest, precision = published.earliest, published.latest, published.precision
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision or Precision.DAY, 10)
    one = earliest and latest and earliest[:length] == latest[:length]
    if not one or precision is None:
        raise UsageError(
            "An article is published at one time: give a moment, a day, a month or a year."
        )
    return earliest, precision.value, published.zone


def _entered(**fields: str | None) -> str:
    """The JSON that says of each field given: a person entered it."""
    import json

    origin = {"origin": "entered", "certainty": Certainty.SURE.value}
    return json.dumps({name: origin for name, value in fields.items() if value is not None})


def _refuse_known(unit: "Unit", digest: str) -> None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Snapshot

    query = select(Snapshot.article_id).where(col(Snapshot.raw_sha256) == digest)
    known = unit.session.exec(query).first()
    if known is not None:
        raise Refused(
            f"This very text is stored already, as article {quoted_identifier(known)}. "
            "Take statements from that one."
        )


def outlet_named(unit: "Unit", name: str | None) -> int | None:
    """The outlet of this name, recorded unless it is known; None where no name is given."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Outlet

    cleaned = optional_line(name)
    if cleaned is None:
        return None
    folded = fold_name(cleaned)
    known = unit.session.exec(select(Outlet).where(col(Outlet.folded) == folded)).first()
    if known is not None:
        return known.id
    outlet = Outlet(id=unit.new_id(), name=cleaned, folded=folded)
    unit.add(outlet)
    return outlet.id
