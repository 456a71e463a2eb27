"""What reading returns about articles: the list, one with all that is known of it, a passage."""

from typing import NamedTuple

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.records import ArticleSummary, NoteRecord
from quotetrack.domain.vocabulary import (
    AnchorState,
    ArticleKind,
    Certainty,
    EventType,
    Form,
    SpeakerKind,
    Status,
)


class ArticleRow(NamedTuple):
    """One line of the list of articles.

    Attributes:
        published: the day, month or year as stored; None where it is not recorded.
        statements: how many open statements have a quote from it.
    """

    id: int
    kind: ArticleKind
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    statements: int

    @property
    def key(self) -> "ArticleKey":
        """The row's place in the list."""
        return ArticleKey(self.published or "", self.id)


class ArticleKey(NamedTuple):
    """What orders the list, the greatest first; the page after a row begins below its key."""

    published: str
    id: int


class FieldOrigin(NamedTuple):
    """Where a field was read from ("entered": typed by a person), and how sure it is."""

    origin: str
    certainty: Certainty


class SnapshotRecord(NamedTuple):
    """Bytes captured at one moment.

    Attributes:
        size: how many bytes were captured.
        extractor: what made the text of them; None where there is none.
    """

    id: int
    fetched_at: str
    captured_by: str
    media_type: str
    http_status: int | None
    sha256: str
    size: int
    archive_url: str | None
    extractor: str | None


class ArticleQuote(NamedTuple):
    """A quote as its article shows it.

    Attributes:
        start: first character in the text that is shown, in code points; None if it is not there.
        end: offset behind the last character.
        state: what the last check of it found.
    """

    id: int
    statement_id: int
    speaker_id: int
    speaker_name: str
    speaker_kind: SpeakerKind
    form: Form
    exact: str
    said: UncertainDate
    status: Status
    status_event: EventType | None
    start: int | None
    end: int | None
    state: AnchorState


class ArticleRecord(NamedTuple):
    """Everything about one article but its text.

    Attributes:
        published: one moment, day, month or year.
        origins: field -> where it was read from; fields are named as in `article.field_origins`.
        text_id: the latest stored text, in which the offsets of quotes count; None: none stored.
        quotes: in the order of the text, those that are not in it last.
        relies_on: the articles from which this one takes its report.
        relied_on_by: the articles that take theirs from this one.
    """

    summary: ArticleSummary
    account: str | None
    canonical_url: str | None
    byline: str | None
    language: str | None
    published: UncertainDate
    updated: UncertainDate
    origins: dict[str, FieldOrigin]
    snapshots: tuple[SnapshotRecord, ...]
    text_id: int | None
    quotes: tuple[ArticleQuote, ...]
    notes: tuple[NoteRecord, ...]
    relies_on: tuple[ArticleSummary, ...]
    relied_on_by: tuple[ArticleSummary, ...]


class Passage(NamedTuple):
    """A stretch of an article's stored text, exactly as it stands there.

    Attributes:
        start: first character, in code points.
        end: offset behind the last character.
    """

    article_id: int
    start: int
    end: int
    text: str
