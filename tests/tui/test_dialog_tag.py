"""The form that records what became of a statement."""

from quotetrack.domain.vocabulary import EventType
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.tag import TagDialog
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
from tests.tui.stories import Story, lachin, record_of


def host(database: Database, story: Story, event: EventType | None) -> HostApp:
    record = record_of(database, story.statement)
    return HostApp(database, lambda: TagDialog(record, event))


async def test_a_denial_with_its_evidence_and_its_link_is_one_save_and_one_undo(
    database: Database,
) -> None:
    story = lachin(database)
    before = all_rows(database)
    app = host(database, story, EventType.DENIED_UNSPECIFIED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "source", "lachin")
        await type_into(pilot, "happened", "between 5 Dec 2022 and 2 Mar 2023")
        assert "2022-12-05/2023-03-02" in beneath(pilot, "happened")
        await type_into(pilot, "evidence", "Volkov has since denied the remark")
        await type_into(pilot, "note", "the paper does not say which")
        await press(pilot, "ctrl+s")
        (result,) = app.results
        event = row(database, "SELECT * FROM event")
        assert event["id"] == result.event_id
        assert event["type"] == "denied_unspecified"
        assert event["actor_id"] == story.speaker
        assert event["happened_from"] == "2022-12-05"
        assert event["happened_to"] == "2023-03-02"
        assert event["evidence_article_id"] == story.article
        assert event["evidence_exact"] == "Volkov has since denied the remark"
        assert event["evidence_start"] is not None
        assert event["note"] == "the paper does not say which"
        link = row(database, "SELECT * FROM link")
        assert link["id"] == result.link_id
        assert link["later_event_id"] == event["id"]
        assert (link["relation"], link["basis"]) == ("contradicts", "denial")
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_not_recorded_must_be_said_and_is_one_key(database: Database) -> None:
    story = lachin(database)
    app = host(database, story, EventType.RETRACTED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "When did it happen?" in problem(pilot)
        await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+s")
        assert "Which source says so?" in problem(pilot)
        await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+s")
    event = row(database, "SELECT * FROM event")
    assert event["type"] == "retracted"
    assert event["happened_from"] is None
    assert event["happened_to"] is None
    assert event["evidence_article_id"] is None
    assert row(database, "SELECT status FROM statement")["status"] == "retracted"


async def test_a_weekday_looks_back_from_the_day_the_source_was_published(
    database: Database,
) -> None:
    story = lachin(database)
    app = host(database, story, EventType.CLARIFIED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "source", "ledger")
        await type_into(pilot, "happened", "Tuesday")
        assert "28 Feb 2023" in beneath(pilot, "happened")
        assert "looking back from 2 Mar 2023" in beneath(pilot, "happened")


async def test_a_date_that_is_no_date_is_named_and_nothing_typed_is_lost(
    database: Database,
) -> None:
    story = lachin(database)
    before = all_rows(database)
    app = host(database, story, EventType.RETRACTED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "happened", "when pigs fly")
        await type_into(pilot, "note", "kept")
        app.screen.query_one("#source").query_one("Input").focus()
        await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+s")
        assert problem(pilot)
        assert app.screen.query_one("#note Input").value == "kept"  # type: ignore[attr-defined]
        assert app.results == []
    assert all_rows(database) == before


async def test_an_act_before_the_remark_is_refused_by_the_action_and_shown(
    database: Database,
) -> None:
    story = lachin(database)
    app = host(database, story, EventType.RETRACTED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "happened", "1 Dec 2022")
        assert "before the remark was said" in beneath(pilot, "happened")
        app.screen.query_one("#source").query_one("Input").focus()
        await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+s")
        assert "before the statement was made" in problem(pilot)
        assert app.results == []


async def test_a_spokesman_who_is_new_is_recorded_with_his_denial(database: Database) -> None:
    story = lachin(database)
    before = all_rows(database)
    app = host(database, story, EventType.DENIED_SAYING)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "happened", "9 Dec 2022")
        await pick(pilot, "source", "lachin")
        await pick(pilot, "actor", "Boris Orlov")
        app.screen.query_one("#acting Answers").focus()
        await press(pilot, "right")
        await press(pilot, "ctrl+s")
        event = row(database, "SELECT * FROM event")
        speaker = row(database, "SELECT * FROM speaker WHERE name = 'Boris Orlov'")
        assert event["actor_id"] == speaker["id"]
        assert event["on_behalf_of_id"] == story.speaker
        assert row(database, "SELECT relation FROM link")["relation"] == "in_tension"
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_the_type_can_be_chosen_in_the_list(database: Database) -> None:
    story = lachin(database)
    app = host(database, story, None)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "down", "down", "down", "down", "enter")
        await type_into(pilot, "happened", "not recorded")
        app.screen.query_one("#source").query_one("Input").focus()
        await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+s")
    assert row(database, "SELECT type FROM event")["type"] == "corrected"


async def test_a_year_that_was_typed_is_not_looked_for(database: Database) -> None:
    story = lachin(database)
    app = host(database, story, EventType.CLARIFIED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "happened", "Jan 2023")
        assert beneath(pilot, "happened") == "= Jan 2023 · 2023-01"
        await type_into(pilot, "happened", "12 Jan")
        assert "looking back from today" in beneath(pilot, "happened")


async def test_escape_folds_a_list_before_it_cancels(database: Database) -> None:
    story = lachin(database)
    app = host(database, story, EventType.CLARIFIED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "source", "lachin")
        assert app.screen.query_one("#source").has_class("-listing")
        await press(pilot, "escape")
        assert not app.screen.query_one("#source").has_class("-listing")
        await press(pilot, "escape", "escape")
        assert app.results == [None]


async def test_escape_closes_an_untouched_form_at_once(database: Database) -> None:
    app = host(database, lachin(database), EventType.RETRACTED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "escape")
        assert app.results == [None]


async def test_escape_asks_before_it_gives_up_what_was_typed(database: Database) -> None:
    story = lachin(database)
    before = all_rows(database)
    app = host(database, story, EventType.RETRACTED)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "happened", "9 Dec 2022")
        await press(pilot, "escape")
        assert app.results == []
        assert "escape once more" in problem(pilot)
        await press(pilot, "escape")
        assert app.results == [None]
    assert all_rows(database) == before
