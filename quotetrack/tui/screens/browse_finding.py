"""Browse's search: the first page at once, then all hits; the same again after a change."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from quotetrack.domain.errors import QueryError, QuotetrackError
from quotetrack.domain.records import StatementRow
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens import browse_reading
from quotetrack.tui.widgets.empty import EMPTY_DATABASE, Line, draw, failed, nothing_found
from quotetrack.tui.widgets.statement_table import PAGE, StatementTable

if TYPE_CHECKING:
    from quotetrack.store.database import Database
    from quotetrack.tui.screens.browse import BrowseScreen


class Finding:
    """Fills Browse's table.

    Attributes:
        search: what was searched for last.
        offer: where nothing was found, a speaker whose name the words match.
    """

    def __init__(self, screen: "BrowseScreen", database: "Database") -> None:
        self._screen = screen
        self._first = BackgroundReading(screen, database, "find")
        self._rest = BackgroundReading(screen, database, "find the rest")
        self._pages = BackgroundReading(screen, database, "pages")
        self._when_known: list[Callable[[], None]] = []
        self._order = ""
        self.search = ""
        self.offer: str | None = None

    @property
    def _table(self) -> StatementTable:
        return self._screen.table

    def find(self, search: str) -> None:
        """Show what another search finds, from its first hit."""
        self._begin(search)
        self._first.start(partial(browse_reading.find, search), self._found, self._fail)

    def find_again(self) -> None:
        """Show what the same search finds now; cursor and window stay where they are."""
        table = self._table
        stood_on = table.row
        if not table.keys or stood_on is None:
            self.find(self.search)
            return
        self._begin(self.search)
        read = partial(
            browse_reading.find_again, self.search, stood_on.id, stood_on.key, table.cursor
        )
        self._first.start(read, self._found_again, self._fail)

    def _begin(self, search: str) -> None:
        self._rest.cancel()
        self._pages.cancel()
        self.search = search

    def when_all_are_known(self, act: Callable[[], None]) -> None:
        """Do something as soon as the table has the keys of all hits."""
        if self._table.hits.complete and not self._first.under_way:
            act()
        else:
            self._when_known.append(act)

    def _found(self, found: browse_reading.Found) -> None:
        self._understood(found)
        rows = found.rows
        if not rows:
            self._nothing(found)
        else:
            keys = array("q", [row.key for row in rows])
            complete = len(rows) < PAGE
            self._table.show_results(keys, rows, keep_cursor=False, complete=complete)
            if not complete:
                self._find_more(browse_reading.COUNTED)
        self._shown()

    def _found_again(self, found: browse_reading.FoundAgain) -> None:
        self._understood(found)
        if found.keys:
            self._table.show_again(found.keys, found.pages, found.position)
        else:
            self._nothing(found)
        self._shown()

    def _understood(self, found: browse_reading.Found | browse_reading.FoundAgain) -> None:
        self._screen.search_line.clear_error()
        self.offer = found.speaker
        self._order = found.order
        self._table.show_words(found.spans_in)
        self._screen.detail.spans_in = found.spans_in

    def _shown(self) -> None:
        self._say_known()
        self._screen.found()

    def _find_more(self, limit: int | None) -> None:
        """Find more hits after a pause in typing, with the first of which all are on the screen."""
        read = partial(browse_reading.find_more, self.search, self._table.keys[-1], limit)
        waits = limit is not None and self._screen.search_line.has_focus_within
        self._rest.start(
            read,
            partial(self._found_more, limit),
            self._fail,
            pause=browse_reading.PAUSE if waits else 0,
        )

    def _found_more(self, limit: int | None, keys: "array[int]") -> None:
        complete = limit is None or len(keys) < limit
        self._table.extend_results(keys, complete=complete)
        if not complete:
            self._find_more(None)
        self._say_known()

    def _say_known(self) -> None:
        """Say how many there are; once all are known, do what has waited for that."""
        keys, complete = self._table.keys, self._table.hits.complete
        self._screen.set_class(not keys, "-nothing")
        many = f"{len(keys):,}" if complete else "1,000+" if len(keys) > 1_000 else "…"
        said = (self._order, many) if keys else ()
        self._table.say_count(" · ".join(part for part in said if part))
        if complete:
            waiting, self._when_known = self._when_known, []
            for act in waiting:
                act()

    def _nothing(self, found: browse_reading.Found | browse_reading.FoundAgain) -> None:
        searched = found.search.strip()
        self._say(nothing_found(found.search, found.speaker) if searched else EMPTY_DATABASE)

    def _say(self, lines: Sequence[Line]) -> None:
        self._table.show_message(lambda width, tones: draw(lines, width, tones))
        self._screen.detail.show(None)

    def _fail(self, error: QuotetrackError) -> None:
        if isinstance(error, QueryError):
            self._screen.search_line.show_error(error)
        else:
            self._screen.add_class("-nothing")
            self._table.say_count("")
            self._say(failed(str(error)))

    def load_pages(self, message: StatementTable.PagesWanted) -> None:
        """Read the rows that the table asks for."""
        table = self._table
        wanted = {page: table.keys[page * PAGE : (page + 1) * PAGE] for page in message.pages}

        def receive(pages: dict[int, Sequence[StatementRow]]) -> None:
            for page, rows in pages.items():
                table.add_page(message.generation, page, rows)

        self._pages.start(partial(browse_reading.load, self.search, wanted), receive, self._fail)
