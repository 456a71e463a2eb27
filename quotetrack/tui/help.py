"""The help screen: what the focused pane is for, and every key that works there."""

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

GLOSSARY = (
    "⊘ denied: having said it, its substance, or not said which   ✗ retracted   ✎ corrected   "
    "≈ clarified   ↩ walked back   » superseded   ✓ reaffirmed   ≠ disputed by another   "
    "⚑ contradiction"
)

Keys = list[tuple[str, str, str]]


def help_of(screen: Screen[object]) -> tuple[str, Keys]:
    """The help text of the focused pane, or of the screen, and the keys: shown, title, help."""
    text = "quotetrack"
    node: DOMNode | None = screen.focused or screen
    while node is not None:
        own = getattr(node, "HELP", None)
        if isinstance(own, str) and own:
            text = own
            break
        node = node.parent
    together: dict[tuple[str, str], list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.description and binding.id and not binding.system:
            keys = together.setdefault((binding.description, binding.tooltip), [])
            shown = screen.app.get_key_display(binding)
            if shown not in keys:
                keys.append(shown)
    keys_of = [(" ".join(keys), title, tip) for (title, tip), keys in together.items()]
    return text, sorted(keys_of, key=lambda item: not item[2])


class HelpScreen(ModalScreen[None]):
    """Closes with Escape, or the key that opened it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen VerticalScroll {
        width: 84; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
        background: $surface; border: round $border; border-title-color: $primary;
        border-title-style: bold; border-subtitle-color: $quiet; scrollbar-size-vertical: 1;
    }
    HelpScreen Static { height: auto; background: $surface; margin-bottom: 1; }
    HelpScreen .-quiet { color: $quiet; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "close", "Close", id="help_close"),
        Binding("down,j", "scroll(1)", "Down", show=False, id="help_down"),
        Binding("up,k", "scroll(-1)", "Up", show=False, id="help_up"),
    ]

    def __init__(self, text: str, keys: Keys) -> None:
        super().__init__()
        self._title, _, self._text = text.partition("\n")
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Text, keys, glossary."""
        with VerticalScroll() as panel:
            panel.border_title = f"Help: {self._title}"
            panel.border_subtitle = "Escape closes"
            yield Static(self._text.strip(), markup=False)
            yield Static(self._table(), id="help-keys")
            yield Static(GLOSSARY, markup=False, classes="-quiet")

    def action_close(self) -> None:
        """Back to the pane."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column()
        variables = self.app.theme_variables
        for keys, title, tip in self._keys:
            table.add_row(
                Text(keys, f"bold {variables['accent']}"),
                Text(title),
                Text(tip, variables["quiet"]),
            )
        return table
