"""Pictures of the first-run screen."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quotetrack.configuration import Configuration
from quotetrack.domain.errors import NotFound
from quotetrack.tui.first_run import FirstRunApp
from tests.tui.hosting import press, settle

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]

OWN = Path("/home/dana/.local/share/quotetrack/quotetrack.db")


def refuse(path: Path, make: bool) -> None:
    raise NotFound(f"There is no database at {path}. Check the name of the file.")


async def still(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    pilot.app.screen.query_one(Input).cursor_blink = False


async def start(pilot: Pilot[Any]) -> None:
    await still(pilot)


async def own(pilot: Pilot[Any]) -> None:
    await still(pilot)
    await press(pilot, "2")


async def refused(pilot: Pilot[Any]) -> None:
    await still(pilot)
    await press(pilot, "3", *"desk.db", "enter")


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
@pytest.mark.parametrize("scene", [start, own, refused])
def test_picture_of_the_first_run(
    snap_compare: Compare, scene: Scene, size: tuple[int, int]
) -> None:
    app = FirstRunApp(OWN, Configuration(), refuse)
    assert snap_compare(app, terminal_size=size, run_before=scene)


def test_picture_of_the_first_run_in_the_light_theme(snap_compare: Compare) -> None:
    app = FirstRunApp(OWN, Configuration(theme="light"), refuse)
    assert snap_compare(app, terminal_size=(80, 24), run_before=own)


def test_picture_of_the_first_run_without_colour(
    snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = FirstRunApp(OWN, Configuration(), refuse)
    assert snap_compare(app, terminal_size=(80, 24), run_before=own)
