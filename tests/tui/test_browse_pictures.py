"""Pictures of Browse over the sample: small and large, dark, light and without colour."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.store.database import Database
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle

SMALL = (80, 24)
LARGE = (140, 40)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


async def start(pilot: Pilot[Any]) -> None:
    await settle(pilot)


async def volkov(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "speaker:volkov")
    await press(pilot, "escape", "enter")


async def denied(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "status:denied")
    await press(pilot, "escape")


async def speakers(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "s", "a")


async def no_results(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "volkov")


async def query_error(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await search(pilot, "road status:denyed")


async def pane_help(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "question_mark")


@SIZES
@pytest.mark.parametrize(
    "scene", [start, volkov, denied, speakers, no_results, query_error, pane_help]
)
def test_picture(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)


@SIZES
def test_picture_of_an_empty_database(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(database), terminal_size=size, run_before=start)


@SIZES
def test_picture_of_an_unreadable_database(
    snap_compare: Compare,
    make_app: MakeApp,
    sample: Database,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The message names the path, which is another in every run.
    monkeypatch.chdir(sample.path.parent)
    sample.file = sample.path.name

    async def broken(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        sample.path.write_bytes(b"no database at all" * 300)
        await search(pilot, "road")

    app = make_app()
    assert snap_compare(app, terminal_size=size, run_before=broken)


@SIZES
@pytest.mark.parametrize("scene", [start, volkov])
def test_picture_in_the_light_theme(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(theme="light"), terminal_size=size, run_before=scene)


@SIZES
@pytest.mark.parametrize("scene", [start, denied])
def test_picture_without_colour(
    snap_compare: Compare,
    make_app: MakeApp,
    scene: Scene,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)
