"""The inbox: jotting down from anywhere, and what is done to a line."""

from quotetrack.actions.capturing import jot, list_captures
from quotetrack.store.database import Database
from quotetrack.tui.screens.inbox import InboxScreen
from tests.tui.conftest import MakeApp
from tests.tui.driving import browse, press, settle, shown
from tests.tui.hosting import row

WIDE = (140, 40)


async def test_a_line_jotted_down_leaves_one_where_one_was(
    make_app: MakeApp, sample: Database
) -> None:
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "c", *"Ring", "space", *"https")
        await press(pilot, "colon", "slash", "slash", *"a", "full_stop", *"example", "enter")
        assert browse(pilot).table.cursor == 2
        assert pilot.app.screen.has_class("-reading") is False
        assert "Inbox ○4" in shown(pilot)
    stored = row(sample, "SELECT text, url FROM capture WHERE text LIKE 'Ring%'")
    assert stored == {"text": "Ring https://a.example", "url": "https://a.example"}


async def test_the_newest_line_comes_first_and_the_filter_shows_the_others(
    make_app: MakeApp, database: Database
) -> None:
    jot(database, "An older one")
    jot(database, "[b]The newest[/b]")
    async with make_app(database).run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        screen = pilot.app.screen
        assert isinstance(screen, InboxScreen)
        assert screen.current is not None
        assert screen.current.text == "[b]The newest[/b]"
        assert "[b]The newest[/b]" in shown(pilot)
        await press(pilot, "D")
        assert "The newest" not in shown(pilot)
        await press(pilot, "f")
        assert "discarded" in shown(pilot)
        await press(pilot, "g", "D")
        assert "This line is discarded already." in shown(pilot)


async def test_working_a_line_up_takes_its_words_and_its_stored_article(
    make_app: MakeApp, sample: Database
) -> None:
    with sample.reader() as reader:
        (url,) = reader.connection.execute(
            "SELECT url FROM article WHERE title LIKE 'Two capitals%'"
        ).fetchone()
    jot(sample, f"Armenia was in the way of a settlement {url}")
    async with make_app().run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "G", "enter")
        assert "found in the article's text" in shown(pilot)
        assert "Two capitals, one treaty" in shown(pilot)


async def test_an_empty_inbox_says_how_it_fills(make_app: MakeApp, database: Database) -> None:
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        assert "Nothing waits here" in shown(pilot)
        await press(pilot, "D", "e", "a", "o", "enter")
    with database.reader() as reader:
        assert list_captures(reader) == []
