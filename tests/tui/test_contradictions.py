"""The Contradictions screen: pairs decided with one key each, and taken back."""

from collections.abc import Sequence

import pytest
from rich.style import Style

from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.linking import link_statements
from quotetrack.actions.registry import ACTIONS, STATEMENT
from quotetrack.actions.statements import add_statement
from quotetrack.domain.records import ContradictionRow
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.domain.vocabulary import LinkState, Relation
from quotetrack.store.database import Database
from quotetrack.tui.pairs import Side
from quotetrack.tui.screens.contradictions import ContradictionsScreen
from quotetrack.tui.widgets.pair_document import PairDocument
from quotetrack.tui.widgets.side_by_side import SideBySide
from quotetrack.tui.word_difference import Piece
from tests.tui import driving
from tests.tui.conftest import MakeApp
from tests.tui.hosting import SMALL, HostApp, all_rows, press, row, settle
from tests.tui.stories import PUBLISHED, denied_lachin, housing, lachin


def screen_of(app: HostApp) -> ContradictionsScreen:
    assert isinstance(app.screen, ContradictionsScreen)
    return app.screen


def lines(app: HostApp) -> list[ContradictionRow]:
    return screen_of(app).pairs.rows


def shown(app: HostApp) -> str:
    """All that stands in the pane of the pair."""
    sides = screen_of(app).sides
    return "\n".join(text.plain for _, text in sides.wrapped(200))


def document(app: HostApp) -> PairDocument:
    sides = screen_of(app).sides
    assert sides.pair is not None
    return PairDocument(sides.pair, sides.tones)


def side(app: HostApp, side: Side) -> str:
    return "\n".join(each.text.plain for each in document(app).side(side, chosen=False))


def marked(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.differs]


async def test_the_founding_example_reads_as_it_was(database: Database) -> None:
    denied_lachin(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert lines(app) == []
        await press(pilot, "f")
        head = shown(app).partition("\n")[0]
        assert "⚑ confirmed" in head
        assert "the speaker denied it" in head
        assert "between 0 and 87 days later" in head
        earlier = side(app, "earlier")
        assert earlier.startswith("EARLIER  5 Dec 2022")
        assert "Andrei Volkov\nCommander of the Russian peacekeepers" in earlier
        assert "said that a small customs post" in earlier
        assert "Checkpoint on the Lachin road" in earlier
        later = side(app, "later")
        assert later.startswith("LATER  between 5 Dec 2022 and 2 Mar 2023")
        assert "⊘ denied (not said which)" in later
        assert "“Volkov has since denied the remark”" in later
        assert "called so by The Caucasus Ledger" in later


async def test_the_words_that_differ_are_bold_and_underlined(database: Database) -> None:
    housing(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        pair = screen_of(app).sides.pair
        assert pair is not None
        assert marked(pair.earlier)[0] == "40"
        assert marked(pair.later) == ["25", "next"]
        differing = {
            text.plain[span.start : span.end]
            for _, text in screen_of(app).sides.wrapped(200)
            for span in text.spans
            if isinstance(span.style, Style) and span.style.bold and span.style.underline
        }
        assert {"40", "25", "next"} <= differing
        assert "the numbers differ" in shown(app)
        assert "· numbers differ: 40, 25" in shown(app)


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
        pair = screen_of(app).sides.pair
        assert pair is not None
        assert marked(pair.later) == ["no"]
        assert "share few words" in shown(app)
        assert "5 days later" in shown(app)


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
        assert "Rita Sousa" in side(app, "earlier")
        await press(pilot, "C")
        assert "Andrei Volkov" in side(app, "earlier")
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
        assert "Volkov" in side(app, "earlier")
    assert all_rows(database) == before


async def test_an_empty_database_says_what_to_do(database: Database) -> None:
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.screen.has_class("-nothing")
        assert "No contradiction is recorded yet" in screen_of(app).pairs.render_line(1).text
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
        assert "[red]agreed[/]" in side(app, "earlier")
        assert "\x1b" not in side(app, "earlier")


def _statement_ids(database: Database) -> list[tuple[int]]:
    with database.reader() as reader:
        return list(reader.connection.execute("SELECT id FROM statement"))


async def test_keys_act_on_the_side_that_is_chosen(database: Database) -> None:
    housing(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        screen = screen_of(app)
        (pair,) = lines(app)
        assert screen.statement_here == pair.earlier_id
        assert "▶ EARLIER" in shown(app)
        await press(pilot, "tab")
        assert screen.statement_here == pair.later_id
        assert "▶ LATER" in shown(app)
        assert screen.record_at_hand is not None
        assert screen.record_at_hand.row.id == pair.later_id
        await press(pilot, "left")
        assert screen.statement_here == pair.earlier_id
        await pilot.click(SideBySide, offset=(60, 3))
        assert screen.statement_here == pair.later_id
        assert screen.focused is screen.pairs


async def test_where_an_event_stands_keys_act_on_the_statement_it_is_about(
    database: Database,
) -> None:
    denied_lachin(database)
    app = HostApp(database, ContradictionsScreen)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "f", "right")
        (notice,) = app._notifications
        assert "keys act on the statement it is about" in notice.message
        (pair,) = lines(app)
        assert pair.later_id is None
        assert screen_of(app).statement_here == pair.earlier_id


async def test_every_key_of_a_statement_works_on_the_later_side(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    left: list[str] = []  # what went to the clipboard or the browser
    monkeypatch.setattr(app, "copy_to_clipboard", left.append)
    monkeypatch.setattr(app, "open_url", lambda url, **_: left.append(url))
    async with app.run_test(size=SMALL) as pilot:
        await driving.press(pilot, "2", "tab")
        screen = app.screen
        for action in ACTIONS:
            if STATEMENT in action.scopes:
                left.clear()
                await driving.press(pilot, action.key)
                assert app.screen is not screen or left, action.name
                while app.screen is not screen:
                    await driving.press(pilot, "escape")


async def test_a_note_is_written_on_the_side_that_is_chosen(
    make_app: MakeApp, database: Database
) -> None:
    housing(database)
    app = make_app(database)
    async with app.run_test(size=SMALL) as pilot:
        await driving.press(pilot, "2", "tab")
        screen = app.screen
        assert isinstance(screen, ContradictionsScreen)
        later = screen.statement_here
        await driving.press(pilot, "N", *"ask", "ctrl+s")
    noted = row(database, "SELECT statement_id, text FROM note")
    assert noted == {"statement_id": later, "text": "ask"}
