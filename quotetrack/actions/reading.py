"""The reading actions: search and show, each on an open Reader."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from quotetrack.domain.records import (
    ArticleSummary,
    ContradictionRecord,
    ContradictionRow,
    HistoryEntry,
    QuoteRecord,
    SpeakerRecord,
    SpeakerSummary,
    StatementRecord,
    StatementRow,
)
from quotetrack.domain.vocabulary import LinkState
from quotetrack.query.language import parse_query
from quotetrack.store.database import Reader
from quotetrack.store.reading import statements

# A search reads statements only; the rest is imported by what reads it.
if TYPE_CHECKING:
    from quotetrack.domain.speaker_records import SpeakerMatch
    from quotetrack.store.reading.articles import ArticleText

OPEN_STATES = (LinkState.SUGGESTED, LinkState.NEEDS_MORE, LinkState.CONFIRMED)
"""The contradictions that stand or wait for a decision: all but the dismissed."""


def find_keys(
    reader: Reader, query_text: str, limit: int | None = None, after: int | None = None
) -> "array[int]":
    """The date keys of the statements that a search finds, in its order, behind the key `after`.

    Raises:
        QueryError: the search cannot be read.
    """
    return statements.statement_keys(reader.connection, parse_query(query_text), limit, after)


def find_key(reader: Reader, statement_id: int) -> int | None:
    """The date key of a statement; None where there is none any more."""
    return statements.statement_key(reader.connection, statement_id)


def spans_of(query_text: str) -> Callable[[str], list[tuple[int, int]]]:
    """What says where the words of a search stand in a text.

    Raises:
        QueryError: the search cannot be read.
    """
    from quotetrack.query.matching import matched_spans

    return partial(matched_spans, query=parse_query(query_text))


def find_ids(reader: Reader, keys: Sequence[int]) -> "array[int]":
    """The ids of the statements with these date keys."""
    return statements.statement_ids(reader.connection, keys)


def load_rows(reader: Reader, keys: Sequence[int], query_text: str = "") -> list[StatementRow]:
    """The list lines of these date keys, in the order given.

    With the search that found them, a line dated wider than it asked for is marked, and has the
    wording of a quote in which it was found.

    Raises:
        QueryError: the search cannot be read.
    """
    return statements.statement_rows(reader.connection, keys, parse_query(query_text))


def search(
    reader: Reader, query_text: str, limit: int | None = 50, after: int | None = None
) -> list[StatementRow]:
    """The first statements that a search finds, at most `limit`, behind the key `after`.

    Raises:
        QueryError: the search cannot be read.
    """
    query = parse_query(query_text)
    return statements.search_statements(reader.connection, query, limit, after)


def count(reader: Reader, query_text: str) -> int:
    """How many statements a search finds; 1001 means more than a thousand.

    Raises:
        QueryError: the search cannot be read.
    """
    return statements.count_statements(reader.connection, parse_query(query_text))


def show_statement(reader: Reader, statement_id: int) -> StatementRecord:
    """Everything about one statement.

    Raises:
        NotFound: there is no such statement.
    """
    return statements.read_statement(reader.connection, statement_id)


def show_statements(
    reader: Reader, statement_ids: Sequence[int], query_text: str = ""
) -> list[StatementRecord]:
    """Everything about each of these statements, in the order given.

    With the search that found them, each has the wording of a quote in which it was found.

    Raises:
        QueryError: the search cannot be read.
    """
    query = parse_query(query_text)
    return statements.read_statements(reader.connection, statement_ids, query)


def show_quote(reader: Reader, quote_id: int) -> tuple[StatementRecord, QuoteRecord]:
    """A quote, and everything about the statement that it renders.

    Raises:
        NotFound: there is no such quote.
    """
    from quotetrack.store.reading import lookup

    record = show_statement(reader, lookup.statement_of_quote(reader.connection, quote_id))
    return record, next(quote for quote in record.quotes if quote.id == quote_id)


def list_speakers(reader: Reader, text: str = "", limit: int = 200) -> list[SpeakerSummary]:
    """Speakers with most statements first; with a text those whom it may mean, likeliest first."""
    if text.strip():
        return [match.speaker for match in find_speakers(reader, text, limit)]
    from quotetrack.store.reading import speakers

    return speakers.list_speakers(reader.connection, limit)


def find_speakers(reader: Reader, text: str, limit: int = 12) -> "list[SpeakerMatch]":
    """Speakers whom a typed name may mean, each with the spelling that was found and how."""
    from quotetrack.store.reading import speaker_names

    return speaker_names.find_speakers(reader.connection, text, limit)


def show_speaker(reader: Reader, speaker_id: int) -> SpeakerRecord:
    """A speaker with every spelling and role.

    Raises:
        NotFound: there is no such speaker.
    """
    from quotetrack.store.reading import speakers

    return speakers.read_speaker(reader.connection, speaker_id)


def list_articles(reader: Reader, text: str = "", limit: int = 50) -> list[ArticleSummary]:
    """Stored articles, newest first; `text` is part of the title, outlet or address."""
    from quotetrack.store.reading import articles

    return articles.list_articles(reader.connection, text, limit)


def read_article(reader: Reader, article_id: int) -> "ArticleText":
    """An article and the stored text of its latest snapshot, exactly as received.

    Raises:
        NotFound: there is no such article.
    """
    from quotetrack.store.reading import articles

    return articles.read_article_text(reader.connection, article_id)


def list_contradictions(
    reader: Reader, states: Sequence[LinkState] = OPEN_STATES
) -> list[ContradictionRow]:
    """The contradictions in these states, those that wait for a decision first."""
    from quotetrack.store.reading import contradictions

    return contradictions.list_contradictions(reader.connection, states)


def show_contradiction(reader: Reader, link_id: int) -> ContradictionRecord:
    """A pair side by side.

    Raises:
        NotFound: there is no such link.
    """
    from quotetrack.store.reading import contradictions

    return contradictions.read_contradiction(reader.connection, link_id)


def show_contradictions(reader: Reader, link_ids: Sequence[int]) -> list[ContradictionRecord]:
    """Each of these pairs side by side, in the order given."""
    from quotetrack.store.reading import contradictions

    return contradictions.read_contradictions(reader.connection, link_ids)


def history(
    reader: Reader,
    table: str | None = None,
    row_id: int | None = None,
    limit: int = 50,
    *,
    actor: str | None = None,
    standing: bool = False,
    before: int | None = None,
) -> list[HistoryEntry]:
    """The latest units of work, newest first.

    Args:
        table: the table of a row; only what was done to it and to what belongs to it.
        row_id: the row.
        limit: how many at most.
        actor: only what this person did.
        standing: leave out what was taken back, and the taking back.
        before: only units with a lower number.
    """
    from quotetrack.store.reading.history import list_history

    return list_history(
        reader.connection, table, row_id, limit, actor=actor, standing=standing, before=before
    )


def find_row(reader: Reader, table: str, printed: str) -> int:
    """The row of `table` that a printed id, or its first characters, names.

    Raises:
        UsageError: the text is no printed id.
        NotFound: no row has such an id.
        Ambiguous: several rows do.
    """
    from quotetrack.store.reading import lookup

    return lookup.find_row(reader.connection, table, printed)


def rows_beginning(reader: Reader, table: str, printed: str, limit: int) -> list[int]:
    """The rows of `table` whose printed id begins with `printed`, the newest first.

    Statements off the record are not among them.

    Raises:
        UsageError: the text cannot begin a printed id.
    """
    from quotetrack.store.reading import lookup

    return lookup.rows_beginning(reader.connection, table, printed, limit, open_only=True)
