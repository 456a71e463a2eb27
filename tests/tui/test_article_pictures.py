"""Pictures of the list of articles, of an article, and of the forms that belong to them."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.domain.tables import Article
from quotetrack.store.database import Database
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, press, settle

SMALL = (80, 24)
LARGE = (140, 40)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])

Compare = Callable[..., bool]
Scene = Callable[[Pilot[Any]], Awaitable[None]]


def keys(name: str, *pressed: str) -> Any:
    """A scene to which these keys lead, under a name for its picture."""

    async def scene(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, "3", *pressed)

    return pytest.param(scene, id=name)


LISTING = keys("list")
FILTERED = keys("filtered", "slash", *"novalume")
READING = keys("reading", "j", "j", "j", "j", "enter", "right_square_bracket")
SELECTED = keys("selected", "enter", "right_curly_bracket", "space")
FACTS = keys("facts", "enter", "tab")
RECORD = keys("record", "enter", "right_curly_bracket", "n")
EDIT = keys("edit", "E")


@SIZES
@pytest.mark.parametrize("scene", [LISTING, FILTERED, READING, SELECTED, FACTS, RECORD, EDIT])
def test_picture(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=scene)


@pytest.mark.parametrize("scene", [LISTING, READING, SELECTED, RECORD])
def test_picture_in_the_light_theme(snap_compare: Compare, make_app: MakeApp, scene: Scene) -> None:
    assert snap_compare(make_app(theme="light"), terminal_size=SMALL, run_before=scene)


@pytest.mark.parametrize("scene", [READING, SELECTED])
def test_picture_without_colour(
    snap_compare: Compare, make_app: MakeApp, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=SMALL, run_before=scene)


def test_picture_of_an_empty_list(
    snap_compare: Compare, make_app: MakeApp, database: Database
) -> None:
    async def scene(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, "3")

    assert snap_compare(make_app(database), terminal_size=SMALL, run_before=scene)


@SIZES
def test_picture_of_an_article_without_text(
    snap_compare: Compare, make_app: MakeApp, database: Database, size: tuple[int, int]
) -> None:
    with database.unit("test", "an article") as unit:
        unsure = '{"byline": {"origin": "meta author", "certainty": "unsure"}}'
        unit.add(Article(id=1, title="Bare", byline="A desk", field_origins=unsure))

    async def scene(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        app_of(pilot).doors.article(1)
        await settle(pilot)

    assert snap_compare(make_app(database), terminal_size=size, run_before=scene)


def test_picture_of_an_article_that_is_gone(
    snap_compare: Compare, make_app: MakeApp, database: Database
) -> None:
    async def scene(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        app_of(pilot).doors.article(1)
        await settle(pilot)

    assert snap_compare(make_app(database), terminal_size=SMALL, run_before=scene)
