"""The themes of quotetrack: one set of roles, filled with the colours of several hands."""

from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool = True,
    ansi: bool = False,
    high: bool = False,
    ground: str,
    surface: str,
    panel: str,
    ink: str,
    quiet: str,
    primary: str,
    secondary: str,
    accent: str,
    warning: str,
    error: str,
    success: str,
    mark: tuple[str, str],
    cursor: tuple[str, str],
    selection: str,
    line: tuple[str, str],
) -> Theme:
    """A theme, its lesser colours derived.

    Args:
        ansi: in the terminal's own colours.
        high: nothing is faint, not even what stands in an empty field.
        mark: ink and ground of the words that were searched for.
        cursor: ground of the line under the cursor, in the focused pane and elsewhere.
        line: frames and scrollbars at rest, and scrollbars under the mouse.
    """
    typed = accent if dark else primary
    own = {"ansi-background": ground, "ansi-foreground": ink} if ansi else {}
    if high:
        own["text-disabled"] = quiet
    return Theme(
        name=f"quotetrack-{name}",
        dark=dark,
        ansi=ansi,
        primary=primary,
        secondary=secondary,
        accent=accent,
        warning=warning,
        error=error,
        success=success,
        foreground=ink,
        background=ground,
        surface=surface,
        panel=panel,
        variables=own
        | {
            "border": primary,
            "border-blurred": line[0],
            "quiet": quiet,
            "mark-foreground": mark[0],
            "mark-background": mark[1],
            "cursor-focused": cursor[0],
            "cursor-blurred": cursor[1],
            "input-cursor-background": typed,
            "input-cursor-foreground": ground,
            "input-selection-background": selection,
            "scrollbar": line[0],
            "scrollbar-hover": line[1],
            "scrollbar-active": primary,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
        },
    )


DARK = _theme(
    "dark",
    ground="#12151b",
    surface="#171b22",
    panel="#232a35",
    ink="#dfe3ea",
    quiet="#98a4b6",
    primary="#7fb0dc",
    secondary="#9fb2c8",
    accent="#e6c07b",
    warning="#e0a35c",
    error="#ee8a80",
    success="#93c796",
    mark=("#f7dfa8", "#3d3420"),
    cursor=("#22384f", "#242c38"),
    selection="#3a5878",
    line=("#333c4a", "#465368"),
)

LIGHT = _theme(
    "light",
    dark=False,
    ground="#faf8f3",
    surface="#f3f0e8",
    panel="#e6e1d5",
    ink="#20262e",
    quiet="#56606b",
    primary="#1d5c96",
    secondary="#4d6178",
    accent="#825300",
    warning="#8f4e00",
    error="#ab2a20",
    success="#256b38",
    mark=("#3d2b00", "#fbe7b0"),
    cursor=("#cfe1f2", "#e9e5da"),
    selection="#cfe1f2",
    line=("#cdc6b6", "#b3ab98"),
)

CONTRAST = _theme(
    "contrast",
    high=True,
    ground="#000000",
    surface="#000000",
    panel="#1f1f1f",
    ink="#ffffff",
    quiet="#d2d2d2",
    primary="#8fd0ff",
    secondary="#d5dcff",
    accent="#ffe066",
    warning="#ffc277",
    error="#ffbcb4",
    success="#9df09d",
    mark=("#000000", "#ffe066"),
    cursor=("#00335f", "#2b2b2b"),
    selection="#003f7a",
    line=("#9a9a9a", "#ffffff"),
)

CONTRAST_LIGHT = _theme(
    "contrast-light",
    high=True,
    dark=False,
    ground="#ffffff",
    surface="#ffffff",
    panel="#ededed",
    ink="#000000",
    quiet="#3a3a3a",
    primary="#00397a",
    secondary="#2f3b52",
    accent="#5c3600",
    warning="#663000",
    error="#8a0000",
    success="#004a12",
    mark=("#000000", "#ffe066"),
    cursor=("#cfe5ff", "#e2e2e2"),
    selection="#b5d6ff",
    line=("#6b6b6b", "#000000"),
)

PAPER = _theme(
    "paper",
    dark=False,
    ground="#f5ebd7",
    surface="#efe2c8",
    panel="#e4d4b4",
    ink="#3a2d1f",
    quiet="#695744",
    primary="#8c3a1c",
    secondary="#5e5140",
    accent="#745000",
    warning="#84480c",
    error="#9c2318",
    success="#3b5d22",
    mark=("#3a2d1f", "#f2cf78"),
    cursor=("#e8cfa0", "#ebdcbd"),
    selection="#e0c48c",
    line=("#cdb78e", "#b39a6d"),
)

NIGHT = _theme(
    "night",
    ground="#0c1222",
    surface="#111a2e",
    panel="#1a2540",
    ink="#d6e0f2",
    quiet="#94a4c4",
    primary="#7cc7ff",
    secondary="#a7b8dc",
    accent="#c9a7ff",
    warning="#f5bf85",
    error="#ff93a8",
    success="#83dfc0",
    mark=("#eadfff", "#3b2f66"),
    cursor=("#203559", "#1c2744"),
    selection="#35508a",
    line=("#2b3a5e", "#415583"),
)

FOREST = _theme(
    "forest",
    ground="#101713",
    surface="#151e18",
    panel="#1f2c24",
    ink="#dce5d8",
    quiet="#9bae9d",
    primary="#9fd18b",
    secondary="#a9bca9",
    accent="#e3c37a",
    warning="#e3a566",
    error="#ee9082",
    success="#86d3b0",
    mark=("#f5e3ad", "#453a1c"),
    cursor=("#24402e", "#223026"),
    selection="#3c614a",
    line=("#33453a", "#4a6353"),
)

TERMINAL = _theme(
    "terminal",
    ansi=True,
    ground="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    ink="ansi_default",
    quiet="ansi_cyan",
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_magenta",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    mark=("ansi_black", "ansi_yellow"),
    cursor=("ansi_default", "ansi_default"),
    selection="ansi_blue",
    line=("ansi_bright_black", "ansi_cyan"),
)
"""In the sixteen colours of the terminal's own palette; a cursor is drawn in reverse."""

THEMES = {
    "dark": DARK,
    "light": LIGHT,
    "night": NIGHT,
    "forest": FOREST,
    "paper": PAPER,
    "contrast": CONTRAST,
    "contrast-light": CONTRAST_LIGHT,
    "terminal": TERMINAL,
}
"""The names a config file may give, and their themes."""

DESCRIPTIONS = {
    "dark": "lamp light, the default",
    "light": "ink on white paper",
    "night": "deep blue, for late hours",
    "forest": "green shade, soft on the eyes",
    "paper": "warm, like an old newspaper",
    "contrast": "the highest contrast, on black",
    "contrast-light": "the highest contrast, on white",
    "terminal": "the colours of your terminal",
}
"""What the picker says of each."""

THEMES_BY_NAME = {theme.name: theme for theme in THEMES.values()}
"""The same by the names under which Textual knows them."""

NAMES = {theme.name: name for name, theme in THEMES.items()}
"""The short name of each."""
