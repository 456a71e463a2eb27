"""The inbox: lines jotted down, to be worked up into statements, stored or discarded."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quotetrack.actions.registry import INBOX
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.vocabulary import CaptureState
from quotetrack.tui.bindings import bindings_for
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.capture_line import CaptureLine
from quotetrack.tui.widgets.capture_list import CAPTURES, CaptureList
from quotetrack.tui.widgets.empty import READING, Line, failed
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from quotetrack.store.database import Reader
    from quotetrack.tui.app import QuotetrackApp

_NOTHING_WAITING: tuple[Line, ...] = (
    (("✓ Nothing waits here", "heading"),),
    (),
    (("c", "accent"), ("  jots a line down, on any screen", "default")),
    (("f", "accent"), ("  shows what was worked up or discarded before", "default")),
    (),
    (('quotetrack jot "…"', "strong"), (" does the same in a shell", "quiet")),
)


class InboxScreen(Screen[None]):
    """The lines, and the one under the cursor in full."""

    SCOPES: ClassVar[tuple[str, ...]] = (INBOX,)
    HELP: ClassVar[str] = (
        "Inbox\n\n"
        "Lines that were jotted down (c, on any screen), the newest first. Enter makes a statement "
        "of the line under the cursor; a stores the article that its address leads to, o opens the "
        "address, e changes the line, D discards it. f shows those worked up or discarded as well."
    )
    AUTO_FOCUS = "CaptureList"
    DEFAULT_CSS = """
    InboxScreen {
        & CaptureList { height: 1fr; }
        & CaptureLine { height: 8; }
        &.-nothing CaptureLine { display: none; }
        & CaptureList, & CaptureLine {
            border: round $border-blurred; border-title-color: $quiet;
            border-subtitle-color: $quiet; background: $background;
            scrollbar-size-vertical: 1; overflow-x: hidden;
        }
        & CaptureList:focus {
            border: round $border; border-title-color: $primary; border-title-style: bold;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(INBOX),
        Binding("f", "filter", "Waiting or all", id="inbox.filter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._only_waiting = True

    def compose(self) -> ComposeResult:
        """The lines above, the one under the cursor beneath."""
        yield HeaderBar()
        lines = CaptureList(id="lines")
        lines.border_title = "Inbox"
        yield lines
        line = CaptureLine(id="line")
        line.border_title = "Line"
        yield line
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the lines."""
        self._reading = BackgroundReading(self, database_of(self), "inbox")
        self.add_class("-nothing")
        self.lines.show((), READING, complete=True)
        self.reload()

    @property
    def host(self) -> "QuotetrackApp":
        """The app."""
        return cast("QuotetrackApp", self.app)

    @property
    def lines(self) -> CaptureList:
        """The list."""
        return self.query_one(CaptureList)

    @property
    def current(self) -> CaptureRecord | None:
        """The line under the cursor."""
        return self.lines.row

    def reload(self) -> None:
        """Read the lines again, keeping the cursor on its line."""
        states = (CaptureState.WAITING,) if self._only_waiting else tuple(CaptureState)
        self._reading.start(partial(_read, states), self._take, self._fail)

    def _take(self, rows: list[CaptureRecord]) -> None:
        self.set_class(not rows, "-nothing")
        self.lines.show(rows, _NOTHING_WAITING, complete=True)
        counted = "waiting" if self._only_waiting else "in all"
        self.lines.border_subtitle = f"{len(rows):,} {counted}"
        self.host.count()

    def _fail(self, problem: QuotetrackError) -> None:
        self.add_class("-nothing")
        self.lines.show((), failed(str(problem), ()), complete=True)

    @on(CaptureList.Moved)
    def _moved(self) -> None:
        """Show the line once the list has been painted, so that the cursor never waits for it."""
        self.call_after_refresh(self._show_line)

    def _show_line(self) -> None:
        self.query_one(CaptureLine).show(self.current)

    @on(CaptureList.Opened)
    def _opened(self) -> None:
        self.action_work_up_capture()

    def _waiting(self) -> CaptureRecord | None:
        """The line under the cursor where it still waits; else the user is told."""
        row = self.current
        if row is None:
            self.notify("There is no line under the cursor.", markup=False)
        elif row.state is not CaptureState.WAITING:
            self.notify(f"This line is {CAPTURES[row.state].words} already.", markup=False)
        else:
            return row
        return None

    # Actions of the registry

    def action_work_up_capture(self) -> None:
        """Make a statement of the line."""
        row = self._waiting()
        if row is not None:
            self.host.doors.work_up(row)

    def action_edit_capture(self) -> None:
        """Change the line."""
        if self.current is not None:
            self.host.doors.edit_capture(self.current)

    def action_discard_capture(self) -> None:
        """Take the line out of the inbox."""
        row = self._waiting()
        if row is not None:
            self.run_worker(partial(self._discard, row.id), thread=True, group="discard")

    def action_add_captured_article(self) -> None:
        """Store the article that the address leads to."""
        row = self.current
        if row is None or row.url is None:
            self.notify("This line has no address. e adds one.", markup=False)
        elif row.article_id is not None:
            self.notify("The article of this address is stored already.", markup=False)
        else:
            self.host.doors.add_article(row.url)

    def action_open_captured_address(self) -> None:
        """Open the address in the browser."""
        from quotetrack.tui.addresses import open_address

        row = self.current
        if row is None or row.url is None:
            self.notify("This line has no address. e adds one.", markup=False)
        else:
            open_address(self.app, row.url)

    def action_filter(self) -> None:
        """Only what waits, or everything."""
        self._only_waiting = not self._only_waiting
        self.reload()

    def _discard(self, capture_id: int) -> None:
        """Runs in a worker."""
        from quotetrack.actions.capturing import discard_capture

        try:
            discard_capture(database_of(self), capture_id)
        except QuotetrackError as problem:
            self.app.call_later(self.host.tell, problem)
        else:
            self.app.call_later(self.host.database_changed)


def _read(states: tuple[CaptureState, ...], reader: "Reader") -> list[CaptureRecord]:
    from quotetrack.actions.capturing import list_captures

    return list_captures(reader, states)
