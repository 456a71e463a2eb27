"""What the workers of Browse read; the reading actions are imported there, not at the start."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.domain.records import (
    SpeakerRecord,
    SpeakerSummary,
    StatementRecord,
    StatementRow,
)
from quotetrack.tui.marks import Marks
from quotetrack.tui.widgets.statement_table import PAGE

if TYPE_CHECKING:
    from quotetrack.store.database import Reader

SPEAKERS = 200
"""Speakers that the list shows at most."""

PAUSE = 0.3
"""Seconds without a key after which all hits of a search are found, not only the first page."""


class Found(NamedTuple):
    """The first page of what a search finds.

    Attributes:
        speaker: where nothing is found, a speaker whose name the words match.
    """

    search: str
    rows: Sequence[StatementRow]
    speaker: str | None


def find(reader: "Reader", search: str) -> Found:
    """The first page of a search."""
    from quotetrack.actions import reading

    rows = reading.search(reader, search, PAGE)
    speaker = None
    if not rows and search.strip() and not set(search) & set(':"-'):
        speakers = reading.list_speakers(reader, search, 1)
        speaker = speakers[0].name if speakers else None
    return Found(search, rows, speaker)


def find_all(reader: "Reader", search: str) -> "array[int]":
    """The keys of all that a search finds."""
    from quotetrack.actions import reading

    return reading.find_keys(reader, search)


def mark_all(reader: "Reader", search: str, marks: Marks) -> Marks:
    """The marks with all that a search finds; none, where all of it was marked."""
    from quotetrack.actions import reading

    return marks.with_all(reading.find_ids(reader, reading.find_keys(reader, search)))


def ids(reader: "Reader", keys: "array[int]") -> "array[int]":
    """The ids of the statements with these keys."""
    from quotetrack.actions import reading

    return reading.find_ids(reader, keys)


def load(
    reader: "Reader", search: str, wanted: "dict[int, array[int]]"
) -> dict[int, Sequence[StatementRow]]:
    """The rows of some pages."""
    from quotetrack.actions import reading

    return {page: reading.load_rows(reader, keys, search) for page, keys in wanted.items()}


def show(reader: "Reader", statement: int) -> StatementRecord:
    """Everything about a statement."""
    from quotetrack.actions import reading

    return reading.show_statement(reader, statement)


def records(reader: "Reader", statements: Sequence[int]) -> dict[int, StatementRecord]:
    """Everything about each of these statements."""
    from quotetrack.actions import reading

    return {record.row.id: record for record in reading.show_statements(reader, statements)}


def speakers(reader: "Reader", text: str) -> list[SpeakerSummary]:
    """Speakers, one more than are shown."""
    from quotetrack.actions import reading

    return reading.list_speakers(reader, text, SPEAKERS + 1)


def speaker(reader: "Reader", speaker: int) -> SpeakerRecord:
    """A speaker with spellings and roles."""
    from quotetrack.actions import reading

    return reading.show_speaker(reader, speaker)
