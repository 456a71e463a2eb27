"""Marked rows: kept by statement, cheap with a million, marked by keys and mouse."""

from array import array
from time import thread_time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from quotetrack.tui.marks import Marks
from quotetrack.tui.widgets.statement_table import StatementTable
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse, lines_of, press, search, settle, shown
from tests.tui.test_statement_table import MANY, TableApp, text_of

SIZE = (140, 40)


@given(
    st.lists(st.integers(0, 9), unique=True),
    st.lists(st.tuples(st.integers(0, 9), st.booleans())),
)
def test_marks_are_a_set_however_they_came_about(
    block: list[int], steps: list[tuple[int, bool]]
) -> None:
    marks = Marks().with_all(array("q", block))
    expected = set(block)
    for identifier, marked in steps:
        marks.set(identifier, marked)
        (expected.add if marked else expected.discard)(identifier)
    assert set(marks) == expected
    assert len(marks) == len(expected)
    assert [each for each in range(10) if each in marks] == sorted(expected)


def test_marking_all_twice_drops_all_and_marking_nothing_changes_nothing() -> None:
    some = array("q", [3, 1, 2])
    marks = Marks().with_all(some)
    assert set(marks.with_all(array("q", [7]))) == {1, 2, 3, 7}
    assert not len(marks.with_all(some))
    assert marks.with_all(array("q")) is marks


def test_a_million_marks_take_no_more_room_than_their_array() -> None:
    marks = Marks().with_all(array("q", range(MANY)))
    start = thread_time()
    for identifier in range(0, MANY, 997):
        marks.set(identifier, False)
        assert identifier not in marks
    assert thread_time() - start < 0.5
    assert len(marks) == MANY - len(range(0, MANY, 997))


async def test_x_marks_a_row_and_goes_on_and_its_glyph_says_so(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        table = browse(pilot).table
        count = len(table.keys)
        await press(pilot, "x", "x")
        assert table.cursor == 2
        assert table.border_subtitle == f"2 marked · {count}"
        assert text_of(table, 0).startswith("●")
        assert text_of(table, 2 * table.row_height).startswith("▌")
        await press(pilot, "up")
        assert text_of(table, table.row_height).startswith("◉")
        await press(pilot, "x")
        assert table.border_subtitle == f"1 marked · {count}"
        await press(pilot, "escape")
        assert table.border_subtitle == str(count)
        assert not table.marks


async def test_marks_stay_with_their_statements_through_searches(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        row = browse(pilot).table.row
        assert row is not None
        await press(pilot, "x")
        await search(pilot, "speaker:volkov")
        await press(pilot, "escape", "x")
        assert "2 marked · 1" in shown(pilot)
        assert browse(pilot).statements_here == sorted(browse(pilot).table.marks)
        assert row.id in browse(pilot).statements_here
        await press(pilot, "escape")
        assert browse(pilot).search_text == "speaker:volkov"
        await press(pilot, "escape")
        assert browse(pilot).search_text == ""


async def test_all_hits_are_marked_at_once_and_dropped_at_once(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        table = browse(pilot).table
        await press(pilot, "X")
        assert len(table.marks) == len(table.keys)
        await press(pilot, "X")
        assert not table.marks
        await search(pilot, "status:denied")
        await press(pilot, "escape", "x", "X")
        assert len(table.marks) == len(table.keys)
        await search(pilot, "nothing at all like this")
        await press(pilot, "escape", "X")
        assert table.marks


async def test_without_marks_the_row_under_the_cursor_is_meant(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        row = browse(pilot).table.row
        assert row is not None
        assert browse(pilot).statements_here == [row.id]


async def test_shift_and_the_arrows_mark_what_the_cursor_passes() -> None:
    app = TableApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.show(50)
        await pilot.press("down", "shift+down", "shift+down")
        assert set(app.table.marks) == {49, 48, 47}
        await pilot.press("shift+up")
        assert set(app.table.marks) == {49, 48}
        await pilot.press("shift+up", "shift+up")
        assert set(app.table.marks) == {49, 50}
        await pilot.press("G", "shift+down")
        assert set(app.table.marks) == {49, 50, 1}


async def test_the_mouse_marks_with_ctrl_and_a_range_with_shift() -> None:
    app = TableApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.show(50)
        await pilot.click(StatementTable, offset=(5, 2), control=True)
        assert set(app.table.marks) == {48}
        await pilot.click(StatementTable, offset=(5, 4), shift=True)
        assert set(app.table.marks) == {48, 47, 46}
        await pilot.click(StatementTable, offset=(5, 2), control=True)
        assert set(app.table.marks) == {47, 46}


async def test_a_range_with_rows_that_have_not_been_read_is_marked_as_well(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        await settle(pilot)
        table = browse(pilot).table
        table.hits._pages.clear()
        await pilot.click(StatementTable, offset=(5, 2 * table.row_height + 1), shift=True)
        await settle(pilot)
        assert table.cursor == 2
        assert len(table.marks) == 3


async def narrow(pilot: Pilot[Any]) -> list[str]:
    await settle(pilot)
    await press(pilot, "x", "down", "x")
    return lines_of(pilot)


async def test_a_row_of_two_lines_has_its_mark_on_the_first(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        lines = await narrow(pilot)
        assert sum("●" in line for line in lines) == 2
