"""Intake: what was fetched or handed over becomes an article, or a new snapshot of a known one."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.actions.article_fields import checked_url
from quotetrack.actions.rows import latest_text, quoted_identifier
from quotetrack.actions.snapshots import Captured, Known, add_snapshot, name_of, new_article
from quotetrack.domain.addresses import same_address
from quotetrack.domain.errors import FetchRefused, Refused
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article
    from quotetrack.sources.fetching import Fetched
    from quotetrack.sources.read_values import ReadSource
    from quotetrack.store.unit import Unit

MOST_BYTES = 25_000_000
CAPTIONS = ("text/vtt", "application/x-subrip")
_SUBRIP = re.compile(rb"\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3}\s*-->")
_PAGES = ("text/html", "application/xhtml+xml")


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
            unit.summary = f"Took a snapshot of “{name_of(article)}”"
            last = latest_text(unit, article.id)
            changed = not by_text and (last is None or last.text != read.text)
            return Stored(article.id, False, changed, add_snapshot(unit, article, captured, read))
        article = new_article(unit, captured, read, known)
        unit.summary = f"Added the article “{name_of(article)}”"
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


def _host(url: str) -> str:
    return same_address(url).partition("/")[0]
