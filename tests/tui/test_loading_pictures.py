"""Pictures of every screen while what it shows is still being read."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.tui.reading import BackgroundReading
from tests.tui.conftest import MakeApp
from tests.tui.driving import settle

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])

WAYS = {
    "browse": "",
    "contradictions": "2",
    "articles": "3",
    "inbox": "4",
    "history": "5",
    "speaker": "i",
    "article": "A",
}
"""Screen -> the key that goes there from Browse."""


@SIZES
@pytest.mark.parametrize("name", WAYS)
def test_picture(
    snap_compare: Callable[..., bool],
    make_app: MakeApp,
    name: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def hold() -> None:
        """From now on no result arrives."""
        monkeypatch.setattr(BackgroundReading, "_deliver", lambda *_: None)

    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        hold()
        if WAYS[name]:
            await pilot.press(WAYS[name])
        await settle(pilot)

    if not WAYS[name]:
        hold()
    assert snap_compare(make_app(), terminal_size=size, run_before=show)
