"""The help screen: what the focused pane is for, and every key that works there."""

from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.events import Click
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static

from quotetrack.actions.registry import BY_NAME, EVERYWHERE, STATEMENT
from quotetrack.tui.widgets.entry import Entry

GLOSSARY = (
    "⊘ denied: having said it, its substance, or not said which   ✗ retracted   ✎ corrected   "
    "≈ clarified   ↩ walked back   » superseded   ✓ reaffirmed   ≠ disputed by another   "
    "⚑ contradiction"
)

Keys = list[tuple[str, str, str]]
"""Keys as they are shown, title, and help of what they do."""

HERE, ON_THE_STATEMENT, WHEREVER, MOVING = (
    "Here",
    "On the statement under the cursor",
    "Everywhere",
    "Moving about",
)
"""The parts of the list of keys, in their order."""

Sections = list[tuple[str, Keys]]


def help_of(screen: Screen[object]) -> tuple[str, Sections]:
    """The help text of the focused pane, or of the screen, and the keys that work now."""
    text = "quotetrack"
    node: DOMNode | None = screen.focused or screen
    while node is not None:
        # Help that follows from a table is put together when it is asked for.
        told = getattr(node, "help_text", None)
        own = told() if callable(told) else getattr(node, "HELP", None)
        if isinstance(own, str) and own:
            text = own
            break
        node = node.parent
    together: dict[tuple[str, str, str], list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.description and binding.id and not binding.system:
            what = (_section(binding.id), binding.description, binding.tooltip)
            keys = together.setdefault(what, [])
            shown = screen.app.get_key_display(binding)
            if shown not in keys:
                keys.append(shown)
    sections: dict[str, Keys] = {HERE: [], ON_THE_STATEMENT: [], WHEREVER: [], MOVING: []}
    for (section, title, tip), keys in together.items():
        sections[section].append((" ".join(keys), title, tip))
    return text, [(heading, keys_of) for heading, keys_of in sections.items() if keys_of]


def _section(identifier: str) -> str:
    """Where a key belongs: to this place, to the statement, to every screen, to the pane."""
    action = BY_NAME.get(identifier)
    if action is None:
        return WHEREVER if identifier == "help_while_typing" else MOVING
    if EVERYWHERE in action.scopes:
        return WHEREVER
    return ON_THE_STATEMENT if STATEMENT in action.scopes else HERE


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
    HelpScreen Input { display: none; background: $panel; padding: 0 1; margin-bottom: 1; }
    HelpScreen.-finding Input { display: block; }
    HelpScreen .-away { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,f1", "close", "Close", id="help_close"),
        Binding("slash", "find", "Find", id="help_find"),
        Binding("down,j", "scroll(1)", "Down", show=False, id="help_down"),
        Binding("up,k", "scroll(-1)", "Up", show=False, id="help_up"),
        Binding("pagedown,space,ctrl+d", "page(1)", "Page down", show=False, id="help_page_down"),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="help_page_up"),
    ]

    def __init__(self, text: str, sections: Sections) -> None:
        super().__init__()
        self._title, _, self._text = text.partition("\n")
        self._sections = sections

    def compose(self) -> ComposeResult:
        """Text, keys, glossary."""
        with VerticalScroll() as panel:
            panel.border_title = f"Help: {self._title}"
            panel.border_subtitle = "↑ ↓ more · / find · esc close"
            yield Entry(placeholder="find a key or what it does", compact=True, id="help-find")
            yield Static(self._text.strip(), markup=False, classes="-around")
            yield Static(self._list(self._sections), id="help-keys")
            yield Static(GLOSSARY, markup=False, classes="-quiet -around")

    def on_mount(self) -> None:
        """Read first; a slash finds."""
        self.query_one(VerticalScroll).focus()

    def action_find(self) -> None:
        """Type what is looked for."""
        self.add_class("-finding")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        typed = event.value.strip().casefold()
        found = [
            (heading, [item for item in keys_of if typed in " ".join(item).casefold()])
            for heading, keys_of in self._sections
        ]
        keys = self._list([(heading, keys_of) for heading, keys_of in found if keys_of])
        self.query_one("#help-keys", Static).update(keys)
        self.query(".-around").set_class(bool(typed), "-away")

    @on(Input.Submitted)
    def _read_what_was_found(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if not self.query_one(VerticalScroll).region.contains(*event.screen_offset):
            self.action_close()

    def action_close(self) -> None:
        """Back to the pane."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by what is in view."""
        panel = self.query_one(VerticalScroll)
        panel.scroll_relative(y=pages * max(1, panel.size.height - 2), animate=False)

    def _list(self, sections: Sections) -> Group:
        """Headings with their keys beneath, all in the same columns but for moving about."""
        ink = self.app.theme_variables
        acts = [item for heading, keys_of in sections if heading != MOVING for item in keys_of]
        parts: list[Text | Table] = []
        for heading, keys_of in sections:
            if parts:
                parts.append(Text())
            parts.append(Text(heading, f"bold {ink['primary']}"))
            columns = keys_of if heading == MOVING else acts
            table = Table.grid(padding=(0, 2))
            table.add_column(no_wrap=True, width=max(len(keys) for keys, _, _ in columns))
            table.add_column(no_wrap=True, width=max(len(title) for _, title, _ in columns))
            table.add_column()
            for keys, title, tip in keys_of:
                table.add_row(
                    Text(keys, f"bold {ink['accent']}"), Text(title), Text(tip, ink["quiet"])
                )
            parts.append(table)
        return Group(*parts)
