"""Tables of a desk's own order: cases, inquiries, verdicts, tags, notes, searches, imports."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from quotetrack.domain.tables import columns


class CheckCase(SQLModel, table=True):
    """A claim under examination."""

    __tablename__ = "check_case"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    title: str = columns.text()
    owner: str | None = columns.optional_text()
    deadline: str | None = columns.optional_text()
    embargo: str | None = columns.optional_text()
    state: str = columns.text("open")


class CheckCaseStatement(SQLModel, table=True):
    """A statement that belongs to a case."""

    __tablename__ = "check_case_statement"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    check_case_id: int = columns.reference("check_case")
    statement_id: int = columns.reference("statement")


class CheckCaseArticle(SQLModel, table=True):
    """A source that belongs to a case."""

    __tablename__ = "check_case_article"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    check_case_id: int = columns.reference("check_case")
    article_id: int = columns.reference("article")


class Inquiry(SQLModel, table=True):
    """One request for reply."""

    __tablename__ = "inquiry"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    check_case_id: int | None = columns.optional_reference("check_case")
    speaker_id: int | None = columns.optional_reference("speaker")
    addressee: str | None = columns.optional_text()
    sent_at: str | None = columns.optional_text()
    channel: str | None = columns.optional_text()
    question: str = columns.text()
    due: str | None = columns.optional_text()
    outcome: str | None = columns.optional_text()


class Verdict(SQLModel, table=True):
    """A published or planned fact-check of a statement.

    The rating is a label, a number or none, on the house scale.
    """

    __tablename__ = "verdict"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    statement_id: int = columns.reference("statement")
    check_case_id: int | None = columns.optional_reference("check_case")
    rating_label: str | None = columns.optional_text()
    rating_value: float | None = columns.optional_real()
    summary: str | None = columns.optional_text()
    url: str | None = columns.optional_text()
    published_at: str | None = columns.optional_text()


class Evidence(SQLModel, table=True):
    """What a verdict rests on."""

    __tablename__ = "evidence"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    verdict_id: int = columns.reference("verdict")
    article_id: int | None = columns.optional_reference("article")
    quote_id: int | None = columns.optional_reference("quote")
    exact: str | None = columns.optional_text()
    note: str | None = columns.optional_text()


class Tag(SQLModel, table=True):
    """A free label of the desk."""

    __tablename__ = "tag"
    __table_args__ = (Index("tag_folded", "folded", unique=True), columns.STRICT)

    id: int = columns.identifier()
    name: str = columns.text()
    folded: str = columns.text()


class StatementTag(SQLModel, table=True):
    """A free label on a statement."""

    __tablename__ = "statement_tag"
    __table_args__ = (
        Index("statement_tag_pair", "statement_id", "tag_id", unique=True),
        columns.STRICT,
    )

    id: int = columns.identifier()
    statement_id: int = columns.reference("statement")
    tag_id: int = columns.reference("tag")


class Note(SQLModel, table=True):
    """A remark of the desk on exactly one statement, speaker, article or case."""

    __tablename__ = "note"
    __table_args__ = (
        CheckConstraint(
            "(statement_id IS NOT NULL) + (speaker_id IS NOT NULL)"
            " + (article_id IS NOT NULL) + (check_case_id IS NOT NULL) = 1",
            name="note_one_subject",
        ),
        columns.STRICT,
    )

    id: int = columns.identifier()
    statement_id: int | None = columns.optional_reference("statement")
    speaker_id: int | None = columns.optional_reference("speaker")
    article_id: int | None = columns.optional_reference("article")
    check_case_id: int | None = columns.optional_reference("check_case")
    text: str = columns.text()
    author: str = columns.text()
    at: str = columns.text()


class SavedSearch(SQLModel, table=True):
    """A search with a name."""

    __tablename__ = "saved_search"
    __table_args__ = (Index("saved_search_name", "name", unique=True), columns.STRICT)

    id: int = columns.identifier()
    name: str = columns.text()
    query: str = columns.text()
    author: str = columns.text()


class SavedPlace(SQLModel, table=True):
    """A place that its author wants to come back to.

    The screen is a mode, "speaker" or "article"; `row_id` is the row shown there or under the
    cursor, `position` an offset into an article's text, `query` the search of Browse.
    """

    __tablename__ = "saved_place"
    __table_args__ = (Index("saved_place_name", "author", "name", unique=True), columns.STRICT)

    id: int = columns.identifier()
    name: str = columns.text()
    screen: str = columns.text()
    row_id: int | None = columns.optional_integer()
    position: int | None = columns.optional_integer()
    query: str | None = columns.optional_text()
    author: str = columns.text()
    at: str = columns.text()


class Capture(SQLModel, table=True):
    """One line jotted down, to be worked up later; the row it has become, once it has."""

    __tablename__ = "capture"
    __table_args__ = (Index("capture_state", "state"), columns.STRICT)

    id: int = columns.identifier()
    text: str = columns.text()
    url: str | None = columns.optional_text()
    author: str = columns.text()
    at: str = columns.text()
    state: str = columns.text("waiting")
    article_id: int | None = columns.optional_reference("article")
    statement_id: int | None = columns.optional_reference("statement")


class ImportBatch(SQLModel, table=True):
    """One import: which file, how far it has come, and how many rows came in.

    Until it is finished its statements are in no index and no counter. `line` is the last line of
    the file that is done with; `rows_digest` is SHA-256 over the digests of its chunks.
    """

    __tablename__ = "import_batch"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    file_name: str = columns.text()
    file_sha256: str = columns.text()
    mapping: str = columns.text()
    actor: str = columns.text()
    started_at: str = columns.text()
    finished_at: str | None = columns.optional_text()
    rows_read: int = columns.integer(0)
    rows_added: int = columns.integer(0)
    rows_known: int = columns.integer(0)
    rows_refused: int = columns.integer(0)
    line: int = columns.integer(0)
    rows_digest: str | None = columns.optional_text()


class ImportChunk(SQLModel, table=True):
    """What one transaction of an import wrote.

    `made` is a JSON object: table -> stretches of ids [first, last]; `digest` is SHA-256 over
    these rows as they came in.
    """

    __tablename__ = "import_chunk"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    import_batch_id: int = columns.reference("import_batch")
    made: str = columns.text()
    digest: str = columns.text()
