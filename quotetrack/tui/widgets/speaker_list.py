"""The list of speakers with the number of their statements, and the line that filters it."""

from collections.abc import Sequence
from typing import ClassVar

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

from quotetrack.domain.records import SpeakerSummary
from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.cells import fit
from quotetrack.tui.widgets.entry import Entry
from quotetrack.tui.widgets.line_pane import LinePane
from quotetrack.tui.widgets.tones import Tones

EVERYONE = "Everyone"


class SpeakerLines(LinePane, can_focus=True):
    """One line for everyone, then one for each speaker."""

    cursor: reactive[int] = reactive(0, repaint=False)

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("speaker_down", "down,j", "move(1)", "Next"),
        movement("speaker_up", "up,k", "move(-1)", "Previous"),
        movement("speaker_page_down", "pagedown,ctrl+d", "move(10)", "Page down"),
        movement("speaker_page_up", "pageup,ctrl+u", "move(-10)", "Page up"),
        movement("speaker_first", "home,g", "move(-1000000)", "First"),
        movement("speaker_last", "end,G", "move(1000000)", "Last"),
        movement("speaker_choose", "enter,space", "choose", "Choose", show=True),
    ]

    class Chosen(Message):
        """The search is to be narrowed to this speaker, or widened to everyone."""

        def __init__(self, speaker: SpeakerSummary | None) -> None:
            super().__init__()
            self.speaker = speaker

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.speakers: Sequence[SpeakerSummary] = ()
        self._tones = Tones(self)

    @property
    def speaker(self) -> SpeakerSummary | None:
        """The speaker under the cursor; None on the line for everyone."""
        index = self.cursor - 1
        return self.speakers[index] if 0 <= index < len(self.speakers) else None

    def show(self, speakers: Sequence[SpeakerSummary], *, keep_cursor: bool) -> None:
        """Show other speakers; a filtered list starts with the cursor on its first hit."""
        stood_on = self.speaker.id if self.speaker is not None else None
        self.speakers = speakers
        places = {speaker.id: index + 1 for index, speaker in enumerate(speakers)}
        otherwise = 0 if keep_cursor else min(1, len(speakers))
        self.cursor = places.get(stood_on, otherwise) if stood_on and keep_cursor else otherwise
        self._resize_content()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Name on the left, count on the right."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self.ground
        if index > len(self.speakers):
            return Strip.blank(width, base)
        tones = self._tones
        plain = Style()
        if index == 0:
            name, count = EVERYONE, ""
        else:
            speaker = self.speakers[index - 1]
            name, count = clean_line(speaker.name), str(speaker.statement_count)
        here = index == self.cursor
        edge = "▌" if here else " "
        room = width - 3 - len(count)
        strip = Strip(
            [
                Segment(edge, tones["accent" if self.has_focus else "quiet"]),
                Segment(fit(name, room) + " ", tones["quiet"] if index == 0 else plain),
                Segment(count + " ", tones["quiet"]),
            ]
        )
        strip = strip.adjust_cell_length(width, plain)
        if here:
            strip = strip.apply_style(
                tones["cursor-focused" if self.has_focus else "cursor-blurred"]
            )
        return strip.apply_style(base)

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the cursor in view."""
        self.refresh_line(before)
        self.refresh_line(now)
        window = self.scrollable_content_region.height
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
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
        """Choose the speaker of the line."""
        index = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= index <= len(self.speakers):
            self.cursor = index
            self.action_choose()

    def action_move(self, lines: int) -> None:
        """Move the cursor by some lines."""
        self.cursor = max(0, min(self.cursor + lines, len(self.speakers)))

    def action_choose(self) -> None:
        """Narrow the search to the speaker under the cursor."""
        self.post_message(self.Chosen(self.speaker))

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.speakers) + 1)


class SpeakerList(Vertical):
    """The pane of speakers: a filter, and the list beneath it."""

    HELP: ClassVar[str] = (
        "Speakers\n\n"
        "Everyone with recorded statements, the most quoted first. Type to filter by the start "
        "of any word of any spelling; ↑ and ↓ move through the list, Enter narrows the search to "
        "that speaker, and to everyone again from the first line. Escape empties the filter, and "
        "then goes back to the statements."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("speaker_filter_down", "down", "move(1)", "Next"),
        movement("speaker_filter_up", "up", "move(-1)", "Previous"),
        movement("speaker_leave", "escape", "leave", "Back", show=True),
    ]

    class Filtered(Message):
        """Other speakers are asked for."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user is done with the pane."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = SpeakerLines(id="speaker-lines")
        self._asked = False
        self._choose_first = False
        self._filter = Entry(placeholder="filter names", compact=True, id="speaker-filter")

    async def fill(self) -> None:
        """Mount the filter and the lines, which the first paint need not wait for."""
        if not self.lines.is_attached:
            await self.mount(self._filter, self.lines)

    @property
    def filter_text(self) -> str:
        """What the list is filtered by."""
        return self._filter.value

    def take_focus(self) -> None:
        """Let the user filter and choose."""
        self._filter.focus()

    def show(self, speakers: Sequence[SpeakerSummary], *, more: bool) -> None:
        """Show these speakers; `more` says that the list goes on."""
        self.lines.show(speakers, keep_cursor=not self.filter_text)
        self.border_subtitle = f"{len(speakers)}{'+' if more else ''}"
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
        self.post_message(SpeakerLines.Chosen(self.lines.speaker))

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
