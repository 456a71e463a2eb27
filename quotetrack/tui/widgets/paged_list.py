"""The base of lists that read a page at a time: a line a row, more asked for near the end."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.empty import Line, draw
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

Row = TypeVar("Row")

NEAR = 40
"""So many lines before the end of what has been read the next page is asked for."""


def movements(prefix: str) -> list[BindingType]:
    """The keys that move the cursor of a list, with ids that begin so."""
    return [
        movement(f"{prefix}_down", "down,j", "move(1)", "Next"),
        movement(f"{prefix}_up", "up,k", "move(-1)", "Previous"),
        movement(f"{prefix}_page_down", "pagedown,ctrl+d,space", "page(1)", "Page down"),
        movement(f"{prefix}_page_up", "pageup,ctrl+u", "page(-1)", "Page up"),
        movement(f"{prefix}_first", "home,g", "move(-1000000000)", "First"),
        movement(f"{prefix}_last", "end,G", "move(1000000000)", "Last of those read"),
    ]


class PagedList(LinePane, Generic[Row], can_focus=True):
    """Rows with a cursor; a subclass says what tells them apart and how one is drawn."""

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands on another row, or on none."""

    class MoreWanted(Message):
        """The cursor nears the end of what has been read."""

    class Opened(Message):
        """The line was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[Row] = []
        self.complete = True
        self.tones = Tones(self)
        self._asked = False
        self._message: Sequence[Line] = ()

    def identity_of(self, row: Row) -> Hashable:
        """What tells a row from all others, also when it has been read again."""
        raise NotImplementedError

    def segments_of(self, row: Row, width: int) -> Iterable[Segment]:
        """What stands in the line of a row, behind the edge that shows the cursor.

        Args:
            width: cells of that room.
        """
        raise NotImplementedError

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(
        self,
        rows: Sequence[Row],
        message: Sequence[Line],
        *,
        complete: bool,
        stand_on: Hashable = None,
    ) -> None:
        """Show other rows.

        Args:
            message: what is said where there are none.
            complete: there are no more than these.
            stand_on: the row to which the cursor goes; None: it stays on its own.
        """
        here = stand_on
        if here is None and self.row is not None:
            here = self.identity_of(self.row)
        self.rows = list(rows)
        self.complete = complete
        self._message = message
        self._asked = False
        places = {self.identity_of(row): place for place, row in enumerate(self.rows)}
        self._resize_content()
        self.set_reactive(PagedList.cursor, places.get(here, 0))
        self.refresh()
        self._show_cursor()

    def extend(self, rows: Sequence[Row], *, complete: bool) -> None:
        """Add the page that was asked for."""
        self.rows.extend(rows)
        self.complete = complete
        self._asked = False
        self._resize_content()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.line_width
        if not self.rows:
            lines = draw(self._message, width, self.tones) if self._message else []
            strip = lines[y] if y < len(lines) else Strip([])
            return strip.adjust_cell_length(width).apply_style(self.ground)
        place = y + self.scroll_offset.y
        if place >= len(self.rows):
            return Strip.blank(width, self.ground)
        here = place == self.cursor
        edge = Segment("▌" if here else " ", self.tones["accent" if self.has_focus else "quiet"])
        segments = [edge, *self.segments_of(self.rows[place], width - 1)]
        if here:
            cursor = self.tones["cursor-focused" if self.has_focus else "cursor-blurred"]
            segments = list(
                Segment.apply_style(Segment.adjust_line_length(segments, width), cursor)
            )
        return self.line(segments)

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two lines anew that the cursor has left and come to."""
        for place in (before, now):
            self.refresh_line(place)
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Have the cursor in view, say where it is, and ask for more where little is left."""
        self._scroll_to_cursor()
        self.post_message(self.Moved())
        if not self.complete and not self._asked and self.cursor + NEAR >= len(self.rows):
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
        if 0 <= place < len(self.rows):
            self.cursor = place
            if event.chain == 2:
                self.post_message(self.Opened())

    def action_move(self, lines: int) -> None:
        """Move the cursor by some lines."""
        self.cursor = max(0, min(self.cursor + lines, len(self.rows) - 1))

    def action_page(self, pages: int) -> None:
        """Move the cursor by a windowful."""
        self.action_move(pages * max(1, self.scrollable_content_region.height - 1))

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows))

    def _scroll_to_cursor(self) -> None:
        window = self.scrollable_content_region.height
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif window and self.cursor >= self.scroll_offset.y + window:
            self.scroll_to(y=self.cursor - window + 1, animate=False, immediate=True)
