"""The next start goes back to where one was: search, row, screen and theme, for each database."""

import json
from pathlib import Path

import pytest

from quotetrack.configuration import Configuration, load_configuration
from quotetrack.domain.errors import UsageError
from quotetrack.session import MOST_DATABASES, Session
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from quotetrack.tui.places import Place, place_of
from quotetrack.tui.themes import NIGHT
from tests.tui.driving import browse, press, search, settle

WIDE = (140, 40)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of the session, in a folder that is not there yet."""
    return tmp_path / "state" / "session.json"


def app_with(database: Database, kept: Path, theme: str | None = None) -> QuotetrackApp:
    return QuotetrackApp(database, Configuration(theme=theme), session=Session(kept))


async def test_search_row_and_theme_are_there_again(sample: Database, kept: Path) -> None:
    app = app_with(sample, kept)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await search(pilot, "status:denied")
        await press(pilot, "escape", "j", "j", "T", "down", "down", "enter")
        place = place_of(app)
        assert place.row_id is not None
        await press(pilot, "q")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(kept.parent.iterdir()) == [kept]

    app = app_with(sample, kept)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert browse(pilot).search_line.text == "status:denied"
        assert place_of(app) == place
        assert app.theme == NIGHT.name


@pytest.mark.parametrize("key", ["2", "3", "4", "i"])
async def test_another_screen_is_there_again(sample: Database, kept: Path, key: str) -> None:
    app = app_with(sample, kept)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", key)
        place = place_of(app)
        assert place.screen != "browse"
        await press(pilot, "ctrl+q")

    app = app_with(sample, kept)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert place_of(app) == place


async def test_a_theme_of_the_configuration_begins_each_time(sample: Database, kept: Path) -> None:
    Session(kept).choose_theme("paper")
    app = app_with(sample, kept, theme="night")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert app.theme == NIGHT.name


@pytest.mark.parametrize(
    "place",
    [
        {"screen": "browse", "row": "12345", "query": "road"},
        {"screen": "speaker", "row": "12345"},
        {"screen": "a screen of next year", "row": "1"},
        {"screen": "browse", "row": 7, "position": -3, "query": 'unfinished "quote'},
        {"screen": "browse", "row": "9" * 400, "query": []},
        ["no", "place"],
        None,
    ],
)
async def test_what_is_gone_or_garbled_is_no_obstacle(
    sample: Database, kept: Path, place: object
) -> None:
    kept.parent.mkdir()
    kept.write_text(json.dumps({"theme": 7, "places": {str(sample.path): place}}))
    app = app_with(sample, kept)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await settle(pilot)
        await press(pilot, "1")
        assert app.is_running
        await press(pilot, "q")
    assert json.loads(kept.read_text())["places"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"places": 3}']
)
def test_a_file_that_is_no_session_is_as_if_it_were_not_there(kept: Path, content: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(content)
    session = Session(kept)
    assert session.theme is None
    assert session.place_in(Path("/desk.db")) is None
    session.leave(Path("/desk.db"), Place("browse", 5, None, "road"))
    assert Session(kept).place_in(Path("/desk.db")) == Place("browse", 5, None, "road")


def test_each_database_has_its_own_place_and_the_oldest_are_forgotten(kept: Path) -> None:
    session = Session(kept)
    for number in range(MOST_DATABASES + 1):
        session.leave(Path(f"/{number}.db"), Place("browse", number))
    assert session.place_in(Path("/0.db")) is None
    assert session.place_in(Path("/1.db")) == Place("browse", 1)


def test_two_sessions_at_once_do_not_forget_each_other(kept: Path) -> None:
    one, other = Session(kept), Session(kept)
    one.leave(Path("/one.db"), Place("inbox"))
    other.choose_theme("paper")
    other.leave(Path("/other.db"), Place("articles"))
    assert Session(kept).place_in(Path("/one.db")) == Place("inbox")
    assert Session(kept).theme == "paper"


def test_of_a_demo_only_the_theme_is_remembered(kept: Path) -> None:
    session = Session(kept, places=False)
    session.leave(Path("/demo.db"), Place("browse"))
    assert not kept.exists()
    session.choose_theme("paper")
    assert json.loads(kept.read_text()) == {"theme": "paper"}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    Session(tmp_path / "state" / "session.json").choose_theme("paper")


def test_it_can_be_turned_off(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("restore = false")
    assert load_configuration(config).restore is False
    config.write_text('restore = "no"')
    with pytest.raises(UsageError, match="true or false"):
        load_configuration(config)
