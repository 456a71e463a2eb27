"""Pictures of the Speaker screen and its dialogs: small and large, dark, light, without colour."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.actions.speakers import add_speaker
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle
from tests.tui.test_speaker_screen import many

SMALL = (80, 24)
LARGE = (140, 40)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


async def brockhurst(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:brockhurst")
    await press(pilot, "escape", "i")


async def facts(pilot: Pilot[Any]) -> None:
    await brockhurst(pilot)
    await press(pilot, "shift+tab")


async def statement(pilot: Pilot[Any]) -> None:
    await brockhurst(pilot)
    await press(pilot, "j", "enter")


async def figueira(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:mateus")
    await press(pilot, "escape", "i")


async def merge_offer(pilot: Pilot[Any]) -> None:
    await figueira(pilot)
    await press(pilot, "M")


async def merge(pilot: Pilot[Any]) -> None:
    await merge_offer(pilot)
    await press(pilot, "enter")


async def roles(pilot: Pilot[Any]) -> None:
    await brockhurst(pilot)
    await press(pilot, "R", "enter")


async def edit(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape", "i", "E")


async def split(pilot: Pilot[Any]) -> None:
    await brockhurst(pilot)
    await press(pilot, "x", "D")


@SIZES
@pytest.mark.parametrize(
    "scene", [brockhurst, facts, statement, merge_offer, merge, edit, roles, split]
)
def test_picture(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)


@SIZES
def test_picture_of_a_speaker_without_statements(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    assert snap_compare(make_app(database), terminal_size=size, run_before=opening(speaker))


@SIZES
def test_picture_of_a_speaker_who_is_not_there(
    snap_compare: Compare, make_app: MakeApp, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=opening(1))


@SIZES
def test_picture_of_statements_outside_every_role(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    speaker = many(database, 40)
    assert snap_compare(make_app(database), terminal_size=size, run_before=opening(speaker))


@SIZES
@pytest.mark.parametrize("scene", [brockhurst, merge])
def test_picture_in_the_light_theme(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(theme="light"), terminal_size=size, run_before=scene)


@SIZES
@pytest.mark.parametrize("scene", [brockhurst, merge])
def test_picture_without_colour(
    snap_compare: Compare,
    make_app: MakeApp,
    scene: Scene,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)


def opening(speaker: int) -> Scene:
    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, QuotetrackApp)
        pilot.app.doors.speaker(speaker)
        await settle(pilot)

    return run
