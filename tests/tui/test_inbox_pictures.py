"""Pictures of the inbox and of jotting down."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.store.database import Database
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


def scene(*keys: str) -> Scene:
    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    return show


SCENES = {
    "inbox": scene("4", "j"),
    "jot": scene("c", *"Ring Baku"),
    "edit": scene("4", "j", "e"),
    "work_up": scene("4", "enter"),
}


@SIZES
@pytest.mark.parametrize("name", SCENES)
def test_picture(
    snap_compare: Compare, make_app: MakeApp, name: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=SCENES[name])


@SIZES
def test_picture_of_an_empty_inbox(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(database), terminal_size=size, run_before=scene("4"))


def test_picture_in_the_light_theme(snap_compare: Compare, make_app: MakeApp) -> None:
    app = make_app(theme="light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=SCENES["inbox"])


def test_picture_without_colour(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=SCENES["inbox"])
