"""Pictures of the desk's own order: marked rows, and the dialogs of labels, notes and editing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle

SMALL = (80, 24)
LARGE = (140, 40)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


async def marked(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "x", "x", "down", "x", "up")


async def labels(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "x", "x", "number_sign", *"roads", "enter", *"to check", "enter", "ctrl+s")
    await press(pilot, "x", "number_sign", *"budget", "enter", "down", "enter")


async def label_of_one(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape", "number_sign", *"roads")


async def note_on_many(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "x", "x", "x", "N", *"Ask the club for the minutes.")


async def notes(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape", "N", *"Ask Caliber for the tape.", "ctrl+s")
    await press(pilot, "N", *"The denial names no day.", "ctrl+s", "N")
    pilot.app.screen.query_one("#notes").focus()
    await press(pilot, "down", "down", "enter")


async def label_and_note_shown(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape", "N", *"Ask Caliber for the tape.", "ctrl+s")
    await press(pilot, "number_sign", *"to check", "enter", "ctrl+s", "enter", "G")


async def volkov(pilot: Pilot[Any], *keys: str) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape", *keys)


async def edit(pilot: Pilot[Any]) -> None:
    await volkov(pilot, "e")


async def edit_speaker(pilot: Pilot[Any]) -> None:
    await volkov(pilot, "e")
    pilot.app.screen.query_one("#speaker Input", Input).value = "Boris Orlov"
    pilot.app.screen.query_one("#speaker Input", Input).focus()
    await settle(pilot)
    await press(pilot, "enter")


async def remove(pilot: Pilot[Any]) -> None:
    await volkov(pilot, "delete")


async def tag_many(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "x", "x", "x", "d")


SCENES = [
    marked,
    labels,
    label_of_one,
    note_on_many,
    notes,
    label_and_note_shown,
    edit,
    edit_speaker,
    remove,
    tag_many,
]


def steady(fill: Scene) -> Scene:
    """Fill in, and then hold every cursor still."""

    async def run(pilot: Pilot[Any]) -> None:
        await fill(pilot)
        for area in pilot.app.screen.query(TextArea):
            area.cursor_blink = False
        for entry in pilot.app.screen.query(Input):
            entry.cursor_blink = False
        await settle(pilot)

    return run


@SIZES
@pytest.mark.parametrize("scene", SCENES)
def test_picture(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=steady(scene))


@pytest.mark.parametrize("scene", [marked, labels, notes, edit, remove])
def test_picture_in_the_light_theme(snap_compare: Compare, make_app: MakeApp, scene: Scene) -> None:
    app = make_app(theme="light")
    assert snap_compare(app, terminal_size=SMALL, run_before=steady(scene))


@pytest.mark.parametrize("scene", [marked, labels, notes, edit, remove])
def test_picture_without_colour(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=SMALL, run_before=steady(scene))
