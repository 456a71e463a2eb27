"""Pictures of Contradictions: pairs open and decided, either side chosen, refused, and none."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.store.database import Database
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle
from tests.tui.stories import denied_lachin, housing

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


def scene(*keys: str) -> Scene:
    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, "2", *keys)

    return show


def nothing(_: Database) -> None:
    """An empty database."""


def both(database: Database) -> None:
    denied_lachin(database)
    housing(database)


STORIES: dict[str, tuple[Callable[[Database], object], Scene]] = {
    "numbers": (both, scene()),
    "later_side": (both, scene("tab")),
    "founding": (denied_lachin, scene("f")),
    "refused": (denied_lachin, scene("f", "P")),
    "nothing_open": (denied_lachin, scene()),
    "empty": (nothing, scene()),
}


@SIZES
@pytest.mark.parametrize("name", STORIES)
def test_picture(
    snap_compare: Compare,
    make_app: MakeApp,
    database: Database,
    name: str,
    size: tuple[int, int],
) -> None:
    store, show = STORIES[name]
    store(database)
    assert snap_compare(make_app(database), terminal_size=size, run_before=show)


@SIZES
def test_picture_of_many(snap_compare: Compare, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene("f", "j", "j", "right"))


def test_picture_in_the_light_theme(snap_compare: Compare, make_app: MakeApp) -> None:
    app = make_app(theme="light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=scene("j", "tab"))


def test_picture_without_colour(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=scene("j", "tab"))


def test_picture_of_a_database_that_cannot_be_read(
    snap_compare: Compare,
    make_app: MakeApp,
    sample: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The message names the path, which is another in every run.
    monkeypatch.chdir(sample.path.parent)
    sample.file = sample.path.name

    async def broken(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        sample.path.write_bytes(b"no database at all" * 300)
        await press(pilot, "2")

    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=broken)
