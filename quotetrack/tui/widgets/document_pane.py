"""DocumentPane: a pane of paragraphs, wrapped to a readable width, that scrolls by itself."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

READABLE = 100
"""Lines are wrapped at this many cells, however wide the pane."""


class Paragraph(NamedTuple):
    """Text to be wrapped, and how far its first and its further lines are indented."""

    text: Text
    first: int = 0
    rest: int = 0


class DocumentPane(LinePane, can_focus=True):
    """A subclass says in `paragraphs` what stands in it, or in `wrapped` how it is set."""

    readable: ClassVar[int] = READABLE

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("detail_down", "down,j", "move(1)", "Down"),
        movement("detail_up", "up,k", "move(-1)", "Up"),
        movement("detail_page_down", "pagedown,ctrl+d,space", "page(1)", "Page down"),
        movement("detail_page_up", "pageup,ctrl+u", "page(-1)", "Page up"),
        movement("detail_first", "home,g", "move(-1000000)", "Top"),
        movement("detail_last", "end,G", "move(1000000)", "Bottom"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tones = Tones(self)
        self._lines: list[tuple[int, Text]] = []
        self._strips: dict[int, Strip] = {}
        self._drawn_for: tuple[int, dict[str, str]] | None = None

    def paragraphs(self) -> Iterable[Paragraph]:
        """What stands in the pane, from the top."""
        return ()

    def draw_again(self, *, from_top: bool) -> None:
        """Show what the paragraphs are now, from the top or where the pane was."""
        self._drawn_for = None
        self._lay_out()
        if from_top and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, wrapped to the width they have by now."""
        self._lay_out()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the window, drawn when it first comes into view."""
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(self.line_width, self.ground)
        strip = self._strips.get(number)
        if strip is None:
            indent, text = self._lines[number]
            text.rstrip()
            # Rich draws a text of one style plain, unless the style is a span of it.
            line = Text(" " * indent, end="").append_text(text)
            strip = self.line(line.render(self.app.console))
            self._strips[number] = strip
        return strip

    def notify_style_update(self) -> None:
        """Colours have changed: draw anew."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def action_move(self, lines: int) -> None:
        """Scroll by some lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scroll by a windowful."""
        self.action_move(pages * max(1, self.scrollable_content_region.height - 2))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        drawn_for = (width, self.app.theme_variables)
        if self._drawn_for == drawn_for or width <= 0:
            return
        self._drawn_for = drawn_for
        self._strips.clear()
        self._lines = list(self.wrapped(min(width - 2, self.readable)))
        self.virtual_size = Size(width, len(self._lines))

    def wrapped(self, room: int) -> Iterator[tuple[int, Text]]:
        """The lines of all that stands in the pane, and how far from its edge each begins."""
        for paragraph in self.paragraphs():
            yield from self.wrap(paragraph, room)

    def wrap(self, paragraph: Paragraph, width: int) -> Iterator[tuple[int, Text]]:
        """The lines of a paragraph, and how far from the pane's edge each begins."""
        room = max(width - paragraph.rest, 10)
        text = paragraph.text
        if paragraph.first > paragraph.rest:
            text = Text(" " * (paragraph.first - paragraph.rest)) + text
        # Most are one line, and to look where a text may be broken costs more than all the rest.
        lines = (text,) if text.cell_len <= room else text.wrap(self.app.console, room)
        for number, line in enumerate(lines):
            line.end = ""
            yield 1 + (paragraph.rest if number else min(paragraph.first, paragraph.rest)), line
