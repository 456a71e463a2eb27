"""The form that changes what is recorded of a statement."""

from textual.widgets import TextArea

from quotetrack.actions.editing import read_editable
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.edit_statement import EditStatementDialog
from tests.tui.hosting import (
    HostApp,
    all_rows,
    beneath,
    pick,
    press,
    problem,
    row,
    settle,
    type_into,
)
from tests.tui.stories import denied_lachin, lachin


def host(database: Database, statement: int) -> HostApp:
    with database.reader() as reader:
        editable = read_editable(reader, statement)
    return HostApp(database, lambda: EditStatementDialog(editable))


def consequence(app: HostApp) -> str:
    return str(app.screen.query_one("#consequence").render())


async def test_a_date_left_as_it_stands_stays_exactly_as_stored(database: Database) -> None:
    story = lachin(database)
    before = all_rows(database)
    stored = row(database, "SELECT * FROM statement")
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "kept as recorded" in beneath(pilot, "said")
        app.screen.query_one(TextArea).text = "a customs post was settled"
        await type_into(pilot, "venue", "Baku")
        await press(pilot, "ctrl+s")
        assert app.results == [story.statement]
        after = row(database, "SELECT * FROM statement")
        changed = {name for name in after if after[name] != stored[name]}
        assert changed == {"text", "venue", "quoted"}
        assert row(database, "SELECT exact FROM quote")["exact"] in after["quoted"]
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_another_date_is_read_and_recorded_as_entered(database: Database) -> None:
    story = lachin(database)
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "said", "Tuesday")
        assert "looking back from 2 Mar 2023, the day of the source" in beneath(pilot, "said")
        await type_into(pilot, "said", "December 5, 2022")
        assert "kept as recorded" in beneath(pilot, "said")
        await type_into(pilot, "said", "6 Dec 2022")
        await press(pilot, "ctrl+s")
    after = row(database, "SELECT * FROM statement")
    assert (after["said_from"], after["said_phrase"], after["said_basis"]) == (
        "2022-12-06",
        "6 Dec 2022",
        "entered",
    )


async def test_of_another_speaker_the_form_says_what_follows_before_it_is_saved(
    database: Database,
) -> None:
    story = denied_lachin(database)
    before = all_rows(database)
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "The quotes stay" in consequence(app)
        await pick(pilot, "speaker", "Boris Orlov")
        assert "1 contradiction becomes “in tension”" in consequence(app)
        await pick(pilot, "role", "Colonel, Peacekeepers")
        await press(pilot, "ctrl+s")
        assert row(database, "SELECT relation FROM link")["relation"] == "in_tension"
        role = row(database, "SELECT * FROM role WHERE title = 'Colonel'")
        assert role["organisation"] == "Peacekeepers"
        assert row(database, "SELECT role_id FROM statement")["role_id"] == role["id"]
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_going_back_to_the_speaker_brings_his_role_back(database: Database) -> None:
    story = lachin(database)
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "speaker", "Boris Orlov")
        await pick(pilot, "speaker", "Volkov")
        await press(pilot, "ctrl+s")
        assert "Nothing is changed yet" in problem(pilot)
        await type_into(pilot, "role", "peacekeepers")
        await press(pilot, "enter", "ctrl+s")
        assert "Nothing is changed yet" in problem(pilot)


async def test_what_was_recorded_can_be_taken_away_with_one_key(database: Database) -> None:
    story = lachin(database)
    app = host(database, story.statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.screen.query_one("#role Input").focus()
        await press(pilot, "ctrl+n", "ctrl+s")
    assert row(database, "SELECT role_id FROM statement")["role_id"] is None


async def test_a_wording_of_no_words_is_refused(database: Database) -> None:
    app = host(database, lachin(database).statement)
    async with app.run_test() as pilot:
        await settle(pilot)
        app.screen.query_one(TextArea).text = " \n"
        await press(pilot, "ctrl+s")
        assert "What was said?" in problem(pilot)
