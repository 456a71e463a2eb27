"""The form for a speaker's roles: one is added, one changed, one removed."""

from quotetrack.actions.speaker_roles import RoleDetails, add_role
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.trail import undo
from quotetrack.domain.vocabulary import RoleBasis, RoleKind
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.roles import RolesDialog
from tests.tui.hosting import HostApp, all_rows, pick, press, problem, row, settle, type_into
from tests.tui.stories import lachin, speaker_of


def dialog(database: Database, speaker: int) -> HostApp:
    return HostApp(database, lambda: RolesDialog(speaker_of(database, speaker)))


async def test_another_role_is_added_with_its_source(database: Database) -> None:
    story = lachin(database)
    before = all_rows(database)
    app = dialog(database, story.speaker)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "title", "Envoy")
        await type_into(pilot, "attested", "12 Dec 2022")
        await type_into(pilot, "start", "2021")
        await type_into(pilot, "end", "May 2023")
        await pick(pilot, "source", "checkpoint")
        await press(pilot, "ctrl+s")
        assert app.results == [story.speaker]
    stored = row(database, "SELECT * FROM role WHERE title = 'Envoy'")
    assert (stored["attested_on"], stored["held_from"], stored["held_to"]) == (
        "2022-12-12",
        "2021-01-01",
        "2023-05-31",
    )
    assert stored["article_id"] == story.article
    undo(database)
    assert all_rows(database) == before


async def test_a_known_role_fills_the_fields_and_is_changed(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    add_role(
        database,
        speaker,
        RoleDetails("Mayor", "Ely", RoleKind.PARTY, RoleBasis.LOOKED_UP, "2022-12-05"),
    )
    app = dialog(database, speaker)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "which", "may")
        assert app.screen.query_one("#kind", OneOf).value is RoleKind.PARTY
        await type_into(pilot, "title", "Lord Mayor")
        await press(pilot, "ctrl+s")
        assert app.results == [speaker]
    stored = row(database, "SELECT * FROM role")
    assert (stored["title"], stored["organisation"], stored["attested_on"]) == (
        "Lord Mayor",
        "Ely",
        "2022-12-05",
    )
    assert (stored["kind"], stored["basis"]) == ("party", "looked_up")


async def test_a_role_in_use_is_not_removed_and_the_statement_is_named(
    database: Database,
) -> None:
    story = lachin(database)
    app = dialog(database, story.speaker)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "which", "commander")
        await press(pilot, "right", "ctrl+s")
        assert "1 statement carries" in problem(pilot)
        assert app.results == []


async def test_a_role_that_nothing_carries_is_removed(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames", role="Mayor")
    app = dialog(database, speaker)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "which", "mayor")
        await press(pilot, "right", "ctrl+s")
        assert app.results == [speaker]
    assert all_rows(database)["role"] == []


async def test_only_a_known_role_can_be_removed(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    app = dialog(database, speaker)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.screen.query_one("#what", OneOf).take_focus()
        await press(pilot, "right", "ctrl+s")
        assert "Pick the role" in problem(pilot)
