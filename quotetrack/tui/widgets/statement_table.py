"""The table of statements: draws only the lines in view, from keys and pages of rows."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from quotetrack.domain.records import StatementRow
from quotetrack.tui.bindings import movement
from quotetrack.tui.marks import Marks
from quotetrack.tui.widgets.empty import READING, draw
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.statement_line import StatementLines
from quotetrack.tui.widgets.tones import Tones

PAGE = 64
"""Rows read at once."""

STRETCH = 8
"""Rows whose statements are read at once, when the cursor comes among them."""

KEPT_PAGES = 64
KEPT_STRIPS = 2048
NARROW = 72
"""Below this width a row takes two lines: who and what became of it, then the wording."""


class StatementTable(LinePane, can_focus=True):
    """Statements, newest first; as light with a million as with ten.

    It holds the date keys of all hits and the rows of the pages lately seen. It asks for pages by
    message and shows a placeholder until they arrive.
    """

    HELP: ClassVar[str] = (
        "Statements\n\n"
        "Every statement the search finds, newest first: when it was said, who said it, the "
        "wording, and what became of it. ⚑ marks one end of a contradiction. A date with ~ is an "
        "interval and shows its last day; ≤ and ≥ are open on one side; ↔ is wider than searched "
        "for.\n\n"
        "Enter reads the statement under the cursor. t records what became of it; r and d are "
        "short ways for retracted and denied.\n\n"
        "x marks a statement (●), X all that the search finds, shift with the arrows the rows it "
        "passes; ctrl or shift with the mouse does the same. Marks stay when you search for "
        "something else. What you do next, such as a tag, a label or a note, is done to all "
        "marked statements in one step. Escape drops the marks."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("table_down", "down,j", "move(1)", "Next"),
        movement("table_up", "up,k", "move(-1)", "Previous"),
        movement("table_page_down", "pagedown,ctrl+d,space", "page(1)", "Page down"),
        movement("table_page_up", "pageup,ctrl+u", "page(-1)", "Page up"),
        movement("table_first", "home,g", "first", "First"),
        movement("table_last", "end,G", "last", "Last"),
        movement("table_mark_down", "shift+down,J", "mark_on(1)", "Mark on, downwards"),
        movement("table_mark_up", "shift+up,K", "mark_on(-1)", "Mark on, upwards"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class PagesWanted(Message):
        """Rows are in view that have not been read."""

        def __init__(self, generation: int, pages: tuple[int, ...]) -> None:
            super().__init__()
            self.generation = generation
            self.pages = pages

    class Highlighted(Message):
        """The cursor stands on this row now, or on none."""

        def __init__(self, row: StatementRow | None) -> None:
            super().__init__()
            self.row = row

    class Opened(Message):
        """The row was clicked twice."""

        def __init__(self, row: StatementRow) -> None:
            super().__init__()
            self.row = row

    class RangeWanted(Message):
        """Rows are to be marked of which some have not been read."""

        def __init__(self, keys: "array[int]") -> None:
            super().__init__()
            self.keys = keys

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.marks = Marks()
        self._count = ""
        self._anchor: int | None = None
        self.keys: array[int] = array("q")
        self.generation = 0
        self._pages: LRUCache[int, Sequence[StatementRow]] = LRUCache(KEPT_PAGES)
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(KEPT_STRIPS)
        self._wanted: set[int] = set()
        self._lines = StatementLines(Tones(self))
        self._message: Callable[[int, Tones], list[Strip]] | None = partial(draw, READING)
        self._shown: int | None = None

    @property
    def row_height(self) -> int:
        """Lines a row takes at this width."""
        return 2 if self.scrollable_content_region.width < NARROW else 1

    def top_of(self, index: int) -> int:
        """The line on which a row begins; behind the last row, the number of all lines."""
        return index * self.row_height

    def index_at(self, line: int) -> int:
        """The row to which a line belongs; behind the last line, the number of rows or more."""
        return line // self.row_height

    def draw_row(self, row: StatementRow, index: int, part: int, state: int) -> Strip:
        """One line of a row; `state` as StatementLines takes it."""
        width = self.scrollable_content_region.width
        marked = row.id in self.marks
        return self._lines.draw(row, width, self.row_height, part, state, marked=marked)

    @property
    def row(self) -> StatementRow | None:
        """The row under the cursor, if there is one and it has been read."""
        return self.row_at(self.cursor)

    @property
    def rows_near_cursor(self) -> list[StatementRow]:
        """The rows of the stretch that the cursor is in, as far as they have been read."""
        first = self.cursor // STRETCH * STRETCH
        rows = (self.row_at(index) for index in range(first, first + STRETCH))
        return [row for row in rows if row is not None]

    def row_at(self, index: int) -> StatementRow | None:
        """The row of this index, if it has been read."""
        if not 0 <= index < len(self.keys):
            return None
        page = self._pages.get(index // PAGE)
        offset = index % PAGE
        return page[offset] if page is not None and offset < len(page) else None

    def show_results(
        self, keys: "array[int]", first_page: Sequence[StatementRow], *, keep_cursor: bool
    ) -> None:
        """Show other hits.

        Args:
            keys: date keys of the hits, newest first.
            first_page: the rows of the first page.
            keep_cursor: stay on the statement under the cursor, or where it was.
        """
        stood_on = self.row.key if keep_cursor and self.row is not None else None
        position = self.cursor if keep_cursor else 0
        self.keys = keys
        self.generation += 1
        self._pages.clear()
        self._strips.clear()
        self._wanted.clear()
        self._pages[0] = first_page
        self._message = None
        self._shown = None
        if stood_on is not None:
            position = self._position(stood_on, position)
        self._resize_content()
        self.set_reactive(StatementTable.cursor, max(0, min(position, len(keys) - 1)))
        self._scroll_to_cursor()
        self.refresh()
        self._announce()

    def extend_results(self, keys: "array[int]") -> None:
        """Replace the keys of the first page by those of all hits, of which they are the first."""
        self.keys = keys
        self._resize_content()
        self.refresh()

    def add_page(self, generation: int, page: int, rows: Sequence[StatementRow]) -> None:
        """Take in rows that were asked for; those of an earlier generation are dropped."""
        if generation != self.generation:
            return
        self._pages[page] = rows
        self._wanted.discard(page)
        self._strips.clear()
        self.refresh()
        if self.cursor // PAGE == page:
            self._announce()

    def show_message(self, message: Callable[[int, Tones], list[Strip]]) -> None:
        """Say something instead of rows; `message` makes its lines for a width."""
        self.show_results(array("q"), (), keep_cursor=False)
        self._message = message
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window, from the cache where possible."""
        width = self.line_width
        if not self.keys:
            lines = self._message(width, self._lines.tones) if self._message else []
            return self.line(lines[y] if y < len(lines) else ())
        line = y + self.scroll_offset.y
        index = self.index_at(line)
        if index >= len(self.keys):
            return Strip.blank(width, self.ground)
        row = self.row_at(index)
        part = line - self.top_of(index)
        if row is None:
            self._want(index // PAGE)
            return self.line([Segment("" if part else " ·")])
        state = (index == self.cursor) + (index == self.cursor and self.has_focus)
        cache_key = (index, part, width, state, row.id in self.marks, self.app.theme)
        cached = self._strips.get(cache_key)
        if cached is None:
            cached = self.draw_row(row, index, part, state).apply_style(self.ground)
            self._strips[cache_key] = cached
        return cached

    def notify_style_update(self) -> None:
        """Colours have changed: draw anew."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Rows may take another number of lines now."""
        self._resize_content()
        self._scroll_to_cursor()

    def on_focus(self) -> None:
        """The cursor is drawn stronger."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn weaker."""
        self.refresh()

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the cursor in its new place and say where it is."""
        self._scroll_to_cursor()
        for index in (before, now):
            top = self.top_of(index)
            self.refresh_lines(top, self.top_of(index + 1) - top)
        self._announce()

    def action_move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self._go_to(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a windowful."""
        window = self.scrollable_content_region.height
        if pages > 0:
            there = self.index_at(self.top_of(self.cursor) + window) - 1
            self._go_to(max(self.cursor + 1, there))
        else:
            there = self.index_at(max(0, self.top_of(self.cursor + 1) - 1 - window)) + 1
            self._go_to(min(self.cursor - 1, there) if there > 1 else 0)

    def action_first(self) -> None:
        """Go to the newest statement."""
        self._go_to(0)

    def action_last(self) -> None:
        """Go to the oldest statement."""
        self._go_to(len(self.keys) - 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click opens it, ctrl marks it, shift up to it."""
        index = self.index_at(event.y - self.gutter.top + self.scroll_offset.y)
        if not 0 <= index < len(self.keys):
            return
        if event.shift:
            self._mark_range(self.cursor, index)
        self._go_to(index)
        if event.ctrl:
            self.mark(self.row)
        elif event.chain == 2 and self.row is not None and not event.shift:
            self.post_message(self.Opened(self.row))

    def mark(self, row: StatementRow | None, marked: bool | None = None) -> None:
        """Mark a row or drop its mark; None turns it round. A row not read yet is let be."""
        if row is not None:
            self.marks.set(row.id, row.id not in self.marks if marked is None else marked)
            self.show_marks(self.marks)

    def show_marks(self, marks: Marks) -> None:
        """Show which rows are marked."""
        self.marks = marks
        self._say_counts()
        self.refresh()

    def say_count(self, count: str) -> None:
        """Say in the lower border how many there are, beside how many are marked."""
        self._count = count
        self._say_counts()

    def _say_counts(self) -> None:
        marked = f"{len(self.marks):,} marked" if self.marks else ""
        self.border_subtitle = " · ".join(part for part in (marked, self._count) if part)

    def action_mark_on(self, rows: int) -> None:
        """Mark the rows that the cursor passes; back towards where it began drops their marks."""
        anchor = self.cursor if self._anchor is None else self._anchor
        here = self.row
        back = (self.cursor - anchor) * rows < 0
        self.mark(here, not back)
        self._go_to(self.cursor + rows)
        self.mark(self.row, True)
        self._anchor = anchor

    def _mark_range(self, start: int, end: int) -> None:
        first, last = sorted((start, end))
        for index in range(first, last + 1):
            row = self.row_at(index)
            if row is None:
                self.post_message(self.RangeWanted(self.keys[first : last + 1]))
                return
            self.marks.set(row.id, True)
        self.show_marks(self.marks)

    def stand_on(self, key: int) -> bool:
        """Put the cursor on the statement of this date key; whether it is among the hits."""
        index = self._position(key, -1)
        self._go_to(self.cursor if index < 0 else index)
        return index >= 0

    def _go_to(self, index: int) -> None:
        self._anchor = None
        if self.keys:
            self.cursor = max(0, min(index, len(self.keys) - 1))

    def _position(self, key: int, otherwise: int) -> int:
        """The index of a key in the keys, which run downwards."""
        index = bisect_right(self.keys, -key, key=lambda other: -other) - 1
        return index if index >= 0 and self.keys[index] == key else otherwise

    def _resize_content(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, self.top_of(len(self.keys)))

    def _scroll_to_cursor(self) -> None:
        window = self.scrollable_content_region.height
        top = self.top_of(self.cursor)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
            return
        end = self.top_of(self.cursor + 1) if self.keys else top + 1
        if window and end > self.scroll_offset.y + window:
            self.scroll_to(y=min(top, end - window), animate=False, immediate=True)

    def _announce(self) -> None:
        """Tell the screen which row the cursor is on, once for each row."""
        row = self.row
        if row is None and self.keys:
            self._want(self.cursor // PAGE)
            return
        shown = None if row is None else row.id
        if shown is None or shown != self._shown:
            self._shown = shown
            self.post_message(self.Highlighted(row))

    def _want(self, page: int) -> None:
        """Ask for a page; pages wanted in one refresh travel together."""
        if page in self._wanted:
            return
        if not self._wanted:
            self.call_after_refresh(self._ask)
        self._wanted.add(page)

    def _ask(self) -> None:
        """Ask for the pages in view, and the cursor's; those scrolled past are forgotten."""
        first = self.index_at(self.scroll_offset.y) // PAGE
        last = self.index_at(self.scroll_offset.y + self.size.height) // PAGE
        seen = {*range(first, last + 1), self.cursor // PAGE}
        missing = {page for page in self._wanted | seen if page in seen} - set(self._pages.keys())
        pages = tuple(sorted(page for page in missing if page * PAGE < len(self.keys)))
        self._wanted = set(pages)
        if pages:
            self.post_message(self.PagesWanted(self.generation, pages))
