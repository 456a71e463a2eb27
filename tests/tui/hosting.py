"""A small app that hosts one dialog or screen over a real database, and what tests ask of it."""

import sqlite3
from collections.abc import Callable
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from quotetrack.domain.errors import QuotetrackError
from quotetrack.store.database import Database
from quotetrack.tui.themes import THEMES
from quotetrack.tui.widgets.header_bar import Counts

SMALL = (80, 24)
LARGE = (140, 40)

Rows = dict[str, list[tuple[Any, ...]]]


class HostApp(App[None]):
    """Opens one screen at once; keeps what a dialog gives back; takes back with `u`."""

    CSS = "Screen { background: $background; color: $foreground; }"
    BINDINGS = [("u", "undo", "Undo")]  # noqa: RUF012 - Textual types it so
    counts: reactive[Counts] = reactive(Counts())

    def __init__(
        self, database: Database, screen: Callable[[], Screen[Any]], *, theme: str = "dark"
    ) -> None:
        super().__init__()
        self.database = database
        self.results: list[Any] = []
        self.own_keys: dict[str, str] = {}
        self._make_screen = screen
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = THEMES[theme].name
        self.animation_level = "none"

    @property
    def database_name(self) -> str:
        return "test.db"

    @property
    def current_mode(self) -> str:
        return "contradictions"

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.push_screen(self._make_screen(), self.results.append)

    def database_changed(self) -> None:
        reload = getattr(self.screen, "reload", None)
        if reload is not None:
            reload()

    def tell(self, error: QuotetrackError) -> None:
        self.notify(str(error), title=error.title, severity="error", markup=False)

    def count(self) -> None:
        """The header's figures are the real app's affair."""

    def action_undo(self) -> None:
        self.run_worker(self._undo, thread=True, group="undo")

    def _undo(self) -> None:
        from quotetrack.actions.trail import undo

        try:
            undo(self.database)
        except QuotetrackError as problem:
            self.notify(str(problem), markup=False)
        self.call_from_thread(self.database_changed)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until no worker runs and every message is handled."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def type_into(pilot: Pilot[Any], field: str, text: str) -> None:
    """Put the cursor into a field, write there, and let what it starts come to its end."""
    control = pilot.app.screen.query_one(f"#{field}")
    control.query(Input if control.query(Input) else TextArea).first().focus()
    await pilot.pause()
    if control.query(Input):
        control.query_one(Input).value = text
    else:
        control.query_one(TextArea).insert(text)
    await settle(pilot)


async def pick(pilot: Pilot[Any], field: str, text: str) -> None:
    """Type into a picker, and take the first line of its list."""
    await type_into(pilot, field, text)
    await pilot.press("enter")
    await settle(pilot)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and let what they start come to its end."""
    await pilot.press(*keys)
    await settle(pilot)


def beneath(pilot: Pilot[Any], field: str) -> str:
    """What a field says beneath itself."""
    return str(pilot.app.screen.query_one(f"#{field} .beneath", Static).content)


def problem(pilot: Pilot[Any]) -> str:
    """What the error line of a form says."""
    return str(pilot.app.screen.query_one("#problem", Static).content)


def all_rows(database: Database) -> Rows:
    """Every row but those of the audit trail."""
    with sqlite3.connect(database.path) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE 'audit%' AND name NOT LIKE '%_search_%' ORDER BY name"
            )
        ]
        rows = {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)
            for table in tables
        }
    connection.close()
    return rows


def row(database: Database, query: str, *parameters: object) -> dict[str, Any]:
    """The one row that a query gives."""
    connection = sqlite3.connect(database.path)
    connection.row_factory = sqlite3.Row
    try:
        found = connection.execute(query, parameters).fetchall()
    finally:
        connection.close()
    assert len(found) == 1, f"{len(found)} rows"
    return dict(found[0])
