"""The last line of every screen: the keys of what has the focus, as many as fit."""

from rich.text import Text
from textual import events
from textual.screen import Screen
from textual.widget import Widget

from quotetrack.actions.registry import BY_NAME
from quotetrack.tui.widgets.tones import Tones

LAST = ("help_while_typing", "help")
"""What keeps its place at the end."""


class KeyBar(Widget):
    """One line of keys; a click presses one."""

    DEFAULT_CSS = "KeyBar { dock: bottom; height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self._tones = Tones(self)
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Text:
        """As many keys as fit; help keeps its place at the end."""
        items: list[tuple[int, str, str, str]] = []
        last: tuple[str, str, str] | None = None
        seen: set[str] = set()
        focused = self.screen.focused
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.action in seen:
                continue
            display = self.app.get_key_display(binding)
            if focused is not None and focused.check_consume_key(
                binding.key, display if len(display) == 1 else None
            ):
                continue
            seen.add(binding.action)
            item = (binding.key, display, binding.description)
            if binding.id in LAST:
                last = item
            else:
                items.append((_rank(binding.id), *item))
        items.sort(key=lambda item: item[0])
        width = self.size.width
        reserved = len(last[1]) + len(last[2]) + 3 if last else 0
        line = Text(" ", no_wrap=True, end="")
        self._places.clear()
        for _, key, display, title in items:
            if line.cell_len + len(display) + len(title) + 3 > width - reserved:
                break
            self._add(line, key, display, title)
            line.append("  ")
        if last:
            line.append(" " * (width - line.cell_len - reserved + 1))
            self._add(line, *last)
        return line

    def _add(self, line: Text, key: str, display: str, title: str) -> None:
        start = line.cell_len
        line.append(display, self._tones["accent"] + self._tones["strong"])
        line.append(f" {title}", self._tones["quiet"])
        self._places.append((start, line.cell_len, key))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)


def _rank(identifier: str | None) -> int:
    """The place of a key; keys of a pane of its own, which no registry knows, come first."""
    action = BY_NAME.get(identifier or "")
    return action.rank if action is not None and action.rank is not None else 0
