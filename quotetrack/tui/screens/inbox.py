"""The inbox: lines jotted down, to be worked up into statements, stored or discarded."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.actions.registry import INBOX
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line, shorten
from quotetrack.domain.vocabulary import CaptureState
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from quotetrack.store.database import Reader
    from quotetrack.tui.app import QuotetrackApp

_STATES = {
    CaptureState.WAITING: ("○", "waiting", "accent"),
    CaptureState.WORKED_UP: ("✓", "worked up", "success"),
    CaptureState.DISCARDED: ("–", "discarded", "quiet"),
}

_NOTHING_WAITING = (
    "✓ Nothing waits here.\n\n"
    'c jots a line down from any screen; in a shell, quotetrack jot "…" does the same. '
    "f shows what was worked up or discarded before."
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
    DEFAULT_CSS = """
    InboxScreen {
        & #lines { height: 1fr; border: round $border-blurred; background: $background;
                   border-title-color: $quiet; border-subtitle-color: $quiet; padding: 0;
                   scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & #lines:focus { border: round $border; background-tint: initial;
                         border-title-color: $primary; border-title-style: bold; }
        & #lines > .option-list--option { padding: 0 1; }
        & #lines > .option-list--option-highlighted {
            background: $cursor-blurred; color: $foreground; text-style: none;
        }
        & #lines:focus > .option-list--option-highlighted { background: $cursor-focused; }
        & #line { height: 8; border: round $border-blurred; border-title-color: $quiet;
                  scrollbar-size-vertical: 1; padding: 0 1; }
        & #line Static { height: auto; }
        & #nothing { display: none; height: 1fr; padding: 2 4; color: $quiet; }
        &.-nothing #nothing { display: block; }
        &.-nothing #lines, &.-nothing #line { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(INBOX),
        Binding("f", "filter", "Waiting or all", id="inbox.filter"),
        movement("inbox.down", "j", "step(1)", "Next"),
        movement("inbox.up", "k", "step(-1)", "Previous"),
        movement("inbox.first", "g", "to_end(False)", "First"),
        movement("inbox.last", "G", "to_end(True)", "Last"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[CaptureRecord] = []
        self._only_waiting = True

    def compose(self) -> ComposeResult:
        """The lines above, the one under the cursor beneath."""
        yield HeaderBar()
        lines = OptionList(id="lines", markup=False)
        lines.border_title = "Inbox"
        yield lines
        with VerticalScroll(id="line", can_focus=False) as pane:
            pane.border_title = "Line"
            yield Static("", markup=False)
        yield Static(_NOTHING_WAITING, id="nothing", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the lines."""
        self._reading = BackgroundReading(self, database_of(self), "inbox")
        self.query_one("#lines").focus()
        self.reload()

    @property
    def host(self) -> "QuotetrackApp":
        """The app."""
        return cast("QuotetrackApp", self.app)

    @property
    def current(self) -> CaptureRecord | None:
        """The line under the cursor."""
        place = self.query_one("#lines", OptionList).highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def reload(self) -> None:
        """Read the lines again, keeping the cursor on its line."""
        states = (CaptureState.WAITING,) if self._only_waiting else tuple(CaptureState)
        self._reading.start(partial(_read, states), self._take, self.host.tell)

    def _take(self, rows: list[CaptureRecord]) -> None:
        current = self.current
        options = self.query_one("#lines", OptionList)
        place = options.highlighted or 0
        self._rows = rows
        with self.prevent(OptionList.OptionHighlighted):
            options.clear_options()
            options.add_options([Option(_option(row)) for row in rows])
            if rows:
                places = {row.id: index for index, row in enumerate(rows)}
                kept = places.get(current.id) if current else None
                options.highlighted = min(place, len(rows) - 1) if kept is None else kept
        options.border_subtitle = f"{len(rows):,}" + (
            " waiting" if self._only_waiting else " in all"
        )
        self.set_class(not rows, "-nothing")
        self._show_line()
        self.host.count()

    @on(OptionList.OptionHighlighted, "#lines")
    def _show_line(self) -> None:
        row = self.current
        self.query_one("#line Static", Static).update("" if row is None else _full(row))

    @on(OptionList.OptionSelected, "#lines")
    def _chosen(self) -> None:
        self.action_work_up_capture()

    def _waiting(self) -> CaptureRecord | None:
        """The line under the cursor where it still waits; else the user is told."""
        row = self.current
        if row is None:
            self.notify("There is no line under the cursor.", markup=False)
        elif row.state is not CaptureState.WAITING:
            self.notify(f"This line is {_STATES[row.state][1]} already.", markup=False)
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

    def action_step(self, lines: int) -> None:
        """Go to the next line, or to the one before."""
        options = self.query_one("#lines", OptionList)
        if options.highlighted is not None:
            options.highlighted = max(0, min(options.highlighted + lines, len(self._rows) - 1))

    def action_to_end(self, last: bool) -> None:
        """Go to the first line or to the last."""
        if self._rows:
            self.query_one("#lines", OptionList).highlighted = len(self._rows) - 1 if last else 0

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


def _option(row: CaptureRecord) -> Content:
    glyph, words, tone = _STATES[row.state]
    waiting = row.state is CaptureState.WAITING
    return Content.assemble(
        (f"{glyph} ", f"${tone}"),
        (shorten(clean_line(row.text), 200), "" if waiting else "$quiet"),
        ("" if waiting else f"  {words}", f"${tone}"),
        ("\n  " + _origin(row), "$quiet"),
    )


def _origin(row: CaptureRecord) -> str:
    address = f" · {shorten(clean_line(row.url), 80)}" if row.url else ""
    return f"{row.at[:16].replace('T', ' ')} · {clean_line(row.author)}{address}"


def _full(row: CaptureRecord) -> Content:
    stored = "\nIts article is stored: Enter takes it as the source." if row.article_id else ""
    return Content.assemble(
        clean_line(row.text),
        (f"\n\n{row.at[:16].replace('T', ' ')} UTC · {clean_line(row.author)}", "$quiet"),
        (f"\n{clean_line(row.url)}" if row.url else "", "$primary"),
        (stored, "$success"),
    )
