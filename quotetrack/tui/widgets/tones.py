"""The styles in which a pane draws its own lines, named by meaning and taken from the theme."""

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from quotetrack.tui.widgets.glyphs import Sign

_TONES = {
    "default": (None, None, ""),
    "strong": (None, None, "bold"),
    "quiet": ("quiet", None, ""),
    "heading": ("primary", None, "bold"),
    "underline": (None, None, "underline"),
    "mark": ("mark-foreground", "mark-background", "bold"),
    "found": ("accent", None, "bold"),
    "accent": ("accent", None, ""),
    "error": ("error", None, ""),
    "warning": ("warning", None, ""),
    "success": ("success", None, ""),
    "secondary": ("secondary", None, ""),
    "primary": ("primary", None, ""),
    "selection": (None, "input-selection-background", ""),
    "cursor-focused": (None, "cursor-focused", ""),
    "cursor-blurred": (None, "cursor-blurred", ""),
}
"""Tone -> theme variable of the ink, theme variable of the ground, attributes."""

_WITHOUT_A_GROUND = {"cursor-focused": " reverse", "cursor-blurred": " underline"}
"""How a cursor is drawn where the theme leaves the ground to the terminal."""


class Tones:
    """Looks up the styles of one widget, each once until the theme changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._variables: dict[str, str] = {}
        self._styles: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        """The style of a tone; ink and ground only where the tone has its own."""
        # Not by the theme's name: for a moment the app has a new theme and the inks of the old one.
        variables = self._widget.app.theme_variables
        if variables is not self._variables:
            self._variables = variables
            self._styles.clear()
        style = self._styles.get(name)
        if style is None:
            ink, ground, attributes = _TONES[name]
            if ground and variables[ground] == "ansi_default":
                attributes += _WITHOUT_A_GROUND[ground]
            style = Style.parse(attributes) + Style.from_color(
                Color.parse(variables[ink]).rich_color if ink else None,
                Color.parse(variables[ground]).rich_color if ground else None,
            )
            self._styles[name] = style
        return style

    def of(self, sign: Sign) -> Style:
        """The style of a glyph and its word."""
        return self[sign.tone]
