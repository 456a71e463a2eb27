"""Browse: searching, choosing a speaker, moving through the table, reading a statement."""

import sqlite3

from textual.widgets import Input

from quotetrack.actions.reading import show_statement
from quotetrack.domain.records import StatementRow
from quotetrack.store.database import Database
from quotetrack.tui.widgets.facet_list import FacetList
from quotetrack.tui.widgets.search_line import SearchLine
from quotetrack.tui.widgets.statement_detail import StatementDetail
from quotetrack.tui.widgets.statement_table import StatementTable
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse, press, search, settle, shown

WIDE = (140, 40)
SMALL = (80, 24)


async def test_statements_speakers_and_counts_are_there_at_the_start(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = browse(pilot)

        keys = list(screen.table.keys)
        assert keys == sorted(keys, reverse=True)
        assert len(keys) > 50
        assert screen.table.has_focus
        assert screen.detail.record is not None
        assert screen.table.row is not None
        assert screen.detail.record.row.id == screen.table.row.id
        assert "Stellan Brockhurst" in shown(pilot)
        assert f"{len(keys)} statements" in shown(pilot)


async def test_results_follow_what_is_typed(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        everything = len(browse(pilot).table.keys)
        await press(pilot, "slash", *"checkpoint")

        found = browse(pilot).table
        assert 0 < len(found.keys) < everything
        assert found.row is not None
        assert "checkpoint" in found.row.text


async def test_escape_leaves_the_search_line_and_then_empties_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        everything = len(browse(pilot).table.keys)
        await search(pilot, "speaker:volkov")
        assert len(browse(pilot).table.keys) == 1
        await press(pilot, "escape")
        assert browse(pilot).table.has_focus
        assert browse(pilot).search_text == "speaker:volkov"
        await press(pilot, "escape")
        assert browse(pilot).search_text == ""
        assert len(browse(pilot).table.keys) == everything


async def test_keys_typed_at_once_after_the_slash_all_reach_the_search(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        for key in ("slash", *"said"):
            pilot.app.simulate_key(key)
        await settle(pilot)

        assert browse(pilot).search_text == "said"


async def test_an_error_is_marked_where_it_stands_and_results_stay(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        before = list(browse(pilot).table.keys)
        await search(pilot, "status:denyed")

        line = browse(pilot).query_one(SearchLine)
        assert line.has_class("-error")
        assert "denied" in shown(pilot)
        assert list(browse(pilot).table.keys) == before
        await search(pilot, "status:denied")
        assert not line.has_class("-error")
        assert 0 < len(browse(pilot).table.keys) < len(before)


async def test_words_that_match_only_a_name_offer_that_speaker(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await search(pilot, "volkov")
        assert "Andrei Volkov said" in shown(pilot)
        await press(pilot, "enter")

        assert browse(pilot).search_text == 'speaker:"Andrei Volkov"'
        assert [row.speaker_name for row in _rows(browse(pilot).table)] == ["Andrei Volkov"]


async def test_choosing_a_speaker_narrows_the_search_and_everyone_widens_it(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await search(pilot, "speaker:pellman road")
        await press(pilot, "escape", "s", *"volk", "enter")
        assert browse(pilot).search_text == 'speaker:"Andrei Volkov" road'
        await press(pilot, "f", "home", "enter")
        assert browse(pilot).search_text == "road"


async def test_a_small_terminal_folds_the_speakers_and_shows_them_on_demand(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        speakers = browse(pilot).query_one(FacetList)
        assert not speakers.display
        await press(pilot, "s")
        assert speakers.display
        assert speakers.has_focus_within
        await press(pilot, "escape")
        assert not speakers.display
        assert browse(pilot).table.has_focus


async def test_enter_gives_the_statement_the_small_screen_and_escape_takes_it_back(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        table, detail = browse(pilot).table, browse(pilot).detail
        assert table.display
        assert detail.display
        await press(pilot, "enter")
        assert not table.display
        assert detail.has_focus
        assert detail.size.height >= 18
        await press(pilot, "G")
        assert detail.scroll_offset.y > 0
        await press(pilot, "escape")
        assert table.display
        assert table.has_focus


async def test_every_way_of_moving_through_the_table(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        table = browse(pilot).table
        last = len(table.keys) - 1
        places = []
        for key in ("j", "down", "k", "up", "G", "g", "end", "home", "pagedown", "pageup"):
            await press(pilot, key)
            places.append(table.cursor)
        assert places[:8] == [1, 2, 1, 0, last, 0, last, 0]
        assert places[8] > 5
        assert places[9] == 0
        await press(pilot, "G")
        assert table.row is not None
        assert table.row.key == table.keys[last]


async def test_the_statement_pane_follows_the_cursor(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "j")
        screen = browse(pilot)
        assert screen.detail.record is not None
        assert screen.table.row is not None
        assert screen.detail.record.row.id == screen.table.row.id


async def test_a_click_moves_the_cursor_and_a_second_one_opens(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.click(StatementTable, offset=(20, 3))
        await settle(pilot)
        assert browse(pilot).table.cursor == 2
        await pilot.click(StatementTable, offset=(20, 3), times=2)
        await settle(pilot)
        assert browse(pilot).query_one(StatementDetail).has_focus


async def test_everything_about_a_denied_remark_is_on_the_screen(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(140, 70)) as pilot:
        await settle(pilot)
        await search(pilot, "speaker:volkov")
        text = " ".join(shown(pilot).split())

        for words in (
            "Andrei Volkov",
            "then Commander, Russian peacekeepers",
            "5 Dec 2022",
            "⊘ denied (not said which)",
            "⚑ contradiction",
            "What became of it",
            "contradicted by the later event",
            "Sources",
            "✓ exact wording",
        ):
            assert words in text


async def test_an_empty_database_says_what_to_do(make_app: MakeApp, database: Database) -> None:
    async with make_app(database).run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "Nothing recorded yet" in shown(pilot)
        assert "add an article" in shown(pilot)
        await press(pilot, "enter", "t", "i", "j", "G")
        assert pilot.app.screen is browse(pilot)


async def test_a_change_by_another_program_is_shown_and_the_cursor_stays(
    make_app: MakeApp, sample: Database
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j")
        before = browse(pilot).table.row
        assert before is not None
        connection = sqlite3.connect(sample.path)
        connection.execute("UPDATE speaker SET name = 'Renamed'")
        connection.commit()
        connection.close()
        app._look()
        await settle(pilot)

        after = browse(pilot).table.row
        assert after is not None
        assert after.id == before.id
        assert "Renamed" in shown(pilot)


async def test_a_database_that_cannot_be_read_is_one_line_and_the_keys_go_on(
    make_app: MakeApp, sample: Database
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        await settle(pilot)
        content = sample.path.read_bytes()
        sample.path.write_bytes(b"no database at all" * 300)
        await search(pilot, "road")
        assert "could not be read" in shown(pilot)
        sample.path.write_bytes(content)
        await search(pilot, "checkpoint")
        assert len(browse(pilot).table.keys) > 0


async def test_hostile_text_is_shown_as_text(make_app: MakeApp, sample: Database) -> None:
    connection = sqlite3.connect(sample.path)
    connection.execute(
        "UPDATE speaker SET name = ? WHERE name = 'Andrei Volkov'",
        ("[red]Vol\x1b[2Jkov\u202e[/]",),
    )
    connection.commit()
    connection.close()
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await search(pilot, "checkpoint")
        assert "\x1b" not in shown(pilot)
        assert "\u202e" not in shown(pilot)
        assert "[red]Vol" in shown(pilot)


async def test_nothing_read_late_replaces_a_newer_search(make_app: MakeApp) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        entry = browse(pilot).query_one("#search-input", Input)
        for text in ("speaker:pellman", "status:retracted", "speaker:volkov"):
            entry.value = text
        await settle(pilot)
        assert {row.speaker_name for row in _rows(browse(pilot).table)} == {"Andrei Volkov"}


async def test_the_shown_statement_is_the_stored_one(make_app: MakeApp, sample: Database) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        record = browse(pilot).detail.record
        assert record is not None
        with sample.reader() as reader:
            assert record == show_statement(reader, record.row.id)


def _rows(table: StatementTable) -> list[StatementRow]:
    rows = [table.row_at(index) for index in range(len(table.keys))]
    return [row for row in rows if row is not None]
