"""The two themes of quotetrack: ink on paper, and lamp light."""

from textual.theme import Theme

DARK = Theme(
    name="quotetrack-dark",
    dark=True,
    primary="#7fb0dc",
    secondary="#9fb2c8",
    accent="#e6c07b",
    warning="#e0a35c",
    error="#ee8a80",
    success="#93c796",
    foreground="#dfe3ea",
    background="#12151b",
    surface="#171b22",
    panel="#232a35",
    variables={
        "border": "#7fb0dc",
        "border-blurred": "#333c4a",
        "quiet": "#8f9bad",
        "mark-background": "#3d3420",
        "mark-foreground": "#f7dfa8",
        "cursor-focused": "#2b4560",
        "cursor-blurred": "#242c38",
        "input-cursor-background": "#e6c07b",
        "input-cursor-foreground": "#12151b",
        "input-selection-background": "#3a5878",
        "scrollbar": "#333c4a",
        "scrollbar-hover": "#465368",
        "scrollbar-active": "#7fb0dc",
        "scrollbar-background": "#12151b",
        "scrollbar-background-hover": "#12151b",
        "scrollbar-background-active": "#12151b",
        "scrollbar-corner-color": "#12151b",
    },
)

LIGHT = Theme(
    name="quotetrack-light",
    dark=False,
    primary="#1d5c96",
    secondary="#4d6178",
    accent="#8a5a00",
    warning="#8f4e00",
    error="#ab2a20",
    success="#256b38",
    foreground="#20262e",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e6e1d5",
    variables={
        "border": "#1d5c96",
        "border-blurred": "#cdc6b6",
        "quiet": "#5f6873",
        "mark-background": "#fbe7b0",
        "mark-foreground": "#3d2b00",
        "cursor-focused": "#cfe1f2",
        "cursor-blurred": "#e9e5da",
        "input-cursor-background": "#1d5c96",
        "input-cursor-foreground": "#faf8f3",
        "input-selection-background": "#cfe1f2",
        "scrollbar": "#cdc6b6",
        "scrollbar-hover": "#b3ab98",
        "scrollbar-active": "#1d5c96",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
    },
)

THEMES = {"dark": DARK, "light": LIGHT}
"""The names a config file may give, and their themes."""

THEMES_BY_NAME = {theme.name: theme for theme in THEMES.values()}
"""The same by the names under which Textual knows them."""
