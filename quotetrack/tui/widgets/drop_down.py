"""A light list beneath a line that is typed in: ways to go on, drawn by lines."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.tones import Tones

MOST_LINES = 8
_BETWEEN = 2


class Choice(NamedTuple):
    """A line of the list: what is offered, and in quieter letters what it means."""

    label: str
    detail: str


class DropDown(Widget):
    """Lies over what is beneath, takes no focus, and is as high as it has lines.

    Attributes:
        choices: what is offered.
        cursor: which line is chosen; None until one goes into the list.
    """

    DEFAULT_CSS = """
    DropDown {
        display: none; position: absolute; layer: above; width: 40; height: 1;
        background: $panel; color: $foreground;
    }
    DropDown.-open { display: block; }
    """
    can_focus = False

    class Taken(Message):
        """A line was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices: Sequence[Choice] = ()
        self.cursor: int | None = None
        self._tones = Tones(self)
        self._first = 0

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return bool(self.choices)

    def open_at(self, x: int, y: int, choices: Sequence[Choice]) -> None:
        """Show a list with its corner at a place of the screen; an empty one is not shown."""
        if choices == self.choices and self.cursor is None:
            return
        self.choices = choices
        self.cursor = None
        self._first = 0
        if choices:
            room = self.screen.size
            labels = max(cell_len(choice.label) for choice in choices)
            details = max(cell_len(choice.detail) for choice in choices)
            width = min(labels + details + _BETWEEN + 3, room.width - 2)
            self.styles.width = width
            self.styles.height = min(len(choices), MOST_LINES, room.height - y - 1)
            self.styles.offset = (max(0, min(x, room.width - width - 1)), y)
        self.set_class(bool(choices), "-open")
        self.refresh()

    def close(self) -> None:
        """Take the list off the screen."""
        if self.choices:
            self.choices = ()
            self.cursor = None
            self.remove_class("-open")

    def move(self, step: int) -> None:
        """Go to the next line or the one before; above the first none is chosen."""
        there = -1 if self.cursor is None else self.cursor
        there = min(there + step, len(self.choices) - 1)
        self.cursor = there if there >= 0 else None
        height = self.size.height or 1
        if self.cursor is not None:
            self._first = min(max(self._first, self.cursor - height + 1), self.cursor)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The label, and beside it what it means."""
        width = self.size.width
        index = self._first + y
        ground = self.visual_style.rich_style
        if index >= len(self.choices):
            return Strip.blank(width, ground)
        choice = self.choices[index]
        here = index == self.cursor
        labels = max(cell_len(each.label) for each in self.choices)
        room = min(labels, width - 3)
        detail = cut(choice.detail, width - room - _BETWEEN - 3)
        strip = Strip(
            [
                Segment("▌" if here else " ", self._tones["accent"]),
                Segment(fit(choice.label, room), self._tones["strong" if here else "default"]),
                Segment(" " * _BETWEEN, None),
                Segment(detail, self._tones["quiet"]),
            ]
        ).adjust_cell_length(width)
        if here:
            strip = strip.apply_style(self._tones["cursor-focused"])
        return strip.apply_style(ground)

    def on_click(self, event: events.Click) -> None:
        """Take the line."""
        event.stop()
        index = self._first + event.y
        if index < len(self.choices):
            self.post_message(self.Taken(index))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show further lines."""
        event.stop()
        self._scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show earlier lines."""
        event.stop()
        self._scroll(-1)

    def _scroll(self, lines: int) -> None:
        self._first = max(0, min(self._first + lines, len(self.choices) - self.size.height))
        self.refresh()
