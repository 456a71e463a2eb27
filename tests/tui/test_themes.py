"""Every theme can be read: the contrast of each ink on each ground it is drawn on."""

import pytest
from textual.color import Color
from textual.theme import Theme

from quotetrack.configuration import THEME_NAMES
from quotetrack.tui.themes import CONTRAST, CONTRAST_LIGHT, DARK, DESCRIPTIONS, LIGHT, THEMES
from quotetrack.tui.widgets.tones import Tones
from tests.tui.conftest import MakeApp
from tests.tui.driving import settle

OWN_COLOURS = {name: theme for name, theme in THEMES.items() if not theme.ansi}
HIGH = {CONTRAST.name, CONTRAST_LIGHT.name}

INKS = (
    *("foreground", "quiet", "primary", "secondary", "accent"),
    *("warning", "error", "success"),
)
GROUNDS = ("background", "surface", "panel", "cursor-focused", "cursor-blurred")


def colour(theme: Theme, name: str) -> Color:
    value = theme.variables.get(name) or getattr(theme, name)
    return Color.parse(value)


def brightness(colour: Color) -> float:
    """The relative luminance of WCAG 2."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    darker, brighter = sorted((brightness(one), brightness(other)))
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", OWN_COLOURS)
def test_every_ink_can_be_read_on_every_ground(name: str) -> None:
    theme = THEMES[name]
    least = 7.0 if theme.name in HIGH else 4.5
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [
        ("mark-foreground", "mark-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("foreground", "input-selection-background"),
    ]
    weak = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := contrast(colour(theme, pair[0]), colour(theme, pair[1]))) < least
    }
    assert not weak


@pytest.mark.parametrize("name", ["contrast", "contrast-light"])
def test_body_text_in_high_contrast_is_as_strong_as_can_be(name: str) -> None:
    theme = THEMES[name]
    assert contrast(colour(theme, "foreground"), colour(theme, "background")) == 21.0
    assert contrast(colour(theme, "border-blurred"), colour(theme, "background")) >= 3.0


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_says_what_every_pane_draws_with(name: str) -> None:
    assert set(THEMES[name].variables) >= set(DARK.variables)
    assert DESCRIPTIONS[name]


def test_the_configuration_knows_every_theme() -> None:
    assert tuple(THEMES) == THEME_NAMES


async def test_inks_asked_for_while_the_theme_changes_are_not_kept(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        tones = Tones(pilot.app.screen)
        pilot.app.theme = LIGHT.name
        assert tones["heading"]
        await settle(pilot)
        assert tones["heading"].color == Color.parse(str(LIGHT.primary)).rich_color
