"""Captures kept: the article they make, and the snapshot that proves what it said."""

import json
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.actions.article_fields import moment_of, outlet_named
from quotetrack.actions.rows import optional_line
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import ArticleKind, Certainty, Precision, Provenance

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article
    from quotetrack.sources.read_values import ReadDate, ReadField, ReadSource
    from quotetrack.store.unit import Unit

ENTERED = {"origin": "entered", "certainty": Certainty.SURE.value}
"""The origin of a field that a person typed."""


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


def new_article(unit: "Unit", captured: Captured, read: "ReadSource", known: Known) -> "Article":
    """Record an article: what a person says of it, else what was read, either with its origin."""
    from quotetrack.domain.tables import Article

    origins: dict[str, dict[str, str]] = {}

    def words(field: str, typed: str | None, found: "ReadField | None") -> str | None:
        said = optional_line(typed)
        if said is not None:
            origins[field] = ENTERED
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
                origins[field] = ENTERED
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
            else ENTERED
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


def name_of(article: "Article") -> str:
    """What an article is called where one is meant."""
    return article.title or article.url or "untitled"
