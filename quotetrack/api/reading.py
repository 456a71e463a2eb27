"""What a Desk reads: statements, speakers, articles, contradictions, history, citations."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from quotetrack.actions import citing, reading
from quotetrack.actions.article_reading import list_article_rows, show_article
from quotetrack.actions.labels import list_labels
from quotetrack.api import arguments
from quotetrack.api.arguments import AnArticle, APair, AQuote, ASpeaker, AStatement
from quotetrack.domain.article_records import ArticleRecord, ArticleRow
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.citation_style import CitationFormat, CitationStyle
from quotetrack.domain.desk_records import LabelRecord
from quotetrack.domain.records import (
    ContradictionRecord,
    ContradictionRow,
    HistoryEntry,
    SpeakerRecord,
    SpeakerSummary,
    StatementRecord,
    StatementRow,
)
from quotetrack.domain.vocabulary import CaptureState, LinkState
from quotetrack.store.database import Database

PAGE = 200
"""So many statements are read at once while a search is iterated over."""

WAITING = (CaptureState.WAITING,)
"""The lines of the inbox that nobody has worked up or discarded."""


class ReadingDesk:
    """An open database, as far as it is read."""

    def __init__(self, database: Database, style: CitationStyle) -> None:
        self._database = database
        self._style = style

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def __enter__(self) -> Self:
        """Keep connections open from one reading to the next."""
        self._database.keep_connections()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; a desk that is used again opens it again."""
        self._database.close()

    def __repr__(self) -> str:
        return f"<Desk {str(self.path)!r}, at work: {self._database.user!r}>"

    def search(self, query: str = "", limit: int | None = None) -> Iterator[StatementRow]:
        """The statements that a search finds, newest first, read page by page as they are used.

        Raises:
            QueryError: the search cannot be read; raised by the call itself.
        """
        first = self._page(query, None, limit)
        return self._pages(query, first, limit)

    def count(self, query: str = "") -> int:
        """How many statements a search finds; 1001 means more than a thousand.

        Raises:
            QueryError: the search cannot be read.
        """
        with self._database.reader() as reader:
            return reading.count(reader, query)

    def statement(self, statement: AStatement) -> StatementRecord:
        """Everything about one statement: quotes, events, links, notes.

        Raises:
            NotFound, Ambiguous: none or several have this id.
        """
        with self._database.reader() as reader:
            return reading.show_statement(reader, arguments.statement_id(reader, statement))

    def speakers(self, text: str = "", limit: int = 200) -> list[SpeakerSummary]:
        """Speakers with most statements first; `text` is the start of any word of any spelling."""
        with self._database.reader() as reader:
            return reading.list_speakers(reader, text, limit)

    def speaker(self, speaker: ASpeaker) -> SpeakerRecord:
        """A speaker with every spelling and role.

        Raises:
            Refused, Ambiguous: nobody or several are called so.
        """
        with self._database.reader() as reader:
            return reading.show_speaker(reader, arguments.speaker_id(reader, speaker))

    def articles(self, text: str = "", limit: int | None = None) -> Iterator[ArticleRow]:
        """Stored articles, the one published last first, read page by page as they are used.

        Args:
            text: part of the title, outlet or address.
        """
        left, after = limit, None
        while left is None or left > 0:
            size = PAGE if left is None else min(PAGE, left)
            with self._database.reader() as reader:
                page = list_article_rows(reader, text, size, after)
            yield from page
            if len(page) < size:
                return
            left, after = left and left - len(page), page[-1].key

    def article(self, article: AnArticle) -> ArticleRecord:
        """Everything about one article but its text: metadata, snapshots, quotes, notes.

        Raises:
            NotFound, Ambiguous: none or several answer to it.
        """
        with self._database.reader() as reader:
            return show_article(reader, arguments.article_id(reader, article))

    def article_text(self, article: AnArticle) -> str | None:
        """The stored text of an article, exactly as received; None where nothing was captured.

        Raises:
            NotFound, Ambiguous: none or several answer to it.
        """
        with self._database.reader() as reader:
            return reading.read_article(reader, arguments.article_id(reader, article)).text

    def contradictions(
        self, states: Sequence[LinkState | str] = reading.OPEN_STATES
    ) -> list[ContradictionRow]:
        """The contradictions in these states, those that wait for a decision first.

        Raises:
            UsageError: there is no such state.
        """
        wanted = [arguments.member(LinkState, state) for state in arguments.listed(states)]
        with self._database.reader() as reader:
            return reading.list_contradictions(reader, wanted)

    def contradiction(self, pair: APair) -> ContradictionRecord:
        """A pair side by side.

        Raises:
            NotFound, Ambiguous: none or several have this id.
        """
        with self._database.reader() as reader:
            return reading.show_contradiction(reader, arguments.link_id(reader, pair))

    def history(self, statement: AStatement | None = None, limit: int = 50) -> list[HistoryEntry]:
        """The latest units of work, newest first; those on one statement, where one is named."""
        with self._database.reader() as reader:
            if statement is None:
                return reading.history(reader, limit=limit)
            row_id = arguments.statement_id(reader, statement)
            return reading.history(reader, "statement", row_id, limit)

    def labels(self) -> list[LabelRecord]:
        """Every label, by name, with how many statements carry it."""
        with self._database.reader() as reader:
            return list_labels(reader)

    def inbox(self, states: Sequence[CaptureState | str] = WAITING) -> list[CaptureRecord]:
        """The lines of the inbox in these states, the newest first.

        Raises:
            UsageError: there is no such state.
        """
        from quotetrack.actions.capturing import list_captures

        wanted = [arguments.member(CaptureState, state) for state in arguments.listed(states)]
        with self._database.reader() as reader:
            return list_captures(reader, tuple(wanted))

    def cite(
        self,
        *statements: AStatement,
        format: CitationFormat | str | None = None,
        quote: AQuote | None = None,
        template: str | None = None,
    ) -> str:
        """Citations as one text.

        Args:
            format: house, markdown, csl_json or bibtex; None: as config.toml has it.
            quote: which quote of the one statement to cite; None: the best one.
            template: the house template; None: as config.toml has it.

        Raises:
            UsageError: no statement, or no such format; a template that cannot be used.
            NotFound: one of the statements is not there, or the quote is not one of it.
            Refused: one was said off the record.
        """
        chosen = self._style.format if format is None else arguments.member(CitationFormat, format)
        with self._database.reader() as reader:
            return citing.cite(
                reader,
                [arguments.statement_id(reader, each) for each in statements],
                chosen,
                quote_id=None if quote is None else arguments.quote_id(reader, quote),
                template=template or self._style.template,
            ).text

    def address(self, statement: AStatement, quote: AQuote | None = None) -> str:
        """The web address at which the source opens at the quote.

        Raises:
            NotFound: no such statement or quote, or no web address is recorded.
        """
        with self._database.reader() as reader:
            return citing.find_address(
                reader,
                arguments.statement_id(reader, statement),
                None if quote is None else arguments.quote_id(reader, quote),
            )

    def _page(self, query: str, after: int | None, left: int | None) -> list[StatementRow]:
        size = PAGE if left is None else min(PAGE, left)
        with self._database.reader() as reader:
            return reading.search(reader, query, size, after)

    def _pages(
        self, query: str, page: list[StatementRow], limit: int | None
    ) -> Iterator[StatementRow]:
        left = limit
        while page:
            yield from page
            left = None if left is None else left - len(page)
            if left == 0 or len(page) < PAGE:
                return
            page = self._page(query, page[-1].key, left)
