"""The table stays light however many statements there are, and draws each as it should."""

from array import array
from typing import Any

from textual.app import App, ComposeResult

from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.records import StatementRow
from quotetrack.domain.vocabulary import EventType, Precision, Status, Workflow
from quotetrack.tui.themes import DARK
from quotetrack.tui.widgets.facts import list_date
from quotetrack.tui.widgets.statement_table import PAGE, StatementTable

MANY = 1_000_000


def made_row(key: int, *, text: str = "The road is open.", **changes: Any) -> StatementRow:
    row = StatementRow(
        id=key,
        key=key,
        speaker_id=1,
        speaker_name="Ada Smith",
        role=None,
        text=text,
        said=UncertainDate("2022-12-05", "2022-12-05", Precision.DAY),
        status=Status.NO_LATER_EVENT,
        status_event=None,
        marks=(),
        contradictions=0,
        workflow=Workflow.DRAFT,
        quote_count=1,
    )
    return row._replace(**changes)


class TableApp(App[None]):
    """A table, and the pages it asks for, which are handed to it at once."""

    CSS = "StatementTable { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.asked: list[tuple[int, ...]] = []
        self.answering = True

    def compose(self) -> ComposeResult:
        yield StatementTable()

    @property
    def table(self) -> StatementTable:
        return self.query_one(StatementTable)

    def show(self, count: int) -> None:
        keys = array("q", range(count, 0, -1))
        self.table.show_results(keys, [made_row(key) for key in keys[:PAGE]], keep_cursor=False)

    def on_row_table_pages_wanted(self, message: StatementTable.PagesWanted) -> None:
        self.asked.append(message.pages)
        if self.answering:
            for page in message.pages:
                keys = self.table.keys[page * PAGE : (page + 1) * PAGE]
                self.table.add_page(message.generation, page, [made_row(key) for key in keys])


def text_of(table: StatementTable, line: int) -> str:
    return table.render_line(line).text


async def test_only_pages_in_view_are_asked_for() -> None:
    app = TableApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.show(MANY)
        await pilot.pause()
        assert app.asked == []
        await pilot.press("G")
        await pilot.pause()
        assert {page for pages in app.asked for page in pages} == {(MANY - 1) // PAGE}
        assert app.table.row == made_row(1)
        assert "Ada Smith" in text_of(app.table, 0)


async def test_rows_not_read_yet_have_a_placeholder_and_the_keys_go_on() -> None:
    app = TableApp()
    app.answering = False
    async with app.run_test(size=(100, 30)) as pilot:
        app.show(MANY)
        await pilot.press("G", "k", "k")
        await pilot.pause()
        assert app.table.cursor == MANY - 3
        assert app.table.row is None
        assert text_of(app.table, 0).strip() == "·"


async def test_rows_of_an_earlier_search_are_dropped() -> None:
    app = TableApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.show(500)
        earlier = app.table.generation
        app.show(400)
        app.table.add_page(earlier, 1, [made_row(key) for key in range(PAGE)])
        await pilot.pause()
        assert app.table.row_at(PAGE) is None


async def test_the_cursor_stays_on_its_statement_when_others_arrive() -> None:
    app = TableApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.show(50)
        await pilot.press("j", "j", "j")
        row = app.table.row
        assert row is not None
        keys = array("q", [1000, 999, *app.table.keys])
        app.table.show_results(keys, [made_row(key) for key in keys], keep_cursor=True)
        assert app.table.row == row
        assert app.table.cursor == 5


async def test_a_line_says_when_who_what_and_what_became_of_it() -> None:
    app = TableApp()
    denied = made_row(
        7,
        status=Status.DENIED,
        status_event=EventType.DENIED_UNSPECIFIED,
        marks=("third_party_disputed",),
        contradictions=2,
    )
    async with app.run_test(size=(100, 30)) as pilot:
        app.table.show_results(array("q", [7]), [denied], keep_cursor=False)
        await pilot.pause()
        line = text_of(app.table, 0)
        for words in ("5 Dec 2022", "Ada Smith", "The road is open.", "⚑", "≠"):
            assert words in line
        assert line.rstrip().endswith("⊘ denied (not said which)")


async def test_a_narrow_table_gives_each_statement_two_lines() -> None:
    app = TableApp()
    async with app.run_test(size=(60, 30)) as pilot:
        app.show(5)
        await pilot.pause()
        assert app.table.row_height == 2
        assert "Ada Smith" in text_of(app.table, 0)
        assert "The road is open." in text_of(app.table, 1)


async def test_wide_characters_and_control_characters_keep_lines_in_shape() -> None:
    app = TableApp()
    hostile = made_row(7, text="道路は開いている\x1b[31m red\n\u202eback " * 10)
    async with app.run_test(size=(100, 30)) as pilot:
        app.table.show_results(array("q", [7]), [hostile], keep_cursor=False)
        await pilot.pause()
        strip = app.table.render_line(0)
        assert strip.cell_length == app.table.scrollable_content_region.width
        assert "\x1b" not in strip.text
        assert "\u202e" not in strip.text
        assert "…" in strip.text


def test_every_kind_of_date_fits_the_column() -> None:
    dates = {
        UNKNOWN_DATE: " no date",
        UncertainDate("2022-12-05", "2022-12-05", Precision.DAY): "  5 Dec 2022",
        UncertainDate("2022-12-05T14:30", "2022-12-05T14:30", Precision.MINUTE): "  5 Dec 2022",
        UncertainDate("2022-12-01", "2022-12-31", Precision.MONTH): "    Dec 2022",
        UncertainDate("2022-01-01", "2022-12-31", Precision.YEAR): "        2022",
        UncertainDate("2022-12-05", "2023-03-02", Precision.DAY): "~ 2 Mar 2023",
        UncertainDate(None, "2023-03-02", Precision.DAY): "≤ 2 Mar 2023",
        UncertainDate("2023-03-02", None, Precision.DAY): "≥ 2 Mar 2023",
    }
    assert {date: list_date(date) for date in dates} == dates


async def test_a_date_wider_than_the_one_searched_for_is_marked() -> None:
    app = TableApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.table.show_results(array("q", [7]), [made_row(7, wider=True)], keep_cursor=False)
        await pilot.pause()
        assert "↔ 5 Dec 2022" in text_of(app.table, 0)
