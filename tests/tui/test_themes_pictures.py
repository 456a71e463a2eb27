"""Pictures of Browse in every theme, and of the picker of themes."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.tui.themes import THEMES
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle

Compare = Callable[..., bool]


async def volkov(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape")


async def picker(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "T", "down", "down")


@pytest.mark.parametrize("theme", THEMES)
def test_picture_of_browse_in_each_theme(
    snap_compare: Compare, make_app: MakeApp, theme: str
) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=(80, 24), run_before=volkov)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
@pytest.mark.parametrize("theme", ["dark", "paper", "terminal"])
def test_picture_of_the_picker(
    snap_compare: Compare, make_app: MakeApp, theme: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=picker)


def test_picture_of_the_picker_without_colour(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=picker)
