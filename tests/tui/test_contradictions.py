"""The Contradictions screen: pairs decided with one key each, and taken back."""

import pytest
from textual.widgets import OptionList, Static

from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.linking import link_statements
from quotetrack.actions.statements import add_statement
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.domain.vocabulary import LinkState, Relation
from quotetrack.store.database import Database
from quotetrack.tui.screens.contradictions import ContradictionsScreen
from quotetrack.tui.widgets.side_by_side import SideBySide
from tests.tui.hosting import HostApp, all_rows, press, row, settle
from tests.tui.stories import PUBLISHED, denied_lachin, housing, lachin


def text(app: HostApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


def lines(app: HostApp) -> list[str]:
    options = app.screen.query_one("#list", OptionList)
    return [str(options.get_option_at_index(i).prompt) for i in range(options.option_count)]


async def test_the_founding_example_reads_as_it_was(database: Database) -> None:
    denied_lachin(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert lines(app) == []
        await press(pilot, "f")
        head = text(app, "#head")
        assert "⚑ confirmed" in head
        assert "the speaker denied it" in head
        assert "between 0 and 87 days later" in head
        earlier = text(app, "#earlier")
        assert earlier.startswith("EARLIER  5 Dec 2022")
        assert "Andrei Volkov\nCommander of the Russian peacekeepers" in earlier
        assert "said that a small customs post" in earlier
        assert "Checkpoint on the Lachin road" in earlier
        later = text(app, "#later")
        assert later.startswith("LATER  between 5 Dec 2022 and 2 Mar 2023")
        assert "⊘ denied (not said which)" in later
        assert "“Volkov has since denied the remark”" in later
        assert "called so by The Caucasus Ledger" in later


async def test_the_words_that_differ_are_bold_and_underlined(database: Database) -> None:
    housing(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        pair = app.screen.query_one(SideBySide).pair
        assert pair is not None
        marked = {
            side: [
                content.plain[span.start : span.end]
                for span in content.spans
                if span.style == "bold underline"
            ]
            for side, content in (("earlier", pair.earlier), ("later", pair.later))
        }
        assert marked == {"earlier": ["40"], "later": ["25", "next"]} or marked == {
            "earlier": ["40", "the"],
            "later": ["25", "next"],
        }
        assert "the numbers differ" in text(app, "#head")
        assert "· numbers differ: 40, 25" in text(app, "#reasons")


async def test_two_different_sentences_have_only_their_numbers_and_negations_marked(
    database: Database,
) -> None:
    story = lachin(database)
    later = add_statement(
        database,
        text="no such thing had ever come up",
        speaker=ExistingSpeaker(story.speaker),
        article_id=None,
        said=parse_typed_date("10 Dec 2022", PUBLISHED),
        unanchored=True,
    )
    link_statements(
        database, later, story.statement, Relation.CONTRADICTS, state=LinkState.SUGGESTED
    )
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        pair = app.screen.query_one(SideBySide).pair
        assert pair is not None
        marked = [
            pair.later.plain[span.start : span.end]
            for span in pair.later.spans
            if span.style == "bold underline"
        ]
        assert marked == ["no"]
        assert "share few words" in text(app, "#reasons")
        assert "5 days later" in text(app, "#head")


@pytest.mark.parametrize(
    ("key", "state", "basis"),
    [
        ("C", "confirmed", "number"),
        ("D", "dismissed", "number"),
        ("P", "confirmed", "position_change"),
        ("M", "needs_more", "number"),
    ],
)
async def test_one_key_decides_and_undo_takes_it_back(
    database: Database, key: str, state: str, basis: str
) -> None:
    link = housing(database)
    before = all_rows(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, key)
        decided = row(database, "SELECT * FROM link WHERE id = ?", link)
        assert (decided["state"], decided["basis"]) == (state, basis)
        assert decided["decided_by"] == "ada"
        assert len(lines(app)) == (1 if key == "M" else 0)
        await press(pilot, "u")
        assert len(lines(app)) == 1
    assert all_rows(database) == before


async def test_the_next_pair_follows_at_once(database: Database) -> None:
    first = housing(database)
    denied_lachin(database)
    connection_state = LinkState.SUGGESTED
    assert row(database, "SELECT state FROM link WHERE id = ?", first)["state"] == connection_state
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert len(lines(app)) == 2
        assert "Rita Sousa" in text(app, "#earlier")
        await press(pilot, "C")
        assert "Andrei Volkov" in text(app, "#earlier")
        await press(pilot, "D")
    states = {state for (state,) in _states(database)}
    assert states == {"confirmed", "dismissed"}


def _states(database: Database) -> list[tuple[str]]:
    with database.reader() as reader:
        return list(reader.connection.execute("SELECT state FROM link"))


async def test_a_denial_is_no_change_of_position(database: Database) -> None:
    denied_lachin(database)
    before = all_rows(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f")
        await press(pilot, "P")
        (notice,) = app._notifications
        assert "A denial is no change of position" in notice.message
        assert "Volkov" in text(app, "#earlier")
    assert all_rows(database) == before


async def test_an_empty_database_says_what_to_do(database: Database) -> None:
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.screen.has_class("-nothing")
        assert "No contradiction is recorded yet." in text(app, "#nothing")
        await press(pilot, "C")
        assert app.is_running


async def test_stored_text_is_never_read_as_markup(database: Database) -> None:
    denied_lachin(database)
    with database.unit("edit", "hostile") as unit:
        from quotetrack.domain.tables import Statement

        for (identifier,) in _statement_ids(database):
            statement = unit.get(Statement, identifier)
            statement.text = "[red]agreed[/] \x1b[31m[@click=app.quit]x[/]"
            unit.add(statement)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert "[red]agreed[/]" in text(app, "#earlier")
        assert "\x1b" not in text(app, "#earlier")


def _statement_ids(database: Database) -> list[tuple[int]]:
    with database.reader() as reader:
        return list(reader.connection.execute("SELECT id FROM statement"))
