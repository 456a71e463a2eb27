"""Pictures of searching: offers, a mistake, facets, going to a date, searches run again."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import MakeApp
from tests.tui.driving import press, search, settle

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
# What is offered comes after a pause in typing, so each of these waits for what the one before did.
SCENES = {
    "fields": (["slash", *"s"],),
    "values": (["slash", *"status:"], ["down", "down"]),
    "names": (["slash", *"speaker:ca"],),
    "mistake": (["slash", *"speeker:volkov"],),
    "facets": (["f"], ["down", "enter"], ["f"]),
    "date": (["colon"], [*"March 2023"]),
    "searches": (["slash", *"status:denied"], ["enter"], ["plus"], [*"denials", "ctrl+s"], ["F"]),
    "no-searches": (["F"],),
    "save": (["plus"], [*"denials"]),
    "words": (["slash", *"season tickets"], ["escape"]),
    "help": (["slash"], ["f1"]),
}


def scene(name: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for keys in SCENES[name]:
            await press(pilot, *keys)

    return show


Compare = Callable[..., bool]


@SIZES
@pytest.mark.parametrize("name", SCENES)
def test_picture_of_searching(
    snap_compare: Compare, make_app: MakeApp, name: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene(name))


@pytest.mark.parametrize("theme", ["paper", "terminal"])
def test_picture_in_other_themes(snap_compare: Compare, make_app: MakeApp, theme: str) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await search(pilot, "status:denied checkp")
        await press(pilot, "escape", "f")

    assert snap_compare(make_app(theme=theme), terminal_size=(80, 24), run_before=show)


def test_picture_without_colour(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=scene("values"))
