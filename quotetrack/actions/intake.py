"""Intake: what was fetched or handed over becomes an article, or a new snapshot of a known one."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.actions.articles import checked_url, moment_of, outlet_named
from quotetrack.actions.rows import optional_line, quoted_identifier
from quotetrack.domain.addresses import same_address
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import FetchRefused, Refused
from quotetrack.domain.vocabulary import ArticleKind, Certainty, Precision, Provenance
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article
    from quotetrack.sources.fetching import Fetched
    from quotetrack.sources.read_values import ReadDate, ReadField, ReadSource
    from quotetrack.store.unit import Unit

MOST_BYTES = 25_000_000
_ENTERED = {"origin": "entered", "certainty": Certainty.SURE.value}
CAPTIONS = ("text/vtt", "application/x-subrip")
_SUBRIP = re.compile(rb"\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3}\s*-->")
_PAGES = ("text/html", "application/xhtml+xml")


class Captured(NamedTuple):
    """Bytes as they came, and from where.

    Attributes:
        raw: the bytes.
        media_type: their type, without parameters.
        url: the address that gave them, or of which they are said to be.
        charset: what the server or the user says of their characters.
        http_status: the server's answer; None where they came as a file.
        fetched_at: when, ISO 8601 in UTC; None: now.
    """

    raw: bytes
    media_type: str
    url: str | None = None
    charset: str | None = None
    http_status: int | None = None
    fetched_at: str | None = None


class Known(NamedTuple):
    """What a person says of an article; it goes before whatever was read from the page.

    A date that is "not recorded" (UNKNOWN_DATE) is an answer, too, and None is none.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: UncertainDate | None = None
    kind: ArticleKind = ArticleKind.ARTICLE
    provenance: Provenance = Provenance.UNKNOWN
    language: str | None = None


class Stored(NamedTuple):
    """What became of a capture.

    Attributes:
        article_id: the article.
        new: whether it was not known before.
        changed: whether its text differs from that of the last snapshot; False for a new one.
        snapshot_id: the snapshot.
    """

    article_id: int
    new: bool
    changed: bool
    snapshot_id: int


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Captured:
    """Fetch an address.

    Raises:
        FetchFailed: it did not give a source; the message says why.
    """
    from quotetrack.sources.fetching import Fetcher

    return captured_from(Fetcher(allow_private=allow_private, cancelled=cancelled).fetch(url))


def captured_from(found: "Fetched") -> Captured:
    """What an address gave, as a capture."""
    return Captured(
        found.body, found.media_type, found.url, found.charset, found.status, found.fetched_at
    )


def captured_file(path: Path, url: str | None = None, charset: str | None = None) -> Captured:
    """A saved page or text, as the file holds it.

    Raises:
        FetchRefused: it cannot be read, or is too large.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as problem:
        reason = problem.strerror or "it cannot be read"
        raise FetchRefused(f"{path} cannot be read: {reason}. Check its name.") from problem
    return captured_bytes(raw, path.suffix, url, charset)


def captured_bytes(
    raw: bytes, suffix: str = "", url: str | None = None, charset: str | None = None
) -> Captured:
    """Bytes whose type their first words or the ending of their name tells.

    Raises:
        FetchRefused: there are too many of them.
    """
    if len(raw) > MOST_BYTES:
        raise FetchRefused(
            f"It has more than {MOST_BYTES // 1_000_000} MB. Store the part that is quoted."
        )
    return Captured(raw, _media_type(raw, suffix.lower()), checked_url(url), charset)


def _media_type(raw: bytes, suffix: str) -> str:
    start = raw[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "application/pdf"
    if suffix == ".vtt" or start.startswith(b"webvtt"):
        return "text/vtt"
    if suffix == ".srt" or _SUBRIP.match(start):
        return "application/x-subrip"
    if suffix in (".html", ".htm", ".xhtml") or start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return "text/plain"


def store_capture(database: Database, captured: Captured, known: Known | None = None) -> Stored:
    """Read what was captured, and keep it: as a new article, or as a snapshot of a known one.

    An article is known by its address, the address that it gives itself, or its text. What is
    known of it stays as it is when a further snapshot comes in.

    Raises:
        FetchRefused: there is no article's text in it.
        Refused: these very bytes are a snapshot of it already.
        DatabaseError: the file cannot be written; nothing was changed.
    """
    known = known or Known()
    seen_at = captured.fetched_at or database.clock().isoformat()
    read = read_capture(captured, date.fromisoformat(seen_at[:10]))
    with database.unit("add_article") as unit:
        article, by_text = _known_article(unit, captured, read)
        if article is not None:
            _refuse_known_bytes(unit, article, captured)
            unit.summary = f"Took a snapshot of “{_name_of(article)}”"
            changed = not by_text and _last_text(unit, article.id) != read.text
            return Stored(article.id, False, changed, add_snapshot(unit, article, captured, read))
        article = _new_article(unit, captured, read, known)
        unit.summary = f"Added the article “{_name_of(article)}”"
        return Stored(article.id, True, False, add_snapshot(unit, article, captured, read))


def read_capture(captured: Captured, seen_on: date) -> "ReadSource":
    """The text of a capture, and what it says about itself.

    Raises:
        FetchRefused: there is no article's text in it.
    """
    if captured.media_type in _PAGES:
        from quotetrack.sources.web_pages import read_page

        return read_page(captured.raw, url=captured.url, charset=captured.charset, seen_on=seen_on)
    if captured.media_type in ("text/plain", "text/markdown"):
        from quotetrack.sources.decoding import decode
        from quotetrack.sources.plain_texts import read_plain_text

        text = decode(captured.raw, captured.charset)
        if "\0" in text or not text.strip():
            raise FetchRefused("There are no words in it. Save it as text and add that.")
        return read_plain_text(text, seen_on=seen_on)
    if captured.media_type == "application/pdf":
        from quotetrack.sources.pdfs import read_pdf

        return read_pdf(captured.raw, seen_on=seen_on)
    if captured.media_type in CAPTIONS:
        from quotetrack.sources.captions import read_captions

        return read_captions(captured.raw, captured.charset).source
    raise FetchRefused(
        f"No text can be read from {captured.media_type}. Save its text and add that."
    )


def _known_article(
    unit: "Unit", captured: Captured, read: "ReadSource"
) -> "tuple[Article | None, bool]":
    """The article that this is a capture of, and whether it was known by its text."""
    from hashlib import sha256

    from sqlmodel import col, or_, select

    from quotetrack.domain.tables import Article, Snapshot, SnapshotText

    digest = sha256(read.text.encode()).hexdigest()
    by_text = unit.session.exec(
        select(Snapshot.article_id)
        .join(SnapshotText, col(SnapshotText.snapshot_id) == Snapshot.id)
        .where(col(SnapshotText.text_sha256) == digest)
    ).first()
    if by_text is not None:
        article = unit.get(Article, by_text)
        # The same words at another outlet are another article, which relies on the same source.
        if not (captured.url and article.url) or _host(captured.url) == _host(article.url):
            return article, True
    addresses = {same_address(each) for each in _addresses(captured, read)}
    if addresses:
        hosts = {each.partition("/")[0] for each in addresses}
        near = select(Article).where(
            or_(
                *(col(Article.url).contains(host) for host in hosts),
                *(col(Article.canonical_url).contains(host) for host in hosts),
            )
        )
        for article in unit.session.exec(near):
            own = (article.url, article.canonical_url)
            if addresses & {same_address(each) for each in own if each}:
                return article, False
    return None, False


def _addresses(captured: Captured, read: "ReadSource") -> list[str]:
    canonical = read.canonical_url.value if read.canonical_url else None
    return [each for each in (captured.url, canonical) if each]


def _last_text(unit: "Unit", article_id: int) -> str | None:
    from quotetrack.actions.rows import latest_text

    stored = latest_text(unit, article_id)
    return stored.text if stored is not None else None


def _refuse_known_bytes(unit: "Unit", article: "Article", captured: Captured) -> None:
    from hashlib import sha256

    from sqlmodel import col, select

    from quotetrack.domain.tables import Snapshot

    digest = sha256(captured.raw).hexdigest()
    same = select(Snapshot.id).where(
        col(Snapshot.article_id) == article.id, col(Snapshot.raw_sha256) == digest
    )
    if unit.session.exec(same).first() is not None:
        raise Refused(
            f"This very text is stored already, as article {quoted_identifier(article.id)}. "
            "Take statements from that one."
        )


def add_snapshot(unit: "Unit", article: "Article", captured: Captured, read: "ReadSource") -> int:
    """Keep a capture as a snapshot of an article; gives its id."""
    from hashlib import sha256
    from zlib import compress

    from quotetrack.domain.tables import Snapshot, SnapshotText

    digest = sha256(captured.raw).hexdigest()
    charset = f"; charset={captured.charset}" if captured.charset else ""
    snapshot = Snapshot(
        id=unit.new_id(),
        article_id=article.id,
        fetched_at=captured.fetched_at or unit.now,
        captured_by=unit.user,
        http_status=captured.http_status,
        media_type=captured.media_type + charset,
        raw=compress(captured.raw),
        raw_sha256=digest,
    )
    unit.add(snapshot)
    unit.add(
        SnapshotText(
            id=unit.new_id(),
            snapshot_id=snapshot.id,
            extractor=read.extractor,
            text=read.text,
            text_sha256=sha256(read.text.encode()).hexdigest(),
        )
    )
    return snapshot.id


def _new_article(unit: "Unit", captured: Captured, read: "ReadSource", known: Known) -> "Article":
    from quotetrack.domain.tables import Article

    origins: dict[str, dict[str, str]] = {}

    def words(field: str, typed: str | None, found: "ReadField | None") -> str | None:
        """What a person says, else what was read; either with its origin."""
        said = optional_line(typed)
        if said is not None:
            origins[field] = _ENTERED
            return said
        if found is None:
            return None
        origins[field] = {"origin": found.origin, "certainty": found.certainty.value}
        return optional_line(found.value)

    def moment(
        field: str, typed: UncertainDate | None, found: "ReadDate | None"
    ) -> tuple[str | None, str | None, str | None]:
        if typed is not None:
            if typed.known:
                origins[field] = _ENTERED
            return moment_of(typed)
        if found is None:
            return None, None, None
        origins[field] = {"origin": found.origin, "certainty": found.certainty.value}
        return found.value.earliest, (found.value.precision or Precision.DAY), found.value.zone

    published = moment("published_at", known.published, read.published)
    updated = moment("updated_at", None, read.updated)
    if captured.url:
        origins["url"] = (
            {"origin": "fetched", "certainty": Certainty.SURE.value}
            if captured.http_status
            else _ENTERED
        )
    article = Article(
        id=unit.new_id(),
        outlet_id=outlet_named(unit, words("outlet", known.outlet, read.outlet)),
        kind=known.kind.value,
        provenance=known.provenance.value,
        title=words("title", known.title, read.title),
        byline=words("byline", known.byline, read.byline),
        language=words("language", known.language, read.language),
        canonical_url=words("canonical_url", None, read.canonical_url),
        url=captured.url,
        published_at=published[0],
        published_precision=published[1],
        published_zone=published[2],
        updated_at=updated[0],
        updated_precision=updated[1],
        updated_zone=updated[2],
    )
    for number, seen in enumerate(read.seen_dates[:5], 1):
        origins[f"seen_date_{number}"] = {
            "origin": f"{seen.origin}: {seen.value.phrase or seen.value.earliest}",
            "certainty": seen.certainty.value,
        }
    article.field_origins = json.dumps(origins)
    unit.add(article)
    return article


def _host(url: str) -> str:
    return same_address(url).partition("/")[0]


def _name_of(article: "Article") -> str:
    return article.title or article.url or "untitled"
