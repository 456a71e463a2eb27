"""The form that puts labels on and takes them off."""

from quotetrack.actions.labels import label_statements, list_labels
from quotetrack.actions.many import choose_statements
from quotetrack.actions.reading import show_statement
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.label import LabelDialog
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse
from tests.tui.driving import press as press_in_app
from tests.tui.driving import settle as settle_app
from tests.tui.hosting import HostApp, all_rows, press, problem, settle, type_into
from tests.tui.stories import housing, lachin


def host(database: Database, statements: list[int]) -> HostApp:
    with database.reader() as reader:
        selection = choose_statements(reader, statements)
        labels = list_labels(reader, statements)
    return HostApp(database, lambda: LabelDialog(selection, labels))


def two(database: Database) -> list[int]:
    """The remark of Volkov, labelled twice, and one of Sousa, labelled once."""
    statement = lachin(database).statement
    housing(database)
    with database.reader() as reader:
        from quotetrack.actions.reading import search

        other = search(reader, "speaker:sousa")[0].id
    label_statements(database, [statement], add=["roads"])
    label_statements(database, [statement, other], add=["to check"])
    return [statement, other]


async def test_labels_are_put_on_and_taken_off_in_one_save_and_one_undo(
    database: Database,
) -> None:
    statements = two(database)
    before = all_rows(database)
    app = host(database, statements)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "labels", "roads")
        await press(pilot, "enter")
        await type_into(pilot, "labels", "to")
        await press(pilot, "enter")
        await type_into(pilot, "labels", "new one")
        await press(pilot, "enter")
        says = str(app.screen.query_one("#consequence").render())
        assert (
            "On 2 statements of 2 speakers: puts on roads, new one and takes off to check" in says
        )
        await press(pilot, "ctrl+s")
        assert app.results == [(3, 2)]
        with database.reader() as reader:
            assert [show_statement(reader, each).labels for each in statements] == [
                ("new one", "roads")
            ] * 2
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_turning_a_label_over_again_leaves_it_as_it_was(database: Database) -> None:
    statements = two(database)
    app = host(database, statements)
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "labels", "roads")
        await press(pilot, "enter", "enter", "enter")
        await press(pilot, "ctrl+s")
        assert "Nothing is changed" in problem(pilot)
        await press(pilot, "down", "enter", "up", "enter")
        await press(pilot, "escape")
        assert app.results == []
        await press(pilot, "escape")
        assert app.results == [None]


async def test_a_label_typed_and_not_put_on_is_not_passed_over(database: Database) -> None:
    app = host(database, [lachin(database).statement])
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "labels", "roads")
        await press(pilot, "ctrl+s")
        assert "“roads” is not put on yet" in problem(pilot)


async def test_a_label_is_turned_over_with_the_mouse(database: Database) -> None:
    app = host(database, two(database))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.click("#labels OptionList", offset=(3, 0))
        await settle(pilot)
        assert "takes off" in str(
            app.screen.query_one("#consequence").render()
        ) or "puts on" in str(app.screen.query_one("#consequence").render())


async def test_all_marked_statements_are_labelled_and_one_undo_takes_it_back(
    make_app: MakeApp,
) -> None:
    app = make_app()
    before = all_rows(app.database)
    async with app.run_test(size=(140, 40)) as pilot:
        await settle_app(pilot)
        await press_in_app(pilot, "x", "x", "x", "number_sign", *"roads", "enter", "ctrl+s")
        ids = browse(pilot).statements_here
        assert len(ids) == 3
        with app.database.reader() as reader:
            assert all("roads" in show_statement(reader, each).labels for each in ids)
        await press_in_app(pilot, "u")
    assert all_rows(app.database) == before
