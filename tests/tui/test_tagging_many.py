"""What became of several marked statements, recorded in one form."""

from textual.widgets import OptionList

from quotetrack.actions.reading import show_statement
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse, press, settle
from tests.tui.hosting import all_rows, problem, type_into


async def test_all_marked_statements_are_tagged_each_by_its_speaker(make_app: MakeApp) -> None:
    app = make_app()
    before = all_rows(app.database)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "x", "x", "x", "r")
        assert "3 statements of 3 speakers" in str(app.screen.query_one(".lead").render())
        assert app.screen.query_one("#actor Input").value == "each speaker himself"  # type: ignore[attr-defined]
        assert "each of the 3" in str(app.screen.query_one("#consequence").render())
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+s")
        ids = browse(pilot).statements_here
        assert len(ids) == 3
        with app.database.reader() as reader:
            for each in ids:
                record = show_statement(reader, each)
                assert record.events[-1].type == "retracted"
                assert record.events[-1].actor == record.row.speaker_name
        await press(pilot, "u")
    assert all_rows(app.database) == before


async def test_a_refusal_names_the_statement_and_leaves_all_as_they_were(
    make_app: MakeApp,
) -> None:
    app = make_app()
    before = all_rows(app.database)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "x", "x", "d")
        await type_into(pilot, "happened", "1 Jan 1990")
        app.screen.query_one("#source Input").focus()
        await press(pilot, "ctrl+n", "ctrl+s")
        assert "Nothing was recorded of any" in problem(pilot)
    assert all_rows(app.database) == before


async def test_the_one_marked_statement_is_meant_and_not_the_one_under_the_cursor(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        row = browse(pilot).table.row
        assert row is not None
        await press(pilot, "x", "down", "t")
        assert "1 statement of" in str(app.screen.query_one("#consequence").render()) or (
            row.speaker_name in str(app.screen.query_one(".lead").render())
        )
        types = app.screen.query_one("#types", OptionList)
        types.highlighted = types.option_count - 1
        await settle(pilot)
        assert app.screen.query_one("#actor Input").value == "not recorded"  # type: ignore[attr-defined]
