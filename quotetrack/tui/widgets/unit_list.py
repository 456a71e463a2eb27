"""The list of History: one line for each unit of work, the newest first."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.empty import Line, draw
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

NEAR = 20
"""Lines before the end of what has been read at which more is asked for."""

_ACTOR = 10
_PLAIN = Style()


class UnitList(LinePane, can_focus=True):
    """When, who, and what was done; what was taken back says so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("history_down", "down,j", "move(1)", "Next"),
        movement("history_up", "up,k", "move(-1)", "Previous"),
        movement("history_page_down", "pagedown,ctrl+d,space", "page(1)", "Page down"),
        movement("history_page_up", "pageup,ctrl+u", "page(-1)", "Page up"),
        movement("history_first", "home,g", "move(-1000000000)", "Newest"),
        movement("history_last", "end,G", "move(1000000000)", "Oldest of those read"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands on another entry, or on none."""

    class MoreWanted(Message):
        """The cursor nears the end of what has been read."""

    class Opened(Message):
        """The line was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: list[HistoryEntry] = []
        self.complete = True
        self._asked = False
        self._tones = Tones(self)
        self._message: Sequence[Line] = ()

    @property
    def entry(self) -> HistoryEntry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def show(
        self,
        entries: Sequence[HistoryEntry],
        message: Sequence[Line],
        *,
        complete: bool,
        stand_on: int | None = None,
    ) -> None:
        """Show other entries; the cursor goes to the unit `stand_on`, else stays on its own."""
        here = stand_on if stand_on is not None or self.entry is None else self.entry.unit
        self.entries = list(entries)
        self.complete = complete
        self._message = message
        self._asked = False
        places = {entry.unit: place for place, entry in enumerate(self.entries)}
        self._resize_content()
        self.set_reactive(UnitList.cursor, places.get(here, 0) if here is not None else 0)
        self.watch_cursor()

    def extend(self, entries: Sequence[HistoryEntry], *, complete: bool) -> None:
        """The page that was asked for."""
        self.entries.extend(entries)
        self.complete = complete
        self._asked = False
        self._resize_content()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        if not self.entries:
            lines = draw(self._message, width, self._tones) if self._message else []
            strip = lines[y] if y < len(lines) else Strip([])
            return strip.adjust_cell_length(width).apply_style(self.ground)
        place = y + self.scroll_offset.y
        if place >= len(self.entries):
            return Strip.blank(width, self.ground)
        here = place == self.cursor
        strip = self._draw(self.entries[place], width, here).adjust_cell_length(width, _PLAIN)
        if here:
            ground = "cursor-focused" if self.has_focus else "cursor-blurred"
            strip = strip.apply_style(self._tones[ground])
        return strip.apply_style(self.ground)

    def watch_cursor(self) -> None:
        """Show the cursor in its new place and say where it is."""
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Moved())
        if not self.complete and not self._asked and self.cursor + NEAR >= len(self.entries):
            self._asked = True
            self.post_message(self.MoreWanted())

    def on_resize(self) -> None:
        """The width of the lines follows the pane."""
        self._resize_content()
        self._scroll_to_cursor()

    def on_focus(self) -> None:
        """The cursor is drawn stronger."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn weaker."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line; a second click opens it."""
        place = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= place < len(self.entries):
            self.cursor = place
            if event.chain == 2:
                self.post_message(self.Opened())

    def action_move(self, lines: int) -> None:
        """Move the cursor by some lines."""
        self.cursor = max(0, min(self.cursor + lines, len(self.entries) - 1))

    def action_page(self, pages: int) -> None:
        """Move the cursor by a windowful."""
        self.action_move(pages * max(1, self.scrollable_content_region.height - 1))

    def _draw(self, entry: HistoryEntry, width: int, here: bool) -> Strip:
        tones = self._tones
        what = clean_line(entry.summary or entry.action.replace("_", " "))
        if entry.undoes is not None:
            state, tone = "↩ took back: ", "quiet"
        elif entry.undone_by is not None:
            state, tone = "✗ taken back: ", "quiet"
        else:
            state, tone = "", "default"
        left = f"{entry.at[:16].replace('T', ' ')}  "
        room = max(0, width - 1 - len(left) - _ACTOR - 2 - len(state))
        return Strip(
            [
                Segment("▌" if here else " ", tones["accent" if self.has_focus else "quiet"]),
                Segment(left, tones["quiet"]),
                Segment(fit(clean_line(entry.actor), _ACTOR) + "  ", tones["strong"]),
                Segment(state, tones["warning"]),
                Segment(cut(what, room), tones[tone]),
            ]
        )

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.entries))

    def _scroll_to_cursor(self) -> None:
        window = self.scrollable_content_region.height
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif window and self.cursor >= self.scroll_offset.y + window:
            self.scroll_to(y=self.cursor - window + 1, animate=False, immediate=True)
