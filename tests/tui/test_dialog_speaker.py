"""The form that records or changes a speaker."""

from quotetrack.store.database import Database
from quotetrack.tui.dialogs.speaker import SpeakerDialog
from tests.tui.hosting import HostApp, all_rows, press, problem, row, settle, type_into
from tests.tui.stories import lachin, speaker_of


async def test_a_new_speaker_with_spellings_and_role_is_one_step(database: Database) -> None:
    before = all_rows(database)
    app = HostApp(database, lambda: SpeakerDialog(None))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "name", "Andrei Volkov")
        await type_into(pilot, "spellings", "Андрей Волков\nAndrey Volkov")
        await type_into(pilot, "role", "Commander")
        await type_into(pilot, "organisation", "Russian peacekeepers")
        await type_into(pilot, "attested", "5 Dec 2022")
        await press(pilot, "ctrl+s")
        speaker = row(database, "SELECT * FROM speaker")
        assert app.results == [speaker["id"]]
        names = {name.name for name in speaker_of(database, speaker["id"]).names}
        assert names == {"Andrei Volkov", "Андрей Волков", "Andrey Volkov"}
        role = row(database, "SELECT * FROM role")
        assert (role["title"], role["attested_on"]) == ("Commander", "2022-12-05")
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_editing_changes_what_was_changed_and_keeps_old_roles(database: Database) -> None:
    story = lachin(database)
    before = all_rows(database)
    record = speaker_of(database, story.speaker)
    app = HostApp(database, lambda: SpeakerDialog(record))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "name", "Andrey Volkov")
        await type_into(pilot, "spellings", "Андрей Волков")
        await type_into(pilot, "role", "Deputy minister")
        await press(pilot, "ctrl+s")
        assert app.results == [story.speaker]
        after = speaker_of(database, story.speaker)
        assert after.name == "Andrey Volkov"
        assert {role.title for role in after.roles} == {
            "Commander of the Russian peacekeepers",
            "Deputy minister",
        }
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_a_name_that_is_known_is_refused(database: Database) -> None:
    lachin(database)
    app = HostApp(database, lambda: SpeakerDialog(None))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "needs a name" in problem(pilot)
        await type_into(pilot, "name", "Andrei Volkov")
        await press(pilot, "ctrl+s")
        assert "known already" in problem(pilot)
        assert app.results == []
