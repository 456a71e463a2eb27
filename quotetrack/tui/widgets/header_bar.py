"""The first line of every screen: the database, what it holds, and the screens to go to."""

from typing import TYPE_CHECKING, NamedTuple, cast

from rich.text import Text
from textual import events
from textual.widget import Widget

from quotetrack.actions.key_names import key_name
from quotetrack.domain.text import clean_line
from quotetrack.tui.modes import MODES
from quotetrack.tui.widgets.cells import cut
from quotetrack.tui.widgets.tones import Tones

if TYPE_CHECKING:
    from quotetrack.tui.app import QuotetrackApp


class Counts(NamedTuple):
    """What the database holds, as the header says it.

    Attributes:
        statements: "58", "1000+" or "" while unknown.
        speakers: the same for speakers.
        undecided: contradictions that wait for a decision.
        jotted: lines that wait in the inbox.
    """

    statements: str = ""
    speakers: str = ""
    undecided: int = 0
    jotted: int = 0

    def beside(self, mode: str) -> str:
        """What the header says beside the name of a screen."""
        if mode == "contradictions" and self.undecided:
            return f" ⚑{self.undecided}"
        if mode == "inbox" and self.jotted:
            return f" ○{self.jotted}"
        return ""


class HeaderBar(Widget):
    """One line; a click on a screen's name goes there, one on the name before opens the palette."""

    DEFAULT_CSS = "HeaderBar { dock: top; height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self._tones = Tones(self)
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the app's counts."""
        self.watch(self.app, "counts", self._counts_changed, init=False)

    def _counts_changed(self) -> None:
        self.refresh()

    def render(self) -> Text:
        """The line; first the figures go, then the program's name and the room between."""
        host = cast("QuotetrackApp", self.app)
        tones = self._tones
        counts = host.counts
        width = self.size.width
        name = clean_line(host.database_name)
        line = Text(" quotetrack ", style=tones["heading"], no_wrap=True, end="")
        tabs = self._tabs("  ")
        if line.cell_len + len(name) + tabs.cell_len > width:
            line = Text(" ", no_wrap=True, end="")
            tabs = self._tabs("")
        numbers = ""
        if counts.statements:
            numbers = f"{counts.statements} statements · {counts.speakers} speakers "
        room = width - line.cell_len - tabs.cell_len - len(numbers) - 2
        if room < len(name):
            room += len(numbers)
            numbers = ""
        line.append(f"{cut(name, max(room, 4))} ")
        offset = line.cell_len
        self._places = [(start + offset, end + offset, mode) for start, end, mode in self._places]
        line.append_text(tabs)
        line.append(" " * max(0, width - line.cell_len - len(numbers)))
        line.append(numbers, tones["quiet"])
        return line

    def _tabs(self, gap: str) -> Text:
        """The screens to go to, and where each stands; the one in view is in brackets."""
        host = cast("QuotetrackApp", self.app)
        self._places.clear()
        tabs = Text(end="")
        for mode in MODES:
            key = key_name(host.own_keys.get(mode.name, mode.key).partition(",")[0])
            label = f"{key} {mode.title}{host.counts.beside(mode.name)}"
            current = mode.name == host.current_mode
            tabs.append(gap)
            start = tabs.cell_len
            tabs.append(
                f"[{label}]" if current else f" {label} ",
                self._tones["strong" if current else "quiet"],
            )
            self._places.append((start, tabs.cell_len, mode.name))
        return tabs

    async def on_click(self, event: events.Click) -> None:
        """Go to the screen whose name was clicked; before the first, open the palette."""
        if self._places and event.x < self._places[0][0]:
            self.app.action_command_palette()
        for start, end, mode in self._places:
            if start <= event.x < end:
                await self.app.run_action(mode)
