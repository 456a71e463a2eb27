"""Tables of where words were published: outlets, articles, snapshots and their texts."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from quotetrack.domain.tables import columns


class Outlet(SQLModel, table=True):
    """A publisher."""

    __tablename__ = "outlet"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    name: str = columns.text()
    folded: str = columns.text()
    home_url: str | None = columns.optional_text()


class Article(SQLModel, table=True):
    """One published piece of any kind.

    `field_origins` is a JSON object: field -> {"origin": where it was read from, "certainty"}.
    """

    __tablename__ = "article"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    outlet_id: int | None = columns.optional_reference("outlet")
    kind: str = columns.text("article")
    account: str | None = columns.optional_text()
    provenance: str = columns.text("unknown")
    url: str | None = columns.optional_text()
    canonical_url: str | None = columns.optional_text()
    title: str | None = columns.optional_text()
    byline: str | None = columns.optional_text()
    language: str | None = columns.optional_text()
    published_at: str | None = columns.optional_text()
    published_precision: str | None = columns.optional_text()
    published_zone: str | None = columns.optional_text()
    updated_at: str | None = columns.optional_text()
    updated_precision: str | None = columns.optional_text()
    updated_zone: str | None = columns.optional_text()
    field_origins: str = columns.text("{}")


class ArticleReliance(SQLModel, table=True):
    """One article takes its report from another: the two are not independent of each other."""

    __tablename__ = "article_reliance"
    __table_args__ = (
        CheckConstraint("article_id <> relies_on_id", name="article_reliance_two_articles"),
        Index("article_reliance_pair", "article_id", "relies_on_id", unique=True),
        columns.STRICT,
    )

    id: int = columns.identifier()
    article_id: int = columns.reference("article")
    relies_on_id: int = columns.reference("article")
    note: str | None = columns.optional_text()


class Snapshot(SQLModel, table=True):
    """Bytes captured at one moment; immutable. `raw` is zlib-compressed."""

    __tablename__ = "snapshot"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    article_id: int = columns.reference("article")
    fetched_at: str = columns.text()
    captured_by: str = columns.text()
    http_status: int | None = columns.optional_integer()
    media_type: str = columns.text("text/plain")
    raw: bytes = columns.blob()
    raw_sha256: str = columns.text()
    archive_url: str | None = columns.optional_text()


class SnapshotText(SQLModel, table=True):
    """The text that one version of an extractor made of a snapshot; immutable."""

    __tablename__ = "snapshot_text"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    snapshot_id: int = columns.reference("snapshot")
    extractor: str = columns.text()
    text: str = columns.text()
    text_sha256: str = columns.text()
