"""The pane of what narrows a search: statuses, speakers, outlets and years with their counts."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.cells import fit
from quotetrack.tui.widgets.entry import Entry
from quotetrack.tui.widgets.glyphs import Sign
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

CHOSEN = "✓"
"""Stands before a value that the search has been narrowed to."""


class Kind(StrEnum):
    """What a line is; the cursor stands on the first three."""

    EVERYTHING = "everything"
    VALUE = "value"
    MORE = "more"
    HEADING = "heading"
    ASIDE = "aside"


class FacetLine(NamedTuple):
    """One line of the pane.

    Attributes:
        many: how many statements have the value.
        facet: "status", "speaker", "outlet" or "year".
        term: what narrows a search to the value.
        chosen: the search has been narrowed to it.
        sign: of a status.
        speaker: the id of a speaker.
    """

    kind: Kind
    label: str
    many: str = ""
    facet: str = ""
    term: str = ""
    chosen: bool = False
    sign: Sign | None = None
    speaker: int | None = None


class FacetLines(LinePane, can_focus=True):
    """The lines, with a cursor that passes over headings."""

    cursor: reactive[int] = reactive(0, repaint=False)

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("facet_down", "down,j", "move(1)", "Next"),
        movement("facet_up", "up,k", "move(-1)", "Previous"),
        movement("facet_page_down", "pagedown,ctrl+d", "move(10)", "Page down"),
        movement("facet_page_up", "pageup,ctrl+u", "move(-10)", "Page up"),
        movement("facet_next", "right", "section(1)", "Next heading"),
        movement("facet_previous", "left", "section(-1)", "Previous heading"),
        movement("facet_first", "home,g", "move(-1000000)", "First"),
        movement("facet_last", "end,G", "move(1000000)", "Last"),
        movement("facet_choose", "enter,space", "choose", "Choose", show=True),
    ]

    class Chosen(Message):
        """The search is to be narrowed to the value of a line, or to be widened again."""

        def __init__(self, line: FacetLine, *, filtered: bool) -> None:
            super().__init__()
            self.line = line
            self.filtered = filtered

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[FacetLine] = ()
        self._tones = Tones(self)

    @property
    def line_here(self) -> FacetLine | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    def show(self, lines: Sequence[FacetLine], *, keep_cursor: bool) -> None:
        """Show other lines; a filtered list starts with the cursor on its first hit."""
        stood_on = self.line_here
        self.lines = lines
        self.cursor = self._first
        if keep_cursor and stood_on is not None:
            same = (stood_on.kind, stood_on.label)
            places = (at for at, line in enumerate(lines) if (line.kind, line.label) == same)
            self.cursor = next(places, 0)
        self._resize_content()
        self.refresh()

    @property
    def _first(self) -> int:
        return next((at for at in self._stops if self.lines[at].kind is Kind.VALUE), 0)

    @property
    def _stops(self) -> list[int]:
        kinds = (Kind.EVERYTHING, Kind.VALUE, Kind.MORE)
        return [at for at, line in enumerate(self.lines) if line.kind in kinds]

    def render_line(self, y: int) -> Strip:
        """A value on the left, its count on the right."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self.lines):
            return Strip.blank(width, self.ground)
        line = self.lines[index]
        here = index == self.cursor
        tones, plain = self._tones, Style()
        before, ink = "  ", tones["quiet"]
        if line.kind is Kind.HEADING:
            before, ink = "", tones["heading"]
        elif line.kind is Kind.VALUE:
            ink = plain
            if line.chosen:
                before, ink = f"{CHOSEN} ", tones["strong"]
            elif line.sign is not None:
                before = f"{line.sign.glyph or ' '} "
        room = width - 3 - cell_len(before) - cell_len(line.many)
        strip = Strip(
            [
                Segment("▌" if here else " ", tones["accent" if self.has_focus else "quiet"]),
                Segment(before, tones["accent"] if line.chosen else _ink(line, tones)),
                Segment(fit(clean_line(line.label), room) + " ", ink),
                Segment(line.many + " ", tones["quiet"]),
            ]
        ).adjust_cell_length(width, plain)
        if here:
            strip = strip.apply_style(
                tones["cursor-focused" if self.has_focus else "cursor-blurred"]
            )
        return strip.apply_style(self.ground)

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the cursor in view."""
        self.refresh_line(before)
        self.refresh_line(now)
        window = self.scrollable_content_region.height
        top = self.cursor - 1 if self.cursor else 0
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif window and self.cursor >= self.scroll_offset.y + window:
            self.scroll_to(y=self.cursor - window + 1, animate=False, immediate=True)

    def on_resize(self) -> None:
        """The width of the lines follows the pane."""
        self._resize_content()

    def on_focus(self) -> None:
        """The cursor is drawn stronger."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn weaker."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the value of the line."""
        index = event.y - self.gutter.top + self.scroll_offset.y
        if index in self._stops:
            self.cursor = index
            self.action_choose()

    def action_move(self, lines: int) -> None:
        """Move the cursor by some lines, over headings."""
        stops = self._stops
        if stops:
            beyond = [at for at in stops if (at - self.cursor) * lines > 0]
            near = [at for at in beyond if abs(at - self.cursor) <= abs(lines)]
            if near:
                self.cursor = near[-1] if lines > 0 else near[0]
            elif beyond:
                self.cursor = beyond[0] if lines > 0 else beyond[-1]

    def action_section(self, step: int) -> None:
        """Move the cursor to the first value beneath the next heading, or the one before."""
        firsts = [at for at in self._stops if at == 0 or self.lines[at - 1].kind is Kind.HEADING]
        beyond = [at for at in firsts if (at - self.cursor) * step > 0]
        if beyond:
            self.cursor = beyond[0] if step > 0 else beyond[-1]

    def action_choose(self) -> None:
        """Narrow the search to the value under the cursor, or widen it again."""
        if self.line_here is not None:
            self.post_message(self.Chosen(self.line_here, filtered=False))

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))


def _ink(line: FacetLine, tones: Tones) -> Style:
    return tones.of(line.sign) if line.sign is not None else tones["quiet"]


class FacetList(Vertical):
    """The pane: a line that filters it, and the values beneath."""

    HELP: ClassVar[str] = (
        "Narrow by\n\n"
        "Status, speakers, outlets and years, each with how many statements it has: of the whole "
        "database, or of what the search finds, up to the newest thousand. Enter narrows the "
        "search to the value under the cursor and marks it ✓; once more widens it again, and the "
        "first line takes all of it off. ← and → go from heading to heading.\n\n"
        "s is for typing: part of a name in any spelling or script finds the speaker, or the "
        "outlet. ↑ and ↓ move through the list meanwhile. Escape empties the filter, and then "
        "goes back to the statements."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("facet_filter_down", "down", "move(1)", "Next"),
        movement("facet_filter_up", "up", "move(-1)", "Previous"),
        movement("facet_leave", "escape", "leave", "Back", show=True),
    ]

    class Filtered(Message):
        """Other values are asked for."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user is done with the pane."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = FacetLines(id="facet-lines")
        self._asked = False
        self._choose_first = False
        self._filter = Entry(placeholder="part of a name", compact=True, id="facet-filter")

    @property
    def filled(self) -> bool:
        """Whether the pane has been in view."""
        return self.lines.is_attached

    async def fill(self) -> None:
        """Mount the filter and the lines, which the first paint need not wait for."""
        if not self.lines.is_attached:
            await self.mount(self._filter, self.lines)

    @property
    def filter_text(self) -> str:
        """What the list is filtered by."""
        return self._filter.value

    def forget_filter(self) -> None:
        """Show all values again."""
        self._filter.value = ""

    def take_focus(self) -> None:
        """Let the user filter and choose."""
        self._filter.focus()

    def take_focus_of_lines(self) -> None:
        """Let the user choose."""
        self.lines.focus()

    def show(self, lines: Sequence[FacetLine], counted: str) -> None:
        """Show these lines; `counted` says among what."""
        self.lines.show(lines, keep_cursor=not self.filter_text)
        self.border_subtitle = counted
        self._asked = False
        if self._choose_first:
            self._choose_first = False
            self._choose()

    @on(Input.Changed)
    def _filter_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._asked = True
        self.post_message(self.Filtered(event.value))

    @on(Input.Submitted)
    def _filter_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asked:
            # Typed faster than read: choose once the list is there.
            self._choose_first = True
        else:
            self._choose()

    def _choose(self) -> None:
        # Posted from here: a message that a parent has its child send goes no further than it.
        if self.lines.line_here is not None:
            self.post_message(FacetLines.Chosen(self.lines.line_here, filtered=True))

    def action_move(self, lines: int) -> None:
        """Move through the list without leaving the filter."""
        self.lines.action_move(lines)

    def action_leave(self) -> None:
        """Empty the filter; when it is empty, leave."""
        entry = self._filter
        if entry.value:
            entry.value = ""
        else:
            self.post_message(self.Left())
