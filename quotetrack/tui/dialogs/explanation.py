"""Opens the help screen over a dialog, where a question mark would be typed."""

from typing import Any

from textual.screen import Screen


def explain(dialog: Screen[Any], heading: str) -> None:
    """Say what the dialog is for, and every key that works in it."""
    from quotetrack.tui.help import HelpScreen, help_of

    text, keys = help_of(dialog)
    dialog.app.push_screen(HelpScreen(f"{heading}\n{text}", keys))
