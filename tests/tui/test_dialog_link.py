"""The form that relates two statements."""

from textual.widgets import Static

from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.statements import add_statement
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.link import LinkDialog
from tests.tui.hosting import HostApp, all_rows, pick, press, problem, row, settle, type_into
from tests.tui.stories import PUBLISHED, Story, housing, lachin, record_of


def second_remark(database: Database, story: Story, said: str = "10 Dec 2022") -> int:
    return add_statement(
        database,
        text="nothing was agreed about any checkpoint",
        speaker=ExistingSpeaker(story.speaker),
        article_id=None,
        said=parse_typed_date(said, PUBLISHED),
        unanchored=True,
    )


async def test_the_dates_decide_which_is_the_later(database: Database) -> None:
    story = lachin(database)
    later = second_remark(database, story)
    before = all_rows(database)
    app = HostApp(database, lambda: LinkDialog(record_of(database, story.statement)))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "other", "nothing")
        assert not app.screen.query_one("#order").display
        sentence = str(app.screen.query_one("#sentence", Static).content)
        assert sentence.index("nothing was agreed") < sentence.index("contradicts")
        await type_into(pilot, "reason", "opposites: agreed, nothing agreed")
        app.screen.query_one("#basis Answers").focus()
        await press(pilot, "right", "right", "ctrl+s")
        link = row(database, "SELECT * FROM link")
        assert app.results == [link["id"]]
        assert link["later_statement_id"] == later
        assert link["earlier_statement_id"] == story.statement
        assert (link["relation"], link["basis"], link["state"]) == (
            "contradicts",
            "negation",
            "confirmed",
        )
        assert "opposites" in link["reasons"]
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_without_dates_the_order_is_asked_for(database: Database) -> None:
    story = lachin(database)
    other = second_remark(database, story, "not recorded")
    app = HostApp(database, lambda: LinkDialog(record_of(database, story.statement)))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "other", "nothing")
        assert app.screen.query_one("#order").display
        app.screen.query_one("#order Answers").focus()
        await press(pilot, "right", "ctrl+s")
    link = row(database, "SELECT * FROM link")
    assert (link["later_statement_id"], link["earlier_statement_id"]) == (story.statement, other)


async def test_another_speaker_cannot_contradict_but_be_in_tension(database: Database) -> None:
    story = lachin(database)
    housing(database)
    app = HostApp(database, lambda: LinkDialog(record_of(database, story.statement)))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "other", "homes")
        await press(pilot, "enter")
        assert app.screen.query_one("#other").picked is None  # type: ignore[attr-defined]
        app.screen.query_one("#scope Answers").focus()
        await press(pilot, "right")
        await pick(pilot, "other", "40 homes")
        await press(pilot, "ctrl+s")
        assert "two speakers" in problem(pilot)
        app.screen.query_one("#relation Answers").focus()
        await press(pilot, "right", "ctrl+s")
        (link,) = app.results
    assert row(database, "SELECT relation FROM link WHERE id = ?", link)["relation"] == "in_tension"
