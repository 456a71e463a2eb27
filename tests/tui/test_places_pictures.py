"""Pictures of saving a place and of the saved places."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
SCENES = {
    "save": ("m",),
    "places": ("m", "ctrl+s", "j", "m", "ctrl+s", "apostrophe"),
    "none": ("apostrophe",),
}

Compare = Callable[..., bool]


@SIZES
@pytest.mark.parametrize("name", SCENES)
def test_picture_of_places(
    snap_compare: Compare, make_app: MakeApp, name: str, size: tuple[int, int]
) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, *SCENES[name])

    assert snap_compare(make_app(), terminal_size=size, run_before=show)
