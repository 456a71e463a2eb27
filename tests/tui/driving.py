"""Drives the whole app: waits for what keys start, and reads what the panes show."""

from contextlib import suppress
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from quotetrack.tui.app import QuotetrackApp
from quotetrack.tui.screens.browse import BrowseScreen


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until no worker runs and every message they sent has been handled.

    One reading may start the next: statements, then the one under the cursor, then counts.
    """
    for _ in range(5):
        # A reading that waits for a pause in typing is cancelled by the next key.
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    for entry in pilot.app.screen.query(Input):
        entry.cursor_blink = False


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after another, and wait for what they start."""
    await pilot.press(*keys)
    await settle(pilot)


async def search(pilot: Pilot[Any], text: str) -> None:
    """Type a search and stay in its line."""
    await pilot.press("slash")
    browse(pilot).query_one("#search-input", Input).value = text
    await settle(pilot)


def browse(pilot: Pilot[Any]) -> BrowseScreen:
    """The Browse screen."""
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def app_of(pilot: Pilot[Any]) -> QuotetrackApp:
    """The app."""
    assert isinstance(pilot.app, QuotetrackApp)
    return pilot.app


def lines_of(pilot: Pilot[Any]) -> list[str]:
    """What stands on the screen, line by line."""
    screen = pilot.app.screen
    width, height = screen.size
    return [
        "".join(segment.text for segment in strip)[:width]
        for strip in screen._compositor.render_strips()
    ][:height]


def shown(pilot: Pilot[Any]) -> str:
    """What stands on the screen."""
    return "\n".join(lines_of(pilot))
