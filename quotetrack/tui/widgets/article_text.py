"""The text of an article: quotes marked in it, a cursor to move and a passage to select."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from quotetrack.actions import passages
from quotetrack.actions.wording import Place
from quotetrack.domain.article_records import ArticleQuote
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.article_rows import MARGIN, ArticleRows
from quotetrack.tui.widgets.document_pane import READABLE
from quotetrack.tui.widgets.empty import Line, draw
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.text_layout import TextLayout
from quotetrack.tui.widgets.tones import Tones

AT_ONCE = 50_000
"""A text up to this length is wrapped at once, a longer one in a worker."""

CONTEXT_ROWS = 3
"""Rows that stay in view above a place one jumps to."""


def _moves(name: str, keys: str, method: str, title: str, selecting: str = "") -> list[BindingType]:
    """A movement, and the same with the keys that select on the way."""
    plain: list[BindingType] = [movement(f"text_{name}", keys, f"{method}, False)", title)]
    if selecting:
        shifted = f"{title}, selecting"
        plain.append(movement(f"text_{name}_selecting", selecting, f"{method}, True)", shifted))
    return plain


class ArticleText(LinePane, can_focus=True):
    """Rows wrapped to a readable width; only those in view are drawn."""

    ALLOW_SELECT = False
    HELP: ClassVar[str] = (
        "The text\n\n"
        "The article as it was stored. Quotes that are recorded are underlined, in the colour of "
        "their speaker; the letter in the margin says who it is, the glyph beside it what became "
        "of the statement. [ and ] go from quote to quote; the quote under the cursor is the "
        "statement that the keys for statements mean.\n\n"
        "To record a statement, select its words and press n. { and } select the passages in "
        "quotation marks one by one; Space selects the quotation or sentence under the cursor, "
        "and more with each press. Or move with the arrows, Ctrl for words, ( and ) for "
        "sentences: with Shift, or after v, moving selects. The mouse selects as well: drag, or "
        "click twice. Escape drops the selection."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *_moves("down", "down,j", "move_rows(1", "Down", "shift+down"),
        *_moves("up", "up,k", "move_rows(-1", "Up", "shift+up"),
        *_moves("right", "right", "move_on('character', 1", "Next character", "shift+right"),
        *_moves("left", "left", "move_on('character', -1", "Previous character", "shift+left"),
        *_moves("word_right", "ctrl+right", "move_on('word', 1", "Next word", "ctrl+shift+right"),
        *_moves("word_left", "ctrl+left", "move_on('word', -1", "Previous word", "ctrl+shift+left"),
        *_moves("sentence_on", "right_parenthesis", "move_on('sentence', 1", "Next sentence"),
        *_moves("sentence_back", "left_parenthesis", "move_on('sentence', -1", "Previous sentence"),
        *_moves("row_start", "home", "move_on('row', -1", "Start of the row", "shift+home"),
        *_moves("row_end", "end", "move_on('row', 1", "End of the row", "shift+end"),
        *_moves("page_down", "pagedown,ctrl+d", "move_page(1", "Page down", "shift+pagedown"),
        *_moves("page_up", "pageup,ctrl+u", "move_page(-1", "Page up", "shift+pageup"),
        *_moves("first", "g,ctrl+home", "move_on('text', -1", "Top", "ctrl+shift+home"),
        *_moves("last", "G,ctrl+end", "move_on('text', 1", "Bottom", "ctrl+shift+end"),
        Binding("space", "widen", "Select more", id="text_widen", show=True),
        movement("text_quotation_on", "right_curly_bracket", "quotation(1)", "Next quotation"),
        movement("text_quotation_back", "left_curly_bracket", "quotation(-1)", "Quotation before"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands elsewhere, or something else is selected."""

    @dataclass
    class Wrapped(Message):
        """A worker has wrapped the text."""

        layout: TextLayout

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""
        self.quotes: Sequence[ArticleQuote] = ()
        self.selecting = False
        self._anchor: int | None = None
        self._column: int | None = None
        self._dragging = False
        self._jumped = False
        self._lit: ArticleQuote | None = None
        self._tones = Tones(self)
        self._rows = ArticleRows(self._tones)
        self._message: Sequence[Line] = ()

    # What is shown

    def show(self, text: str, quotes: Sequence[ArticleQuote], cursor: int | None) -> None:
        """Show a text, and go to a place in it; None stays where the cursor is."""
        if text != self.text:
            self.text = text
            self._rows.layout = None
        self.quotes = [quote for quote in quotes if quote.start is not None]
        self._rows.show(quotes)
        if cursor is not None:
            self.jump_to(cursor)
        self._lay_out()
        self.refresh()
        self.post_message(self.Moved())

    def say(self, lines: Sequence[Line]) -> None:
        """Say something in place of a text."""
        self._message = lines
        self.refresh()

    @property
    def quote(self) -> ArticleQuote | None:
        """The quote under the cursor, the shortest of several; else one that is selected."""
        here = [q for q in self.quotes if (q.start or 0) <= self.cursor < (q.end or 0)]
        selected = self.selection
        if not here and selected is not None:
            here = [q for q in self.quotes if selected.start <= (q.start or 0) < selected.end]
        return min(here, key=lambda q: (q.end or 0) - (q.start or 0), default=None)

    @property
    def selection(self) -> Place | None:
        """What is selected, at least one character."""
        if self._anchor is None or self._anchor == self.cursor:
            return None
        return Place(min(self._anchor, self.cursor), max(self._anchor, self.cursor))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the window."""
        width = self.line_width
        row = y + self.scroll_offset.y
        layout = self._rows.layout
        if layout is None or row >= len(layout):
            said = [] if layout is not None else draw(self._message, width, self._tones)
            strip = said[y] if y < len(said) else Strip([])
            return strip.adjust_cell_length(width).apply_style(self.ground)
        cursor = self.cursor if self.has_focus else None
        strip = self._rows.draw(row, cursor, self.selection, self.quote)
        return strip.adjust_cell_length(width).apply_style(self.ground)

    def notify_style_update(self) -> None:
        """Colours have changed: draw anew."""
        super().notify_style_update()
        self._rows.forget()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def _lay_out(self) -> None:
        width = min(self.scrollable_content_region.width - MARGIN - 1, READABLE)
        layout = self._rows.layout
        if width <= 0 or not self.text or (layout is not None and layout.width == width):
            return
        if len(self.text) <= AT_ONCE:
            self._take(TextLayout(self.text, width))
        else:
            work = partial(self._wrap, self.text, width)
            self.run_worker(work, thread=True, exclusive=True, group="wrap")

    def _wrap(self, text: str, width: int) -> None:
        """Runs in a worker."""
        self.post_message(self.Wrapped(TextLayout(text, width)))

    @on(Wrapped)
    def _wrapped(self, event: Wrapped) -> None:
        event.stop()
        if event.layout.text is self.text:
            self._take(event.layout)

    def _take(self, layout: TextLayout) -> None:
        self._rows.layout = layout
        self._message = ()
        self.virtual_size = Size(self.scrollable_content_region.width, len(layout))
        self._jumped = True
        self._scroll_to_cursor()
        self.refresh()

    # Moving

    def watch_cursor(self, before: int, now: int) -> None:
        """Show the cursor in its new place and say where it is."""
        self._scroll_to_cursor()
        layout, quote = self._rows.layout, self.quote
        if layout is None or self._anchor is not None:
            self.refresh()
        else:
            self.refresh_line(layout.row_of(before))
            self.refresh_line(layout.row_of(now))
            if quote is not self._lit:
                self._refresh_quote(layout, self._lit)
                self._refresh_quote(layout, quote)
        self._lit = quote
        self.post_message(self.Moved())

    def _refresh_quote(self, layout: TextLayout, quote: ArticleQuote | None) -> None:
        """Draw the rows of a quote anew, which is lit while the cursor is in it."""
        if quote is not None and quote.start is not None and quote.end is not None:
            first = layout.row_of(quote.start)
            self.refresh_lines(first, layout.row_of(quote.end) - first + 1)

    def jump_to(self, offset: int) -> None:
        """Put the cursor somewhere else, with the rows before it in view."""
        self._anchor, self.selecting, self._column = None, False, None
        self._jumped = True
        self._put(offset)

    def select(self, place: Place) -> None:
        """Select a stretch of the text; the cursor goes to its end."""
        self._anchor, self._column = place.start, None
        self._jumped = True
        self._put(place.end)

    def drop_selection(self) -> None:
        """Select nothing."""
        self._anchor, self.selecting = None, False
        self.refresh()
        self.post_message(self.Moved())

    def start_selecting(self) -> None:
        """From now on moving selects; a second time ends it."""
        if self.selecting:
            self.drop_selection()
            return
        self.selecting = True
        if self._anchor is None:
            self._anchor = self.cursor
        self.post_message(self.Moved())

    def action_move_rows(self, rows: int, select: bool) -> None:
        """Move by some rows, staying in the column."""
        layout = self._rows.layout
        if layout is None:
            return
        column = layout.column_of(self.cursor) if self._column is None else self._column
        row = max(0, min(layout.row_of(self.cursor) + rows, len(layout) - 1))
        self._go(layout.offset_at(row, column), select)
        self._column = column

    def action_move_page(self, pages: int, select: bool) -> None:
        """Move by a windowful."""
        self.action_move_rows(pages * max(1, self.scrollable_content_region.height - 2), select)

    def action_move_on(self, unit: str, step: int, select: bool) -> None:
        """Move to the next or previous character, word or sentence, or an end of row or text."""
        text, here, layout = self.text, self.cursor, self._rows.layout
        if layout is None:
            return
        on = step > 0
        match unit:
            case "character":
                to = here + step
            case "word":
                to = passages.next_word(text, here) if on else passages.previous_word(text, here)
            case "sentence":
                move = passages.next_sentence if on else passages.previous_sentence
                to = move(text, here)
            case "row":
                to = layout.span(layout.row_of(here))[on]
            case _:
                to = len(text) if on else 0
        self._go(to, select)

    def action_widen(self) -> None:
        """Select the quotation or sentence under the cursor; once selected, what is around it."""
        selected = self.selection or Place(self.cursor, self.cursor)
        self.select(passages.widen(self.text, selected))

    def action_quotation(self, step: int) -> None:
        """Select the next or previous passage in quotation marks."""
        selected = self.selection
        here = self.cursor if selected is None else selected.start
        find = passages.next_quotation if step > 0 else passages.previous_quotation
        place = find(self.text, here)
        if place is not None:
            self.select(place)

    def go_to_quote(self, step: int) -> None:
        """Go to the start of the next or previous quote."""
        starts = [quote.start or 0 for quote in self.quotes]
        if step > 0:
            found = next((start for start in starts if start > self.cursor), None)
        else:
            found = next((start for start in reversed(starts) if start < self.cursor), None)
        if found is not None:
            self.jump_to(found)

    def _go(self, offset: int, select: bool) -> None:
        if select or self.selecting:
            if self._anchor is None:
                self._anchor = self.cursor
        elif self._anchor is not None:
            self._anchor = None
            self.refresh()
            self.post_message(self.Moved())
        self._column = None
        self._put(offset)

    def _put(self, offset: int) -> None:
        offset = max(0, min(offset, len(self.text)))
        if offset == self.cursor:
            self._scroll_to_cursor()
            self.refresh()
            self.post_message(self.Moved())
        self.cursor = offset

    def _scroll_to_cursor(self) -> None:
        layout = self._rows.layout
        window = self.scrollable_content_region.height
        if layout is None or not window:
            return
        row = layout.row_of(self.cursor)
        top = self.scroll_offset.y
        first = row
        if self._jumped and self.selection is not None:
            first = layout.row_of(self.selection.start)
        if first < top or row >= top + window:
            near = row if row < top else row - window + 1
            to = max(0, first - CONTEXT_ROWS) if self._jumped else near
            self.scroll_to(y=to, animate=False, immediate=True)
        self._jumped = False

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there; what is dragged over from here is selected."""
        if event.button != 1 or self._rows.layout is None:
            return
        self._dragging = True
        self.capture_mouse()
        self.selecting = False
        self._go(self._offset_of(event), event.shift)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to there."""
        if self._dragging:
            self._go(self._offset_of(event), True)

    def on_mouse_up(self) -> None:
        """The selection stays."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A second click selects the quotation or sentence, a third what is around it."""
        for _ in range(event.chain - 1):
            self.action_widen()

    def _offset_of(self, event: events.MouseEvent) -> int:
        layout = self._rows.layout
        assert layout is not None  # asked before
        row = event.y - self.gutter.top + self.scroll_offset.y
        column = event.x - self.gutter.left - MARGIN
        return layout.offset_at(max(0, min(row, len(layout) - 1)), column)
