"""The list of articles: lines drawn as they are seen, pages read as the cursor nears the end."""

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

from quotetrack.domain.article_records import ArticleRow
from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.empty import Line, draw
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

PAGE = 100
"""Articles read at once."""

NEAR = 40
"""So many lines before the end the next page is asked for."""

_DAY = 11
_OUTLET = 22
_COUNT = 5
_PLAIN = Style()


class ArticleList(LinePane, can_focus=True):
    """Day of publication, outlet, title, and how many statements were recorded from it."""

    HELP: ClassVar[str] = (
        "Articles\n\n"
        "Every stored article, the one published last first: when it was published, by whom, its "
        "title, and how many statements have been recorded from it. / filters by words of the "
        "title, outlet or address. Enter opens the text with its quotes; a stores another "
        "article; E changes what is known of the one under the cursor."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        movement("articles_down", "down,j", "move(1)", "Next"),
        movement("articles_up", "up,k", "move(-1)", "Previous"),
        movement("articles_page_down", "pagedown,ctrl+d,space", "page(1)", "Page down"),
        movement("articles_page_up", "pageup,ctrl+u", "page(-1)", "Page up"),
        movement("articles_first", "home,g", "move(-1000000000)", "First"),
        movement("articles_last", "end,G", "move(1000000000)", "Last of those read"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    class MoreWanted(Message):
        """The cursor nears the end of what has been read."""

    class Opened(Message):
        """The line was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[ArticleRow] = []
        self.complete = True
        self._asked = False
        self._tones = Tones(self)
        self._message: Sequence[Line] = ()

    @property
    def row(self) -> ArticleRow | None:
        """The article under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: Sequence[ArticleRow], message: Sequence[Line], *, complete: bool) -> None:
        """Show other articles, the cursor staying on its article; `message` stands for none."""
        here = None if self.row is None else self.row.id
        self.rows = list(rows)
        self.complete = complete
        self._message = message
        self._asked = False
        places = {row.id: place for place, row in enumerate(self.rows)}
        self._resize_content()
        self.cursor = places.get(here, 0) if here is not None else 0
        self._scroll_to_cursor()
        self.refresh()
        self._want_more()

    def extend(self, rows: Sequence[ArticleRow], *, complete: bool) -> None:
        """The page that was asked for."""
        self.rows.extend(rows)
        self.complete = complete
        self._asked = False
        self._resize_content()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        if not self.rows:
            lines = draw(self._message, width, self._tones) if self._message else []
            strip = lines[y] if y < len(lines) else Strip([])
            return strip.adjust_cell_length(width).apply_style(self.ground)
        place = y + self.scroll_offset.y
        if place >= len(self.rows):
            return Strip.blank(width, self.ground)
        here = place == self.cursor
        strip = self._draw(self.rows[place], width, here).adjust_cell_length(width, _PLAIN)
        if here:
            ground = "cursor-focused" if self.has_focus else "cursor-blurred"
            strip = strip.apply_style(self._tones[ground])
        return strip.apply_style(self.ground)

    def watch_cursor(self) -> None:
        """Show the cursor in its new place."""
        self._scroll_to_cursor()
        self.refresh()
        self._want_more()

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

    def _draw(self, row: ArticleRow, width: int, here: bool) -> Strip:
        tones = self._tones
        outlet = min(_OUTLET, max(10, width // 5))
        room = width - 1 - _DAY - 2 - outlet - 2 - _COUNT - 1
        day = stored_day(row.published)
        title = clean_line(row.title or row.url or f"untitled {row.kind.value}")
        count = f"{row.statements:,}" if row.statements else "–"
        return Strip(
            [
                Segment("▌" if here else " ", tones["accent" if self.has_focus else "quiet"]),
                Segment(f"{day:>{_DAY}}  ", tones["quiet"]),
                Segment(fit(clean_line(row.outlet or row.kind.value), outlet) + "  "),
                Segment(fit(title, room), tones["strong"]),
                Segment(f"{cut(count, _COUNT):>{_COUNT}} ", tones["quiet"]),
            ]
        )

    def _want_more(self) -> None:
        if not self.complete and not self._asked and self.cursor + NEAR >= len(self.rows):
            self._asked = True
            self.post_message(self.MoreWanted())

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows))

    def _scroll_to_cursor(self) -> None:
        window = self.scrollable_content_region.height
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif window and self.cursor >= self.scroll_offset.y + window:
            self.scroll_to(y=self.cursor - window + 1, animate=False, immediate=True)
