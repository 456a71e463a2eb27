"""Pictures of the dialog that cites."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.domain.citation_style import CitationStyle
from quotetrack.domain.tables import Quote
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.cite import CiteDialog
from tests.tui.hosting import LARGE, SMALL, HostApp, press, settle
from tests.tui.stories import denied_lachin, housing

Compare = Callable[..., bool]
Steps = Callable[[Pilot[Any]], Awaitable[None]]


def one_source(database: Database, **look: str) -> HostApp:
    story = denied_lachin(database)
    return HostApp(database, lambda: CiteDialog([story.statement], CitationStyle()), **look)


def several_sources(database: Database, **look: str) -> HostApp:
    story = denied_lachin(database)
    with database.unit("test", "a second source") as unit:
        unit.add(
            Quote(
                id=unit.new_id(),
                statement_id=story.statement,
                exact="Fue acordado un pequeño puesto de aduanas",
                translated_from="ru",
                translated_by="Diário do Sul",
                form="verbatim",
            )
        )
    return HostApp(database, lambda: CiteDialog([story.statement], CitationStyle()), **look)


def many_statements(database: Database, **look: str) -> HostApp:
    housing(database)
    denied_lachin(database)
    with database.reader() as reader:
        ids = [row for (row,) in reader.connection.execute("SELECT id FROM statement ORDER BY id")]
    return HostApp(database, lambda: CiteDialog(ids, CitationStyle()), **look)


def off_the_record(database: Database, **look: str) -> HostApp:
    story = denied_lachin(database)
    with database.unit("test", "off the record") as unit:
        with database.reader() as reader:
            (quote,) = reader.connection.execute("SELECT id FROM quote").fetchone()
        unit.get(Quote, quote).attribution_basis = "off_record"
    return HostApp(database, lambda: CiteDialog([story.statement], CitationStyle()), **look)


def keys(*pressed: str) -> Steps:
    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        await press(pilot, *pressed)

    return run


SCENES = [
    pytest.param(several_sources, (), id="sources"),
    pytest.param(one_source, ("right",), id="markdown"),
    pytest.param(many_statements, ("right", "right"), id="csl-json"),
    pytest.param(one_source, ("left",), id="bibtex"),
    pytest.param(off_the_record, (), id="refused"),
]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x40"])
@pytest.mark.parametrize(("scene", "pressed"), SCENES)
def test_picture(
    snap_compare: Compare,
    database: Database,
    scene: Callable[[Database], HostApp],
    pressed: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    assert snap_compare(scene(database), terminal_size=size, run_before=keys(*pressed))


def test_picture_in_the_light_theme(snap_compare: Compare, database: Database) -> None:
    app = several_sources(database, theme="light")
    assert snap_compare(app, terminal_size=SMALL, run_before=keys())


def test_picture_without_colour(
    snap_compare: Compare, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(several_sources(database), terminal_size=SMALL, run_before=keys())
