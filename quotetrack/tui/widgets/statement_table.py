"""The table of statements: each on one line or two, with marks for what is done to several."""

from array import array
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from quotetrack.domain.records import StatementRow
from quotetrack.tui.bindings import movement
from quotetrack.tui.marks import Marks
from quotetrack.tui.widgets.row_pages import KEPT_PAGES as KEPT_PAGES
from quotetrack.tui.widgets.row_pages import PAGE as PAGE
from quotetrack.tui.widgets.row_table import RowTable
from quotetrack.tui.widgets.statement_line import StatementLines

STRETCH = 8
"""Rows whose statements are read at once, when the cursor comes among them."""

NARROW = 72
"""Below this width a row takes two lines: who and what became of it, then the wording."""


class StatementTable(RowTable):
    """Statements in the order of the search."""

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
        movement("table_mark_down", "shift+down,J", "mark_on(1)", "Mark on, downwards"),
        movement("table_mark_up", "shift+up,K", "mark_on(-1)", "Mark on, upwards"),
    ]

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
        self._lines = StatementLines(self.tones)

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

    def show_words(self, spans_in: Callable[[str], list[tuple[int, int]]]) -> None:
        """Mark the words of another search, in the hits that are shown next."""
        self._lines.spans_in = spans_in

    def looks_of(self, row: StatementRow) -> object:
        """Whether the row is marked."""
        return row.id in self.marks

    @property
    def rows_near_cursor(self) -> list[StatementRow]:
        """The rows of the stretch that the cursor is in, as far as they have been read."""
        first = self.cursor // STRETCH * STRETCH
        rows = (self.row_at(index) for index in range(first, first + STRETCH))
        return [row for row in rows if row is not None]

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click opens it, ctrl marks it, shift up to it."""
        index = self.index_at(event.y - self.gutter.top + self.scroll_offset.y)
        if not 0 <= index < len(self.keys):
            return
        if event.shift:
            self._mark_range(self.cursor, index)
        self.go_to(index)
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
        self.go_to(self.cursor + rows)
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

    def go_to(self, index: int) -> None:
        """Put the cursor on a row; marking on begins anew there."""
        self._anchor = None
        super().go_to(index)
