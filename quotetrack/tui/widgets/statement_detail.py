"""The pane that shows everything about one statement; it scrolls by itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import StatementRecord
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

if TYPE_CHECKING:
    from quotetrack.tui.widgets.statement_document import Paragraph

READABLE = 100
"""Lines are wrapped at this many cells, however wide the pane."""


class StatementDetail(LinePane, can_focus=True):
    """One statement: the wording in its context, the facts, the after-life, links, sources."""

    HELP: ClassVar[str] = (
        "Statement\n\n"
        "Who said it and in what role at the time; the wording in its context, with the quote "
        "itself marked; when it was said, as printed and as meant, and on what basis that is "
        "known; what became of it, in order of time; its links with other statements in both "
        "directions; its sources, and whether the wording was found in them.\n\n"
        "j and k scroll, g and G go to the ends, Escape returns to the list."
    )

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
        self.record: StatementRecord | None = None
        self._tones = Tones(self)
        self._lines: list[tuple[int, Text]] = []
        self._strips: dict[int, Strip] = {}
        self._drawn_for: tuple[int, str] | None = None

    def show(self, record: StatementRecord | None) -> None:
        """Show another statement from its top, or the same one afresh where it was."""
        same = (
            self.record is not None and record is not None and self.record.row.id == record.row.id
        )
        self.record = record
        self.border_subtitle = short_identifier(record.row.id) if record else ""
        self._drawn_for = None
        self._lay_out()
        if not same and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the window, drawn when it first comes into view."""
        self._lay_out()
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.ground)
        strip = self._strips.get(number)
        if strip is None:
            indent, text = self._lines[number]
            line = Text(" " * (indent + 1), end="") + text
            strip = Strip(line.render(self.app.console)).adjust_cell_length(width)
            strip = strip.apply_style(self.ground)
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
        if self._drawn_for == (width, self.app.theme) or width <= 0:
            return
        self._drawn_for = (width, self.app.theme)
        self._strips.clear()
        self._lines = []
        if self.record is not None:
            from quotetrack.tui.widgets.statement_document import StatementDocument

            room = min(width - 2, READABLE)
            for paragraph in StatementDocument(self.record, self._tones).paragraphs():
                self._lines.extend(self._wrap(paragraph, room))
        self.virtual_size = Size(width, len(self._lines))

    def _wrap(self, paragraph: "Paragraph", width: int) -> Iterator[tuple[int, Text]]:
        """The lines of a paragraph, and how far each is indented."""
        room = max(width - paragraph.rest, 10)
        text = paragraph.text
        if paragraph.first > paragraph.rest:
            text = Text(" " * (paragraph.first - paragraph.rest)) + text
        # Most are one line, and to look where a text may be broken costs more than all the rest.
        fits = text.cell_len <= room
        for number, line in enumerate([text] if fits else text.wrap(self.app.console, room)):
            line.end = ""
            line.rstrip()
            yield (paragraph.rest if number else min(paragraph.first, paragraph.rest)), line
