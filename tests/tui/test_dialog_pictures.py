"""Pictures of every dialog, small and large."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from quotetrack.domain.vocabulary import EventType
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.add_article import AddArticleDialog
from quotetrack.tui.dialogs.add_statement import AddStatementDialog
from quotetrack.tui.dialogs.database import DatabaseDialog
from quotetrack.tui.dialogs.link import LinkDialog
from quotetrack.tui.dialogs.speaker import SpeakerDialog
from quotetrack.tui.dialogs.tag import TagDialog
from tests.tui.hosting import LARGE, SMALL, HostApp, pick, press, settle, type_into
from tests.tui.stories import (
    WORDING,
    denied_lachin,
    housing,
    lachin,
    record_of,
    speaker_of,
)

Scene = tuple[HostApp, Callable[[Pilot[Any]], Awaitable[None]]]


def tag(database: Database, **look: str) -> Scene:
    story = lachin(database)
    record = record_of(database, story.statement)

    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await pick(pilot, "source", "lachin")
        await type_into(pilot, "happened", "between 5 Dec 2022 and 2 Mar 2023")
        await type_into(pilot, "evidence", "Volkov has since denied the remark")

    return HostApp(database, lambda: TagDialog(record, EventType.DENIED_UNSPECIFIED), **look), fill


def tag_with_list(database: Database, **look: str) -> Scene:
    story = lachin(database)
    housing(database)
    record = record_of(database, story.statement)

    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await type_into(pilot, "source", "l")

    return HostApp(database, lambda: TagDialog(record, None), **look), fill


def tag_with_problem(database: Database, **look: str) -> Scene:
    story = lachin(database)
    record = record_of(database, story.statement)

    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, "ctrl+s")

    return HostApp(database, lambda: TagDialog(record, EventType.RETRACTED), **look), fill


def add_article(database: Database, **look: str) -> Scene:
    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await type_into(pilot, "title", "Checkpoint on the Lachin road")
        await type_into(pilot, "published", "2 Mar 2023")

    return HostApp(database, AddArticleDialog, **look), fill


def add_statement(database: Database, **look: str) -> Scene:
    story = lachin(database)

    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await type_into(pilot, "wording", WORDING)
        await type_into(pilot, "speaker", "vol")

    return HostApp(database, lambda: AddStatementDialog(story.article), **look), fill


def edit_speaker(database: Database, **look: str) -> Scene:
    record = speaker_of(database, lachin(database).speaker)
    return HostApp(database, lambda: SpeakerDialog(record), **look), settle


def link(database: Database, **look: str) -> Scene:
    housing(database)
    story = lachin(database)
    record = record_of(database, story.statement)

    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        pilot.app.screen.query_one("#scope Answers").focus()
        await press(pilot, "right")
        await pick(pilot, "other", "40 homes")

    return HostApp(database, lambda: LinkDialog(record), **look), fill


def database_checked(database: Database, **look: str) -> Scene:
    denied_lachin(database)

    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        pilot.app.screen.query_one("#text").update("path  test.db\n")  # type: ignore[attr-defined]
        await settle(pilot)

    return HostApp(database, lambda: DatabaseDialog("check"), **look), fill


def database_backup(database: Database, **look: str) -> Scene:
    async def fill(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        pilot.app.screen.query_one("#text").update("path  test.db\n")  # type: ignore[attr-defined]
        pilot.app.screen.query_one("#target Input", Input).value = "copy.db"
        await settle(pilot)

    return HostApp(database, lambda: DatabaseDialog("backup"), **look), fill


DIALOGS = [
    tag,
    tag_with_list,
    tag_with_problem,
    add_article,
    add_statement,
    edit_speaker,
    link,
    database_checked,
    database_backup,
]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])

ONLY_SMALL = {tag_with_problem, database_checked, database_backup}
CASES = [
    pytest.param(scene, size, id=f"{scene.__name__}-{size[0]}x{size[1]}")
    for scene in DIALOGS
    for size in (SMALL, LARGE)
    if size is SMALL or scene not in ONLY_SMALL
]

Compare = Callable[..., bool]


def steady(
    fill: Callable[[Pilot[Any]], Awaitable[None]],
) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Fill in, and then hold every cursor still."""

    async def run(pilot: Pilot[Any]) -> None:
        await fill(pilot)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        for area in pilot.app.screen.query(TextArea):
            area.cursor_blink = False
        await settle(pilot)

    return run


@pytest.mark.parametrize(("scene", "size"), CASES)
def test_picture(
    snap_compare: Compare,
    database: Database,
    scene: Callable[..., Scene],
    size: tuple[int, int],
) -> None:
    app, fill = scene(database)
    assert snap_compare(app, terminal_size=size, run_before=steady(fill))


@pytest.mark.parametrize("scene", [tag])
def test_picture_in_the_light_theme(
    snap_compare: Compare, database: Database, scene: Callable[..., Scene]
) -> None:
    app, fill = scene(database, theme="light")
    assert snap_compare(app, terminal_size=SMALL, run_before=steady(fill))


@SIZES
@pytest.mark.parametrize("scene", [tag])
def test_picture_without_colour(
    snap_compare: Compare,
    database: Database,
    scene: Callable[..., Scene],
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, fill = scene(database)
    assert snap_compare(app, terminal_size=size, run_before=steady(fill))
