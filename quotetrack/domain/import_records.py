"""Values of a bulk import: a row as understood, a row refused, progress, and what came of it."""

from typing import NamedTuple

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import EventType


class ImportedEvent(NamedTuple):
    """What became of an imported statement, by its speaker's own act."""

    type: EventType
    happened: UncertainDate
    note: str | None


class ImportedSource(NamedTuple):
    """The article in which an imported statement was found; equal ones are one article.

    Attributes:
        published: the moment, its precision and its zone.
    """

    url: str | None
    title: str | None
    outlet: str | None
    published: tuple[str | None, str | None, str | None]


class ImportedStatement(NamedTuple):
    """One row of a file as understood, every text cleaned.

    Attributes:
        line: where the row begins, counted from 1.
        kind: of the enumeration SpeakerKind, as form is of Form and workflow of Workflow; plain
            texts, for there may be a million of them.
        exact: the wording in the source; None where there is no source.
        source: where the id comes from.
        external_id: the id there; made from the content where the file has none.
    """

    line: int
    text: str
    speaker: str
    kind: str
    role: str | None
    organisation: str | None
    said: UncertainDate
    venue: str | None
    language: str | None
    event: ImportedEvent | None
    article: ImportedSource | None
    exact: str | None
    form: str
    tags: tuple[str, ...]
    note: str | None
    source: str
    external_id: str
    workflow: str


class RefusedRow(NamedTuple):
    """A row that cannot be taken.

    Attributes:
        line: where it begins in the file, counted from 1.
        reason: what is wrong with it, in a sentence.
        original: the row as it stands in the file, cut where it is very long.
    """

    line: int
    reason: str
    original: str


class ImportProgress(NamedTuple):
    """How far an import has come.

    Attributes:
        doing: "reading", "indexing" or "taking back".
        fraction: how much of the file has been read, from 0 to 1.
    """

    doing: str
    rows: int
    fraction: float


class ImportSummary(NamedTuple):
    """What an import did, or on a dry run would do.

    Attributes:
        file: the name of the file.
        rows_read: rows in the file, among them those read before this command.
        rows_added: statements that came in.
        rows_known: rows that were there already, from this or an earlier import.
        rows_refused: rows that could not be taken.
        refused_file: where they were written, with the reason for each.
        speakers_added: speakers that were not known.
        articles_added: articles that were not known.
        resumed_at: the row from which this command went on; 0 for the beginning.
        unit: the number of the entry in the history; None where nothing came in.
        ignored_columns: columns of the file that were not used.
        first_rows: the first rows as understood, on a dry run.
        first_refused: the first of the rows that could not be taken.
        dry_run: whether nothing was written.
    """

    file: str
    sha256: str
    rows_read: int
    rows_added: int
    rows_known: int
    rows_refused: int
    refused_file: str | None
    speakers_added: int
    articles_added: int
    resumed_at: int
    unit: int | None
    ignored_columns: tuple[str, ...]
    first_rows: tuple[ImportedStatement, ...]
    first_refused: tuple[RefusedRow, ...]
    dry_run: bool
