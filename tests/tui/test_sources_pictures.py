"""Pictures of sources: several, a translation beneath its original, and the forms about them."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle
from tests.tui.hosting import pick, type_into

SMALL = (80, 24)
LARGE = (140, 40)

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


async def read_to_the_end(pilot: Pilot[Any], words: str) -> None:
    await settle(pilot)
    await search(pilot, words)
    await press(pilot, "enter", "enter", "G")


async def translation(pilot: Pilot[Any]) -> None:
    await read_to_the_end(pilot, "pedi")


async def several(pilot: Pilot[Any]) -> None:
    await read_to_the_end(pilot, "device hazard")


async def another_source(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "pedi")
    await press(pilot, "enter", "w")
    await pick(pilot, "article", "Courier")
    await type_into(pilot, "wording", "customs checkpoint")


async def passage(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "pedi")
    await press(pilot, "enter", "A", "space", "w")


async def reliance(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "3", "R")


async def edit_source(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "pedi")
    await press(pilot, "enter", "W")
    await press(pilot, "down", "enter")


async def disputed(pilot: Pilot[Any]) -> None:
    await edit_source(pilot)
    pilot.app.screen.query_one("#attribution Answers").focus()
    await press(pilot, "right")
    pilot.app.screen.query_one("#basis Answers").focus()
    await press(pilot, "right", "ctrl+s")
    await press(pilot, "enter")
    await press(pilot, "G")


async def remove_source(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "pedi")
    await press(pilot, "enter", "minus", "down")


SCENES = pytest.mark.parametrize(
    "scene",
    [
        *(translation, several, another_source, passage, reliance),
        *(edit_source, disputed, remove_source),
    ],
    ids=lambda each: each.__name__,
)


@SCENES
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])
def test_picture_of_sources(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)


@pytest.mark.parametrize(
    "scene", [translation, several, edit_source], ids=lambda each: each.__name__
)
def test_picture_of_sources_light(snap_compare: Compare, make_app: MakeApp, scene: Scene) -> None:
    assert snap_compare(make_app(theme="light"), terminal_size=SMALL, run_before=scene)


@pytest.mark.parametrize(
    "scene", [translation, several, edit_source], ids=lambda each: each.__name__
)
def test_picture_of_sources_without_colours(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, scene: Scene
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=SMALL, run_before=scene)
