"""The base of tables of statements: draws the lines in view, from keys and pages of rows."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from quotetrack.domain.records import StatementRow
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.empty import READING, draw
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.row_pages import PAGE, RowPages
from quotetrack.tui.widgets.tones import Tones

KEPT_STRIPS = 2048


class RowTable(LinePane, can_focus=True):
    """Rows beneath one another, of which one is under the cursor; as light with a million as ten.

    It holds the date keys of all hits and the rows of the pages lately seen. It asks for pages by
    message and shows a placeholder until they arrive.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("table_down", "down,j", "move(1)", "Next"),
        movement("table_up", "up,k", "move(-1)", "Previous"),
        movement("table_page_down", "pagedown,ctrl+d,space", "page(1)", "Page down"),
        movement("table_page_up", "pageup,ctrl+u", "page(-1)", "Page up"),
        movement("table_first", "home,g", "first", "First"),
        movement("table_last", "end,G", "last", "Last"),
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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.hits = RowPages()
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(KEPT_STRIPS)
        self._wanted: set[int] = set()
        self.tones = Tones(self)
        self._message: Callable[[int, Tones], list[Strip]] | None = partial(draw, READING)
        self._shown: int | None = None
        self._at_end = False

    @property
    def keys(self) -> "array[int]":
        """The date keys of the hits, in their order."""
        return self.hits.keys

    @property
    def generation(self) -> int:
        """Which hits are shown; rows asked for of others are dropped."""
        return self.hits.generation

    def top_of(self, index: int) -> int:
        """The line on which a row begins; behind the last row, the number of all lines."""
        raise NotImplementedError

    def index_at(self, line: int) -> int:
        """The row to which a line belongs; behind the last line, the number of rows or more."""
        raise NotImplementedError

    def draw_row(self, row: StatementRow, index: int, part: int, state: int) -> Strip:
        """One line of a row; `state` is 1 under the cursor, 2 where the table has the focus."""
        raise NotImplementedError

    def looks_of(self, row: StatementRow) -> object:
        """What a row's lines depend on besides the row itself."""
        return None

    @property
    def row(self) -> StatementRow | None:
        """The row under the cursor, if there is one and it has been read."""
        return self.row_at(self.cursor)

    def row_at(self, index: int) -> StatementRow | None:
        """The row of this index, if it has been read."""
        return self.hits.row_at(index)

    def show_results(
        self,
        keys: "array[int]",
        first_page: Sequence[StatementRow],
        *,
        keep_cursor: bool,
        complete: bool = True,
    ) -> None:
        """Show other hits.

        Args:
            keys: date keys of the hits, in their order.
            first_page: the rows of the first page.
            keep_cursor: stay on the statement under the cursor, or where it was.
            complete: whether these are all hits; else `extend_results` brings more.
        """
        stood_on = self.row.key if keep_cursor and self.row is not None else None
        position = self.cursor if keep_cursor else 0
        self._take(keys, {0: first_page}, complete=complete)
        if stood_on is not None:
            found = self.hits.index_of(stood_on)
            position = position if found is None else found
        self._stand_at(position)

    def show_again(
        self, keys: "array[int]", pages: Mapping[int, Sequence[StatementRow]], position: int
    ) -> None:
        """Show the hits of the same search after a change: its place in the window stays.

        Args:
            keys: date keys of all hits, in their order.
            pages: the rows of those pages that will be in view.
            position: where the cursor goes, which is where its statement is now.
        """
        above = self.top_of(self.cursor) - self.scroll_offset.y
        self._take(keys, pages, complete=True)
        self.scroll_to(y=self.top_of(position) - above, animate=False, immediate=True)
        self._stand_at(position)

    def _take(
        self, keys: "array[int]", pages: Mapping[int, Sequence[StatementRow]], *, complete: bool
    ) -> None:
        self.hits.replace(keys, pages, complete=complete)
        self._strips.clear()
        self._wanted.clear()
        self._message = None
        self._shown = None
        self._at_end = False
        self._resize_content()

    def _stand_at(self, position: int) -> None:
        """Put the cursor there, where nothing is drawn yet of the hits."""
        at = max(0, min(position, len(self.keys) - 1))
        self.set_reactive(RowTable.cursor, at)
        self._scroll_to_cursor()
        self.refresh()
        self._announce()

    def extend_results(self, keys: "array[int]", *, complete: bool) -> None:
        """Take in more keys, which come behind those that are shown."""
        at_end = self._at_end
        self.hits.extend(keys, complete=complete)
        self._resize_content()
        self.refresh()
        if at_end:
            self.action_last()

    def add_page(self, generation: int, page: int, rows: Sequence[StatementRow]) -> None:
        """Take in rows that were asked for; those of an earlier generation are dropped."""
        if not self.hits.add(generation, page, rows):
            return
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
            lines = self._message(width, self.tones) if self._message else []
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
        cache_key = (index, part, width, state, self.looks_of(row), self.app.theme)
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
        self.go_to(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a windowful."""
        window = self.scrollable_content_region.height
        if pages > 0:
            there = self.index_at(self.top_of(self.cursor) + window) - 1
            self.go_to(max(self.cursor + 1, there))
        else:
            there = self.index_at(max(0, self.top_of(self.cursor + 1) - 1 - window)) + 1
            self.go_to(min(self.cursor - 1, there) if there > 1 else 0)

    def action_first(self) -> None:
        """Go to the first statement."""
        self.go_to(0)

    def action_last(self) -> None:
        """Go to the last statement; while they are still being found, on to it when it is."""
        self.go_to(len(self.keys) - 1)
        self._at_end = not self.hits.complete

    def stand_on(self, key: int) -> bool:
        """Put the cursor on the statement of this date key; whether it is among the hits."""
        index = self.hits.index_of(key)
        self.go_to(self.cursor if index is None else index)
        return index is not None

    def stand_from(self, key: int) -> bool:
        """Put the cursor on the first statement not before this key in the list, else the last."""
        index = self.hits.first_from(key)
        self.go_to(index)
        return index < len(self.keys)

    def go_to(self, index: int) -> None:
        """Put the cursor on a row, or the one nearest to it."""
        self._at_end = False
        if self.keys:
            self.cursor = max(0, min(index, len(self.keys) - 1))

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
        missing = (page for page in seen if not self.hits.has(page))
        pages = tuple(sorted(page for page in missing if page * PAGE < len(self.keys)))
        self._wanted = set(pages)
        if pages:
            self.post_message(self.PagesWanted(self.generation, pages))
