"""What the methods of a Desk take: rows by id, printed id, name or record; dates as typed."""

import datetime
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker, SpeakerChoice
from quotetrack.actions.choosing import choose_article, choose_known_speaker
from quotetrack.actions.reading import find_row, read_article
from quotetrack.domain.article_records import ArticleRecord, ArticleRow
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import UsageError
from quotetrack.domain.records import (
    ArticleSummary,
    ContradictionRecord,
    ContradictionRow,
    LinkRecord,
    NoteRecord,
    QuoteRecord,
    SpeakerRecord,
    SpeakerSummary,
    StatementRecord,
    StatementRow,
)
from quotetrack.store.database import Reader

Member = TypeVar("Member", bound=StrEnum)

AStatement = int | str | StatementRow | StatementRecord
"""A statement: its id, the id as printed (or the start of it), or a record of it."""

ASpeaker = int | str | SpeakerSummary | SpeakerRecord
"""A speaker: an id, a name, a printed id, or a record."""

AnArticle = int | str | ArticleSummary | ArticleRow | ArticleRecord
"""An article: an id, words of its title, a printed id, or a record."""

AQuote = int | str | QuoteRecord
"""A quote: its id, printed or not, or its record."""

ANote = int | str | NoteRecord
"""A note: its id, printed or not, or its record."""

ACapture = int | str | CaptureRecord
"""A line of the inbox: its id, printed or not, or its record."""

APair = int | str | ContradictionRow | ContradictionRecord | LinkRecord
"""A contradiction: the id of its link, printed or not, or a record."""

ADate = str | UncertainDate
"""A date as a person types it ("5 Dec 2022", "early March", "not recorded"), or a value."""


def statement_id(reader: Reader, statement: AStatement) -> int:
    """The id of the statement meant."""
    if isinstance(statement, StatementRecord):
        return statement.row.id
    if isinstance(statement, StatementRow):
        return statement.id
    return statement if isinstance(statement, int) else find_row(reader, "statement", statement)


def speaker_id(reader: Reader, speaker: ASpeaker) -> int:
    """The id of the speaker meant."""
    if isinstance(speaker, (SpeakerSummary, SpeakerRecord)):
        return speaker.id
    return speaker if isinstance(speaker, int) else choose_known_speaker(reader, speaker)


def speaker_choice(reader: Reader, speaker: ASpeaker | NewSpeaker) -> SpeakerChoice:
    """The speaker meant, known or new, as the actions take it."""
    if isinstance(speaker, NewSpeaker):
        return speaker
    return ExistingSpeaker(speaker_id(reader, speaker))


def article_id(reader: Reader, article: AnArticle) -> int:
    """The id of the article meant."""
    if isinstance(article, ArticleRecord):
        return article.summary.id
    if isinstance(article, (ArticleSummary, ArticleRow)):
        return article.id
    return article if isinstance(article, int) else choose_article(reader, article)


def quote_id(reader: Reader, quote: AQuote) -> int:
    """The id of the quote meant."""
    if isinstance(quote, QuoteRecord):
        return quote.id
    return quote if isinstance(quote, int) else find_row(reader, "quote", quote)


def note_id(reader: Reader, note: ANote) -> int:
    """The id of the note meant."""
    if isinstance(note, NoteRecord):
        return note.id
    return note if isinstance(note, int) else find_row(reader, "note", note)


def capture_id(reader: Reader, capture: ACapture) -> int:
    """The id of the line of the inbox that is meant."""
    if isinstance(capture, CaptureRecord):
        return capture.id
    return capture if isinstance(capture, int) else find_row(reader, "capture", capture)


def link_id(reader: Reader, pair: APair) -> int:
    """The id of the link meant."""
    if isinstance(pair, (ContradictionRow, ContradictionRecord, LinkRecord)):
        return pair.id
    return pair if isinstance(pair, int) else find_row(reader, "link", pair)


def read_date(reader: Reader, date: ADate, article: int | None = None) -> UncertainDate:
    """The date meant, seen from the day the article was published, else from today.

    Raises:
        DateNotUnderstood: it cannot be read without guessing.
    """
    if isinstance(date, UncertainDate):
        return date
    from quotetrack.actions.dating import read_typed_date

    reference = datetime.date.today()
    if article is not None:
        published = read_article(reader, article).summary.published
        if published is not None:
            reference = datetime.date.fromisoformat(published[:10])
    return read_typed_date(date, reference)


def member(members: type[Member], named: Member | str) -> Member:
    """The member of an enumeration that a value names, with hyphens, underscores or blanks.

    Raises:
        UsageError: there is none of this name.
    """
    value = named.strip().lower().replace("-", "_").replace(" ", "_")
    for each in members:
        if each.value == value:
            return each
    known = ", ".join(each.value for each in members)
    raise UsageError(f"'{named}' is none of {known}.")


def listed(names: str | Iterable[str]) -> list[str]:
    """One name or several, as a list."""
    return [names] if isinstance(names, str) else list(names)
