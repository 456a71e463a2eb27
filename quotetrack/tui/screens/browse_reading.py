"""What the workers of Browse read; the reading actions are imported there, not at the start."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.domain.records import (
    StatementRecord,
    StatementRow,
)
from quotetrack.tui.marks import Marks
from quotetrack.tui.widgets.row_pages import PAGE, RowPages

if TYPE_CHECKING:
    from quotetrack.store.database import Reader

AROUND = 40
"""Rows on either side of the cursor that may be in view."""

PAUSE = 0.3
"""Seconds without a key after which all hits of a search are found, not only the first page."""


COUNTED = 1_001
"""Hits found first after the pause, so that it can be said whether there are more."""

SpansIn = Callable[[str], list[tuple[int, int]]]
"""Where the words of a search stand in a text."""


class Found(NamedTuple):
    """The first page of what a search finds.

    Attributes:
        order: in words; "" for the newest first.
        spans_in: where the words of the search stand in a text.
        speaker: where nothing is found, a speaker whose name the words match.
    """

    search: str
    rows: Sequence[StatementRow]
    order: str
    spans_in: SpansIn
    speaker: str | None


class FoundAgain(NamedTuple):
    """What the same search finds after a change.

    Attributes:
        keys: the date keys of all hits.
        position: where the statement stands now that was under the cursor.
        pages: the rows around it.
    """

    search: str
    keys: "array[int]"
    position: int
    pages: Mapping[int, Sequence[StatementRow]]
    order: str
    spans_in: SpansIn
    speaker: str | None


def find(search: str, reader: "Reader") -> Found:
    """The first page of a search."""
    from quotetrack.actions import reading
    from quotetrack.actions.search_help import order_of

    rows = reading.search(reader, search, PAGE)
    speaker = None if rows else _speaker_called(search, reader)
    return Found(search, rows, order_of(search), reading.spans_of(search), speaker)


def _speaker_called(search: str, reader: "Reader") -> str | None:
    from quotetrack.actions import reading

    if not search.strip() or set(search) & set(':"-'):
        return None
    speakers = reading.list_speakers(reader, search, 1)
    return speakers[0].name if speakers else None


def find_again(
    search: str, statement: int, key: int, position: int, reader: "Reader"
) -> FoundAgain:
    """All that a search finds, with the rows around a statement.

    Args:
        search: the search.
        statement: the statement under the cursor.
        key: its date key, as it was before the change.
        position: where the cursor stood, and stays if the statement is found no longer.
        reader: an open database.
    """
    from quotetrack.actions import reading
    from quotetrack.actions.search_help import order_of

    hits = RowPages()
    hits.replace(reading.find_keys(reader, search), {}, complete=True)
    now = reading.find_key(reader, statement)
    found = hits.index_of(key if now is None else now)
    position = max(0, min(position if found is None else found, len(hits.keys) - 1))
    around = {max(0, position - AROUND) // PAGE, (position + AROUND) // PAGE}
    pages = {
        page: reading.load_rows(reader, hits.keys[page * PAGE : (page + 1) * PAGE], search)
        for page in around
    }
    speaker = None if hits.keys else _speaker_called(search, reader)
    order, spans_in = order_of(search), reading.spans_of(search)
    return FoundAgain(search, hits.keys, position, pages, order, spans_in, speaker)


def find_more(search: str, after: int, limit: int | None, reader: "Reader") -> "array[int]":
    """The keys of what a search finds behind a key."""
    from quotetrack.actions import reading

    return reading.find_keys(reader, search, limit, after)


def mark_all(reader: "Reader", search: str, marks: Marks) -> Marks:
    """The marks with all that a search finds; none, where all of it was marked."""
    from quotetrack.actions import reading

    return marks.with_all(reading.find_ids(reader, reading.find_keys(reader, search)))


def ids(reader: "Reader", keys: "array[int]") -> "array[int]":
    """The ids of the statements with these keys."""
    from quotetrack.actions import reading

    return reading.find_ids(reader, keys)


def load(
    search: str, wanted: "dict[int, array[int]]", reader: "Reader"
) -> dict[int, Sequence[StatementRow]]:
    """The rows of some pages."""
    from quotetrack.actions import reading

    return {page: reading.load_rows(reader, keys, search) for page, keys in wanted.items()}


def key_of(statement: int, reader: "Reader") -> int | None:
    """The date key of a statement."""
    from quotetrack.actions import reading

    return reading.find_key(reader, statement)


def show(reader: "Reader", statement: int) -> StatementRecord:
    """Everything about a statement."""
    from quotetrack.actions import reading

    return reading.show_statement(reader, statement)


def records(reader: "Reader", statements: Sequence[int]) -> dict[int, StatementRecord]:
    """Everything about each of these statements."""
    from quotetrack.actions import reading

    return {record.row.id: record for record in reading.show_statements(reader, statements)}
