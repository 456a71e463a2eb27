"""Browse: search line, speakers, the table of statements, and everything about one of them."""

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantBlur
from textual.reactive import var
from textual.widgets import Input

from quotetrack.actions.registry import BROWSE, STATEMENT
from quotetrack.domain.place_records import Place
from quotetrack.domain.records import (
    StatementRecord,
    StatementRow,
)
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.marks import Marks
from quotetrack.tui.read_ahead import ReadAhead
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens import browse_reading
from quotetrack.tui.screens.browse_completing import Completing
from quotetrack.tui.screens.browse_finding import Finding
from quotetrack.tui.screens.browse_narrowing import FacetPane
from quotetrack.tui.screens.browse_placing import Placing
from quotetrack.tui.screens.statement_screen import StatementScreen
from quotetrack.tui.widgets.drop_down import DropDown
from quotetrack.tui.widgets.facet_list import FacetLines, FacetList, Kind
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar
from quotetrack.tui.widgets.search_line import SearchLine
from quotetrack.tui.widgets.statement_detail import StatementDetail
from quotetrack.tui.widgets.statement_table import StatementTable

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
        self._finding = Finding(self, database)
        self._ahead = ReadAhead(self, database, browse_reading.records)
        self._facets = FacetPane(self, database)
        self._completing = Completing(self, database)
        self._marking = BackgroundReading(self, database, "mark")
        self._placing = Placing(self, database, self._finding)
        self._rest_is_stale = True

    def compose(self) -> ComposeResult:
        """Bars at the edges, the search line, three panes."""
        yield HeaderBar()
        search = SearchLine(id="search")
        search.border_title = "Search"
        yield search
        with Container(id="panes"):
            facets = FacetList(id="facets")
            facets.border_title = "Narrow by"
            yield facets
            table = StatementTable(id="table")
            table.border_title = "Statements"
            yield table
            detail = StatementDetail(id="detail")
            detail.border_title = "Statement"
            yield detail
        yield KeyBar()
        yield DropDown()

    def on_mount(self) -> None:
        """Read the first page at once; speakers and counts can wait for it."""
        self._finding.find("")

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
    def facet_list(self) -> FacetList:
        """The pane of what narrows the search."""
        return self.query_one(FacetList)

    def reload(self) -> None:
        """Read everything again, after a change; the cursor stays where it is."""
        self._ahead.forget()
        self._rest_is_stale = True
        self._finding.find_again()

    @property
    def place(self) -> Place:
        """The search, and the statement under the cursor."""
        return Place("browse", self.statement_here, None, self.search_text or None)

    def show_place(self, place: Place) -> None:
        """Search as there, and put the cursor on its statement once all hits are known."""
        self.search_text = self.search_line.text = place.query or ""
        self._placing.go_to(place)
        self._to_table()

    # Finding

    @on(SearchLine.Changed)
    def _search_changed(self, message: SearchLine.Changed) -> None:
        self.search_text = message.text
        self._completing.follow()

    def watch_search_text(self) -> None:
        """Search as one types."""
        self._finding.find(self.search_text)

    def found(self) -> None:
        """The first hits are shown."""
        if self._rest_is_stale:
            self._rest_is_stale = False
            self.call_after_refresh(self._read_the_rest)
        elif self.facet_list.filled:
            self._facets.follow()

    async def _read_the_rest(self) -> None:
        """What narrows the search, and counts, once the statements have been painted."""
        if self.facet_list.display:
            await self._facets.come_out()
        self.host.count()

    # Rows and the statement under the cursor

    @on(StatementTable.PagesWanted)
    def _pages_wanted(self, message: StatementTable.PagesWanted) -> None:
        self._finding.load_pages(message)

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

    # What narrows the search

    @property
    def speaker_here(self) -> int | None:
        """The speaker under the cursor of the focused list."""
        if self.facet_list.has_focus_within:
            line = self.facet_list.lines.line_here
            return None if line is None else line.speaker
        row = self.table.row
        return None if row is None else row.speaker_id

    @on(FacetList.Filtered)
    def _facets_filtered(self) -> None:
        self._facets.read()

    @on(FacetLines.Chosen)
    def _facet_chosen(self, message: FacetLines.Chosen) -> None:
        self._facets.choose(message.line)
        self.facet_list.forget_filter()
        if message.line.kind is not Kind.MORE and (message.filtered or self.has_class("-narrow")):
            self._to_table()

    @on(SearchLine.Asked)
    def _asked(self, message: SearchLine.Asked) -> None:
        """Keys of the search line that mean the list beneath it, where there is one."""
        step = {"up": -1, "down": 1}.get(message.key)
        if message.key == "tab":
            taken = self._completing.take_first() or self.search_line.take_suggestion()
            if not taken:
                self.focus_next()
        elif step is None:
            if not self._completing.leave():
                self._leave_search()
        elif self._completing.is_open:
            self._completing.move(step)
        elif not self._go_back(-step):
            self._leave_search()

    def _leave_search(self) -> None:
        self._remember_search()
        self._to_table()

    def _go_back(self, steps: int) -> bool:
        """Go to a search before, or forth again; False where forth is nothing any more."""
        search = self.host.search_history.step(steps, self.search_text)
        if search is not None:
            self.search_line.text = search
        return search is not None or steps > 0

    @on(DropDown.Taken)
    def _offer_clicked(self, message: DropDown.Taken) -> None:
        self._completing.take(message.index)
        self.search_line.take_focus()

    @on(DescendantBlur)
    def _left_search(self) -> None:
        if not self.search_line.has_focus_within:
            self._completing.close()
            self.host.search_history.rest()

    def _remember_search(self) -> None:
        if self.table.keys and not self.search_line.has_class("-error"):
            self.host.search_history.add(self.search_text)

    @on(FacetList.Left)
    def _to_table(self) -> None:
        self.remove_class("-narrowing", "-reading")
        self.table.focus()

    @on(SearchLine.Submitted)
    def _submitted(self) -> None:
        if self._completing.take_chosen():
            return
        if self._finding.offer is not None:
            self._accept_offer()
        self._leave_search()

    def _accept_offer(self) -> None:
        offer, self._finding.offer = self._finding.offer, None
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
        self.remove_class("-narrowing", "-reading")
        self.search_line.take_focus()

    def action_show(self) -> None:
        """Read the statement; on a narrow screen it takes the whole of it."""
        if self._finding.offer is not None:
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

    async def action_list_speakers(self) -> None:
        """Type a part of a name, to narrow the search to that speaker or outlet."""
        await self._bring_out_facets()
        self.facet_list.take_focus()

    async def action_narrow(self) -> None:
        """Go to what narrows the search; on a narrow screen it comes out at the side."""
        await self._bring_out_facets()
        self.facet_list.take_focus_of_lines()

    async def _bring_out_facets(self) -> None:
        self.remove_class("-reading")
        self.add_class("-narrowing")
        await self._facets.come_out()

    def action_go_to_date(self) -> None:
        """Type a date, and go to it."""
        self.host.doors.go_to_date(self._placing.go_to_days)

    def action_save_search(self) -> None:
        """Save the search under a name."""
        self.host.doors.save_search(self.search_text)

    def action_searches(self) -> None:
        """Choose a search to run again."""
        self.host.doors.searches(self.host.search_history, self.run_search)

    def run_search(self, search: str) -> None:
        """Carry out a search, as if it had been typed."""
        self.search_line.text = search
        self.host.search_history.add(search)
        self._to_table()

    def action_add_speaker(self) -> None:
        """Record a new speaker."""
        self.host.doors.add_speaker()

    def action_add_article(self) -> None:
        """Store an article."""
        self.host.doors.add_article()

    def action_add_statement(self) -> None:
        """Record a statement."""
        self.host.doors.add_statement()
