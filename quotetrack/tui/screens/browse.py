"""Browse: search line, speakers, the table of statements, and everything about one of them."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.reactive import var
from textual.widgets import Input

from quotetrack.actions.registry import BROWSE, STATEMENT
from quotetrack.domain.errors import QueryError, QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.records import (
    SpeakerSummary,
    StatementRecord,
    StatementRow,
)
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.marks import Marks
from quotetrack.tui.read_ahead import ReadAhead
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens import browse_reading
from quotetrack.tui.screens.browse_placing import Placing
from quotetrack.tui.screens.statement_screen import StatementScreen
from quotetrack.tui.widgets.empty import EMPTY_DATABASE, Line, draw, failed, nothing_found
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar
from quotetrack.tui.widgets.search_line import SearchLine
from quotetrack.tui.widgets.speaker_list import SpeakerLines, SpeakerList
from quotetrack.tui.widgets.statement_detail import StatementDetail
from quotetrack.tui.widgets.statement_table import PAGE, StatementTable

if TYPE_CHECKING:
    from quotetrack.store.database import Database


class BrowseScreen(StatementScreen):
    """The main screen."""

    SCOPES = (BROWSE, STATEMENT)

    HELP: ClassVar[str] = (
        "Browse\n\n"
        "Search at the top, statements beneath, and everything about the statement under the "
        "cursor beside or beneath them. Tab goes from pane to pane."
    )
    AUTO_FOCUS = "StatementTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(BROWSE),
        movement("back", "escape", "back", "Back"),
    ]

    search_text: var[str] = var("", init=False)

    def __init__(self, database: "Database", *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._finding = BackgroundReading(self, database, "find")
        self._rest = BackgroundReading(self, database, "find the rest")
        self._pages = BackgroundReading(self, database, "pages")
        self._ahead = ReadAhead(self, database, browse_reading.records)
        self._listing = BackgroundReading(self, database, "speakers")
        self._marking = BackgroundReading(self, database, "mark")
        self._placing = Placing(self, database)
        self._offer: str | None = None
        self._keep_cursor = False
        self._rest_is_stale = True

    def compose(self) -> ComposeResult:
        """Bars at the edges, the search line, three panes."""
        yield HeaderBar()
        search = SearchLine(id="search")
        search.border_title = "Search"
        yield search
        with Container(id="panes"):
            speakers = SpeakerList(id="speakers")
            speakers.border_title = "Speakers"
            yield speakers
            table = StatementTable(id="table")
            table.border_title = "Statements"
            yield table
            detail = StatementDetail(id="detail")
            detail.border_title = "Statement"
            yield detail
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the first page at once; speakers and counts can wait for it."""
        self._find(keep_cursor=False)

    @property
    def table(self) -> StatementTable:
        """The table."""
        return self.query_one(StatementTable)

    @property
    def detail(self) -> StatementDetail:
        """The pane of one statement."""
        return self.query_one(StatementDetail)

    @property
    def search_line(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    @property
    def speaker_list(self) -> SpeakerList:
        """The pane of speakers."""
        return self.query_one(SpeakerList)

    def reload(self) -> None:
        """Read everything again, after a change; the cursor stays where it is."""
        self._ahead.forget()
        self._rest_is_stale = True
        self._find(keep_cursor=True)

    @property
    def place(self) -> Place:
        """The search, and the statement under the cursor."""
        return Place("browse", self.statement_here, None, self.search_text or None)

    def show_place(self, place: Place) -> None:
        """Search as there, and put the cursor on its statement once all hits are known."""
        self._placing.await_hits(place)
        if self.search_line.text == (place.query or ""):
            self._find(keep_cursor=True)
        else:
            self.search_line.text = place.query or ""
        self._to_table()

    # Finding

    @on(SearchLine.Changed)
    def _search_changed(self, message: SearchLine.Changed) -> None:
        self.search_text = message.text

    def watch_search_text(self) -> None:
        """Search as one types."""
        self._find(keep_cursor=False)

    def _find(self, *, keep_cursor: bool) -> None:
        self._keep_cursor = keep_cursor
        self._rest.cancel()
        self._pages.cancel()
        search = self.search_text
        self._finding.start(
            lambda reader: browse_reading.find(reader, search), self._found, self._find_failed
        )

    def _found(self, found: browse_reading.Found) -> None:
        self.search_line.clear_error()
        self._offer = found.speaker
        rows = found.rows
        table = self.table
        full = len(rows) == PAGE
        self.set_class(not rows, "-nothing")
        if not rows:
            table.say_count("")
            self._say(
                nothing_found(found.search, found.speaker)
                if found.search.strip()
                else EMPTY_DATABASE
            )
            self.detail.show(None)
        elif not full or not self._keep_cursor:
            keys = array("q", [row.key for row in rows])
            table.show_results(keys, rows, keep_cursor=self._keep_cursor)
            table.say_count(f"{len(keys):,}" if not full else "…")
            if not full:
                self._placing.hits_known(found.search)
        if full:
            search = found.search
            self._rest.start(
                lambda reader: browse_reading.find_all(reader, search),
                lambda keys: self._found_all(keys, rows),
                self._find_failed,
                pause=browse_reading.PAUSE if self.search_line.has_focus_within else 0,
            )
        if self._rest_is_stale:
            self._rest_is_stale = False
            self.call_after_refresh(self._read_the_rest)

    async def _read_the_rest(self) -> None:
        """Speakers and counts, once the statements have been painted."""
        await self.speaker_list.fill()
        self._list_speakers()
        self.host.count()

    def _found_all(self, keys: "array[int]", rows: Sequence[StatementRow]) -> None:
        table = self.table
        if self._keep_cursor:
            table.show_results(keys, rows, keep_cursor=True)
        else:
            table.extend_results(keys)
        table.say_count(f"{len(keys):,}")
        self._placing.hits_known(self.search_text)

    def _find_failed(self, error: QuotetrackError) -> None:
        if isinstance(error, QueryError):
            self.search_line.show_error(error)
        else:
            self.add_class("-nothing")
            self.table.say_count("")
            self._say(failed(str(error)))
            self.detail.show(None)

    def _say(self, lines: Sequence[Line]) -> None:
        self.table.show_message(lambda width, tones: draw(lines, width, tones))

    # Rows and the statement under the cursor

    @on(StatementTable.PagesWanted)
    def _pages_wanted(self, message: StatementTable.PagesWanted) -> None:
        table = self.table
        search = self.search_text
        wanted = {page: table.keys[page * PAGE : (page + 1) * PAGE] for page in message.pages}

        def receive(pages: dict[int, Sequence[StatementRow]]) -> None:
            for page, rows in pages.items():
                table.add_page(message.generation, page, rows)

        self._pages.start(
            lambda reader: browse_reading.load(reader, search, wanted), receive, self._find_failed
        )

    @on(StatementTable.Highlighted)
    def _highlighted(self, message: StatementTable.Highlighted) -> None:
        message.stop()
        record = message.row and self._ahead.at_hand(message.row.id)
        if message.row is None or record is not None:
            self.detail.show(record)
        else:
            self.call_after_refresh(self._read_row, message.row)

    def _read_row(self, row: StatementRow) -> None:
        """Read the statement; the list has been painted before, so that the cursor never waits."""
        if self.table.row is row:
            near = [each.id for each in self.table.rows_near_cursor]
            self._ahead.read(near, lambda: self._show_row(row), self.host.tell)

    def _show_row(self, row: StatementRow) -> None:
        if self.table.row is row:
            record = self._ahead.at_hand(row.id)
            if record is None:
                self.reload()
            else:
                self.detail.show(record)

    @on(StatementTable.Opened)
    def _opened(self) -> None:
        self.action_show()

    @property
    def statement_here(self) -> int | None:
        """The statement under the cursor of the table."""
        row = self.table.row
        return None if row is None else row.id

    @property
    def statements_here(self) -> list[int]:
        """The marked statements, else the one under the cursor."""
        return list(self.table.marks) or super().statements_here

    @on(StatementTable.RangeWanted)
    def _range_wanted(self, message: StatementTable.RangeWanted) -> None:
        def receive(identifiers: "array[int]") -> None:
            for identifier in identifiers:
                self.table.marks.set(identifier, True)
            self.table.show_marks(self.table.marks)

        self._marking.start(
            lambda reader: browse_reading.ids(reader, message.keys), receive, self.host.tell
        )

    @property
    def record_at_hand(self) -> StatementRecord | None:
        """What the detail shows."""
        return self.detail.record

    # Speakers

    @property
    def speaker_here(self) -> int | None:
        """The speaker under the cursor of the focused list."""
        if self.speaker_list.has_focus_within:
            chosen = self.speaker_list.lines.speaker
            return None if chosen is None else chosen.id
        row = self.table.row
        return None if row is None else row.speaker_id

    def _list_speakers(self) -> None:
        text = self.speaker_list.filter_text

        def receive(speakers: list[SpeakerSummary]) -> None:
            self.speaker_list.show(
                speakers[: browse_reading.SPEAKERS], more=len(speakers) > browse_reading.SPEAKERS
            )

        self._listing.start(
            lambda reader: browse_reading.speakers(reader, text), receive, self.host.tell
        )

    @on(SpeakerList.Filtered)
    def _speakers_filtered(self) -> None:
        self._list_speakers()

    @on(SpeakerLines.Chosen)
    def _speaker_chosen(self, message: SpeakerLines.Chosen) -> None:
        self.search_line.set_speaker(message.speaker.name if message.speaker else None)
        self._to_table()

    @on(SpeakerList.Left)
    @on(SearchLine.Left)
    def _to_table(self) -> None:
        self.remove_class("-speakers", "-reading")
        self.table.focus()

    @on(SearchLine.Submitted)
    def _submitted(self) -> None:
        if self._offer is not None:
            self._accept_offer()
        self._to_table()

    def _accept_offer(self) -> None:
        offer, self._offer = self._offer, None
        self.search_line.text = ""
        self.search_line.set_speaker(offer)

    # Actions of the registry

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],
    ) -> bool | None:
        """Where text is typed, a slash is a slash."""
        return action != "go_to_search" or not isinstance(self.focused, Input)

    def action_go_to_search(self) -> None:
        """Type a search."""
        self.remove_class("-speakers", "-reading")
        self.search_line.take_focus()

    def action_show(self) -> None:
        """Read the statement; on a narrow screen it takes the whole of it."""
        if self._offer is not None:
            self._accept_offer()
        elif self.table.row is not None:
            self.add_class("-reading")
            self.detail.focus()

    def action_back(self) -> None:
        """From the statement to the table; there drop the marks, then go to all statements."""
        if self.focused is self.table and self.table.marks:
            self.table.show_marks(Marks())
        elif self.has_class("-reading") or self.focused is not self.table:
            self._to_table()
        else:
            self.search_line.text = ""

    def action_mark_statement(self) -> None:
        """Mark the row, or drop its mark, and go on to the next."""
        self.table.mark(self.table.row)
        self.table.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all that the search finds, or drop all marks."""
        search, marks = self.search_text, self.table.marks
        self._marking.start(
            lambda reader: browse_reading.mark_all(reader, search, marks),
            self.table.show_marks,
            self.host.tell,
        )

    def action_list_speakers(self) -> None:
        """Go to the speakers; on a narrow screen they come out at the side."""
        self.remove_class("-reading")
        self.add_class("-speakers")
        self.speaker_list.take_focus()

    def action_add_speaker(self) -> None:
        """Record a new speaker."""
        self.host.doors.add_speaker()

    def action_add_article(self) -> None:
        """Store an article."""
        self.host.doors.add_article()

    def action_add_statement(self) -> None:
        """Record a statement."""
        self.host.doors.add_statement()
