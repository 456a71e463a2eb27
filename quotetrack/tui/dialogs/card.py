"""The base of what is only read: a titled panel that scrolls, and closes with Escape."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Click
from textual.screen import ModalScreen

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_text
from quotetrack.tui.dialogs.explanation import explain


class CardDialog(ModalScreen[None]):
    """A panel over the screen; a subclass gives `HEADING`, `HELP` and `compose_card`."""

    HEADING: str = ""
    HELP: ClassVar[str] = ""

    DEFAULT_CSS = """
    CardDialog {
        align: center middle;
        & #panel {
            width: 78; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $border; padding: 0 1;
            border-title-color: $primary; border-title-style: bold;
            border-subtitle-color: $quiet;
        }
        &.-wide #panel { width: 100; }
        & #card { height: auto; max-height: 80vh; padding: 0 1; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", id="dialog.close"),
        Binding("f1", "explain", "Help", id="dialog.help"),
        Binding("j", "roll(1)", "Down", show=False),
        Binding("k", "roll(-1)", "Up", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - Textual types it so

    def compose(self) -> ComposeResult:
        """The titled panel, with what it shows inside."""
        with Vertical(id="panel") as panel:
            panel.border_title = self.HEADING
            panel.border_subtitle = self.keys()
            with VerticalScroll(id="card"):
                yield from self.compose_card()

    def compose_card(self) -> ComposeResult:
        """What the panel shows."""
        raise NotImplementedError

    def keys(self) -> str:
        """The keys, for the lower border."""
        return "esc close · f1 help"

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if not self.query_one("#panel").region.contains(*event.screen_offset):
            self.action_close()

    def action_close(self) -> None:
        """Go back to what lies beneath."""
        self.dismiss(None)

    def action_explain(self) -> None:
        """Say what is shown here."""
        explain(self, self.HEADING)

    def action_roll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#card", VerticalScroll).scroll_relative(y=lines, animate=False)

    def show_problem(self, problem: QuotetrackError) -> None:
        """Say what went wrong."""
        self.notify(
            clean_text(str(problem), 500), title=problem.title, severity="error", markup=False
        )
