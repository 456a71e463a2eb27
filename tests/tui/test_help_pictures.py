"""Pictures of the help, of what it finds, and of the palette with its keys."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


async def on_contradictions(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "2", "question_mark")


async def further_down(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "question_mark", "space")


async def finding(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "question_mark", "slash", *"speaker")


async def palette(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "ctrl+p", *"sta")


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
@pytest.mark.parametrize("scene", [on_contradictions, further_down, finding, palette])
def test_picture_of_help(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)


def test_picture_of_help_in_the_light_theme(snap_compare: Compare, make_app: MakeApp) -> None:
    app = make_app(theme="light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=further_down)


def test_picture_of_help_without_colour(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=further_down)
