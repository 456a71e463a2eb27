"""Pictures of History, of the history of one statement, and of the question before undoing."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.store.database import Database
from tests.conftest import open_fixed
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle
from tests.tui.stories import denied_lachin

SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


def scene(*keys: str) -> Scene:
    async def show(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, *keys)

    return show


SCENES = {
    "history": scene("5", "j"),
    "reading": scene("5", "j", "j", "j", "j", "enter"),
    "of_a_statement": scene("j", "H"),
}


@SIZES
@pytest.mark.parametrize("name", SCENES)
def test_picture(
    snap_compare: Compare, make_app: MakeApp, name: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=SCENES[name])


@SIZES
def test_picture_of_a_change(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    from quotetrack.actions.notes import add_notes, edit_note
    from quotetrack.domain.desk_records import Subject

    story = denied_lachin(database)
    subject = Subject("statement", story.statement)
    (note,) = add_notes(database, [subject], "The paper printed 40 homes, not 25.")
    edit_note(database, note, "The paper printed 25 homes by the end of next year, not 40.")
    assert snap_compare(make_app(database), terminal_size=size, run_before=scene("5"))


@SIZES
def test_picture_of_the_question(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    denied_lachin(open_fixed(database.path, user="bob", create=False))
    assert snap_compare(make_app(database), terminal_size=size, run_before=scene("5", "U"))


@SIZES
def test_picture_of_an_empty_history(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(database), terminal_size=size, run_before=scene("5"))


def test_picture_in_the_light_theme(snap_compare: Compare, make_app: MakeApp) -> None:
    app = make_app(theme="light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=SCENES["history"])


def test_picture_without_colour(
    snap_compare: Compare, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=SCENES["history"])
