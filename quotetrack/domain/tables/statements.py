"""Tables of what was said and what became of it: statements, quotes, events, links."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

from quotetrack.domain.tables import columns


class Statement(SQLModel, table=True):
    """What one speaker said once.

    Derived, and written by the unit of work only: `status`, `status_event`, `marks`, `quoted`,
    `tags` and `date_key`. `quoted` holds each distinct wording of a quote, one a line; `tags`
    holds the search terms that filters use; `date_key` is (days since 0001-01-01 << 20) | sequence.
    """

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint(
            "said_from IS NULL OR said_to IS NULL OR said_from <= said_to",
            name="statement_said_order",
        ),
        Index("statement_external", "external_source", "external_id", unique=True),
        Index("statement_date_key", "date_key", unique=True),
        # Lists walk the open statements by date, also those of many speakers, without their rows.
        Index("statement_open", "date_key", "speaker_id", sqlite_where=text("visibility = 'open'")),
        columns.STRICT,
    )

    id: int = columns.identifier()
    speaker_id: int = columns.reference("speaker")
    on_behalf_of_id: int | None = columns.optional_reference("speaker")
    role_id: int | None = columns.optional_reference("role")
    text: str = columns.text()
    said_from: str | None = columns.optional_text()
    said_to: str | None = columns.optional_text()
    said_precision: str | None = columns.optional_text()
    said_zone: str | None = columns.optional_text()
    said_edtf: str | None = columns.optional_text()
    said_phrase: str | None = columns.optional_text()
    said_basis: str | None = columns.optional_text()
    venue: str | None = columns.optional_text()
    language: str | None = columns.optional_text()
    workflow: str = columns.text("draft")
    visibility: str = columns.text("open")
    external_source: str | None = columns.optional_text()
    external_id: str | None = columns.optional_text()
    import_batch_id: int | None = columns.optional_reference("import_batch")
    status: str = columns.text("no_later_event")
    status_event: str | None = columns.optional_text()
    marks: str = columns.text("")
    quoted: str = columns.text("")
    tags: str = columns.text("")
    date_key: int = columns.integer()


class Quote(SQLModel, table=True):
    """One source's rendering of a statement.

    The locator is character offsets into `snapshot_text`, or a timecode in seconds, a page, or
    an image region "x,y,width,height".
    """

    __tablename__ = "quote"
    __table_args__ = (
        CheckConstraint('("start" IS NULL) = ("end" IS NULL)', name="quote_both_offsets"),
        CheckConstraint(
            '"start" IS NULL OR (0 <= "start" AND "start" <= "end")', name="quote_offsets_order"
        ),
        columns.STRICT,
    )

    id: int = columns.identifier()
    statement_id: int = columns.reference("statement")
    article_id: int | None = columns.optional_reference("article")
    snapshot_text_id: int | None = columns.optional_reference("snapshot_text")
    start: int | None = columns.optional_integer()
    end: int | None = columns.optional_integer()
    timecode: float | None = columns.optional_real()
    page: int | None = columns.optional_integer()
    region: str | None = columns.optional_text()
    exact: str = columns.text()
    prefix: str = columns.text("")
    suffix: str = columns.text("")
    form: str = columns.text("paraphrase")
    mention: str | None = columns.optional_text()
    cue: str | None = columns.optional_text()
    chain: str | None = columns.optional_text()
    attribution: str = columns.text("unverified")
    attribution_basis: str = columns.text("on_record")
    language: str | None = columns.optional_text()
    translated_from: str | None = columns.optional_text()
    translated_by: str | None = columns.optional_text()


class Anchoring(SQLModel, table=True):
    """One check of a quote against one snapshot text."""

    __tablename__ = "anchoring"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    quote_id: int = columns.reference("quote")
    snapshot_text_id: int | None = columns.optional_reference("snapshot_text")
    state: str = columns.text()
    start: int | None = columns.optional_integer()
    end: int | None = columns.optional_integer()
    score: float | None = columns.optional_real()
    at: str = columns.text()
    decided_by: str | None = columns.optional_text()


class Event(SQLModel, table=True):
    """Something that happened to a statement later.

    The evidence is a quote, or a selector (article, snapshot text, offsets, exact words). An event
    on a quote (`quote_id`) is the publisher's, and says nothing of the speaker.
    """

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint(
            "happened_from IS NULL OR happened_to IS NULL OR happened_from <= happened_to",
            name="event_happened_order",
        ),
        columns.STRICT,
    )

    id: int = columns.identifier()
    statement_id: int = columns.reference("statement")
    quote_id: int | None = columns.optional_reference("quote")
    type: str = columns.text()
    state: str = columns.text("accepted")
    actor_id: int | None = columns.optional_reference("speaker")
    on_behalf_of_id: int | None = columns.optional_reference("speaker")
    happened_from: str | None = columns.optional_text()
    happened_to: str | None = columns.optional_text()
    happened_precision: str | None = columns.optional_text()
    happened_zone: str | None = columns.optional_text()
    happened_edtf: str | None = columns.optional_text()
    happened_phrase: str | None = columns.optional_text()
    happened_basis: str | None = columns.optional_text()
    evidence_quote_id: int | None = columns.optional_reference("quote")
    evidence_article_id: int | None = columns.optional_reference("article")
    evidence_snapshot_text_id: int | None = columns.optional_reference("snapshot_text")
    evidence_start: int | None = columns.optional_integer()
    evidence_end: int | None = columns.optional_integer()
    evidence_exact: str | None = columns.optional_text()
    characterised_by: str | None = columns.optional_text()
    note: str | None = columns.optional_text()


class Link(SQLModel, table=True):
    """A later statement or event against an earlier statement; exactly one of the two."""

    __tablename__ = "link"
    __table_args__ = (
        CheckConstraint(
            "(later_statement_id IS NULL) <> (later_event_id IS NULL)", name="link_one_later_end"
        ),
        CheckConstraint(
            "later_statement_id IS NULL OR later_statement_id <> earlier_statement_id",
            name="link_two_statements",
        ),
        Index(
            "link_statements", "earlier_statement_id", "later_statement_id", "relation", unique=True
        ),
        Index("link_events", "earlier_statement_id", "later_event_id", "relation", unique=True),
        Index("link_state", "relation", "state"),
        columns.STRICT,
    )

    id: int = columns.identifier()
    earlier_statement_id: int = columns.reference("statement")
    later_statement_id: int | None = columns.optional_reference("statement")
    later_event_id: int | None = columns.optional_reference("event")
    relation: str = columns.text()
    basis: str | None = columns.optional_text()
    state: str = columns.text("suggested")
    score: float | None = columns.optional_real()
    reasons: str = columns.text("[]")
    decided_by: str | None = columns.optional_text()
    decided_at: str | None = columns.optional_text()
