"""The picker of themes: each is shown on the whole screen as the cursor comes to it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quotetrack.tui.dialogs.explanation import explain
from quotetrack.tui.themes import DESCRIPTIONS, NAMES, THEMES


class ThemePicker(ModalScreen[str]):
    """Gives back the short name of the theme chosen; Escape brings back the one before."""

    HELP: ClassVar[str] = (
        "Up and down try a theme on, Enter keeps it, Escape brings back the one before. What is "
        "kept is remembered, unless the configuration names a theme: that one begins each time."
    )
    DEFAULT_CSS = """
    ThemePicker {
        align: right middle;
        & #panel {
            width: 52; max-width: 100%; height: auto; margin: 0 2;
            background: $surface; border: round $border; padding: 0 1;
            border-title-color: $primary; border-title-style: bold;
            border-subtitle-color: $quiet;
        }
        & OptionList { height: auto; max-height: 100%; border: none; padding: 0;
                       background: $surface; }
        & OptionList:focus { background-tint: initial; }
        & OptionList:focus > .option-list--option-highlighted {
            background: $cursor-focused; color: $foreground; text-style: bold;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "give_up", "Back", id="dialog.close"),
        Binding("f1", "explain", "Help", id="dialog.help"),
        Binding("j", "move('down')", "Next", show=False, id="themes.down"),
        Binding("k", "move('up')", "Previous", show=False, id="themes.up"),
    ]

    def __init__(self, current: str) -> None:
        super().__init__()
        self._before = current

    def compose(self) -> ComposeResult:
        """One line a theme."""
        with Vertical(id="panel") as panel:
            panel.border_title = "Theme"
            panel.border_subtitle = "enter keep · esc back · f1 help"
            names = list(THEMES)
            lines = OptionList(*(Option(_line(name), id=name) for name in names), compact=True)
            lines.highlighted = names.index(NAMES[self._before])
            yield lines

    @on(OptionList.OptionHighlighted)
    def _try_on(self, event: OptionList.OptionHighlighted) -> None:
        if event.option.id:
            self.app.theme = THEMES[event.option.id].name

    @on(OptionList.OptionSelected)
    def _keep(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_move(self, direction: str) -> None:
        """Try on the next or the previous one."""
        lines = self.query_one(OptionList)
        (lines.action_cursor_down if direction == "down" else lines.action_cursor_up)()

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if not self.query_one("#panel").region.contains(*event.screen_offset):
            self.action_give_up()

    def action_give_up(self) -> None:
        """Bring back the theme before."""
        self.app.theme = self._before
        self.dismiss(None)

    def action_explain(self) -> None:
        """Say what is done here."""
        explain(self, "Theme")


def _line(name: str) -> Content:
    return Content.assemble(f"{name:<16}", (DESCRIPTIONS[name], "$quiet"))
