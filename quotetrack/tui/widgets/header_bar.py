"""The first line of every screen: the database, what it holds, and the screens to go to."""

from typing import TYPE_CHECKING, NamedTuple, cast

from rich.text import Text
from textual import events
from textual.widget import Widget

from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.cells import cut
from quotetrack.tui.widgets.tones import Tones

if TYPE_CHECKING:
    from quotetrack.tui.app import QuotetrackApp

MODES = (("browse", "1", "Browse"), ("contradictions", "2", "Contradictions"))


class Counts(NamedTuple):
    """What the database holds, as the header says it.

    Attributes:
        statements: "58", "1000+" or "" while unknown.
        speakers: the same for speakers.
        undecided: contradictions that wait for a decision.
    """

    statements: str = ""
    speakers: str = ""
    undecided: int = 0


class HeaderBar(Widget):
    """One line; a click on a screen's name goes there."""

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
        """The line, the name of the database cut to what room there is."""
        host = cast("QuotetrackApp", self.app)
        tones = self._tones
        counts = host.counts
        line = Text(" quotetrack ", style=tones["heading"], no_wrap=True, end="")
        self._places.clear()
        tabs = Text(end="")
        for mode, key, title in MODES:
            label = f"{key} {title}"
            if mode == "contradictions" and counts.undecided:
                label += f" ⚑{counts.undecided}"
            current = mode == host.current_mode
            tabs.append("  ")
            start = tabs.cell_len
            tabs.append(
                f"[{label}]" if current else f" {label} ", tones["strong" if current else "quiet"]
            )
            self._places.append((start, tabs.cell_len, mode))
        numbers = ""
        if counts.statements:
            numbers = f"{counts.statements} statements · {counts.speakers} speakers "
        room = self.size.width - line.cell_len - tabs.cell_len - len(numbers) - 2
        if room < len(host.database_name):
            room += len(numbers)
            numbers = ""
        line.append(cut(clean_line(host.database_name), max(room, 4)))
        offset = line.cell_len
        self._places = [(start + offset, end + offset, mode) for start, end, mode in self._places]
        line.append_text(tabs)
        line.append(" " * max(0, self.size.width - line.cell_len - len(numbers)))
        line.append(numbers, tones["quiet"])
        return line

    async def on_click(self, event: events.Click) -> None:
        """Go to the screen whose name was clicked."""
        for start, end, mode in self._places:
            if start <= event.x < end:
                await self.app.run_action(mode)
