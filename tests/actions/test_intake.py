"""What comes in becomes an article, or a further snapshot of one that is known."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.intake import captured_bytes, captured_file, store_capture
from quotetrack.actions.snapshots import Captured, Known
from quotetrack.actions.statements import add_statement
from quotetrack.domain.addresses import same_address
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import FetchRefused, Refused
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from quotetrack.store.undo import undo_last
from tests.sources.layouts import LAYOUTS, WORDS
from tests.sources.test_recordings_and_documents import VTT, pdf
from tests.store.story import logical_content

URL = "https://www.courier.example/bridge?utm_source=feed#top"
PAGE = LAYOUTS[0].html.encode()
CHANGED = PAGE.replace(b"two of its eight", b"three of its eight")


def captured(raw: bytes = PAGE, url: str | None = URL) -> Captured:
    return Captured(raw, "text/html", url, "utf-8", 200, "2024-06-08T10:00:00+00:00")


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    with database.reader() as reader:
        return reader.connection.execute(sql).fetchall()


def test_a_page_is_kept_with_what_it_says_and_where(database: Database) -> None:
    before = logical_content(database.path)

    stored = store_capture(database, captured())

    (found,) = rows(
        database,
        "SELECT article.id, title, byline, outlet.name, published_at, published_zone, updated_at,"
        " url, field_origins FROM article JOIN outlet ON outlet.id = outlet_id",
    )
    assert found[:8] == (
        stored.article_id,
        "Bridge stays closed to lorries",
        "Noor Haddad and Ivo Brandt",
        "Harbour Courier",
        "2024-06-05T07:30",
        "+02:00",
        "2024-06-06T09:00",
        URL,
    )
    origins = {name: each["origin"] for name, each in json.loads(found[8]).items()}
    assert origins["title"] == "heading"
    assert origins["byline"] == origins["published_at"] == "json-ld"
    assert origins["url"] == "fetched"
    ((status, at, media_type),) = rows(
        database, "SELECT http_status, fetched_at, media_type FROM snapshot"
    )
    assert (status, at) == (200, "2024-06-08T10:00:00+00:00")
    assert media_type == "text/html; charset=utf-8"
    assert not check_database(database)
    undo_last(database)
    assert logical_content(database.path) == before


def test_what_a_person_says_goes_before_what_the_page_says(database: Database) -> None:
    store_capture(database, captured(), Known(title="Bridge closed", published=UNKNOWN_DATE))

    ((title, published, origins),) = rows(
        database, "SELECT title, published_at, field_origins FROM article"
    )
    assert (title, published) == ("Bridge closed", None)
    assert json.loads(origins)["title"]["origin"] == "entered"
    assert "published_at" not in json.loads(origins)


def test_the_same_page_changed_becomes_a_snapshot_of_its_article(database: Database) -> None:
    first = store_capture(database, captured())

    second = store_capture(database, captured(CHANGED, "http://courier.example/bridge/"))

    assert second.article_id == first.article_id
    assert (second.new, second.changed) == (False, True)
    assert rows(database, "SELECT count(*) FROM article") == [(1,)]
    assert rows(database, "SELECT count(*) FROM snapshot") == [(2,)]
    undo_last(database)
    assert rows(database, "SELECT count(*) FROM snapshot") == [(1,)]


def test_a_page_whose_frame_alone_changed_has_the_same_text(database: Database) -> None:
    store_capture(database, captured())

    again = store_capture(database, captured(PAGE.replace(b"Tram fares", b"Bus fares")))

    assert (again.new, again.changed) == (False, False)


def test_the_very_same_bytes_are_not_stored_twice(database: Database) -> None:
    store_capture(database, captured())

    with pytest.raises(Refused, match="stored already"):
        store_capture(database, captured())
    assert rows(database, "SELECT count(*) FROM snapshot") == [(1,)]


def test_the_same_words_at_another_outlet_are_another_article(database: Database) -> None:
    store_capture(database, captured())

    other = store_capture(database, captured(PAGE + b"<!-- -->", "https://mirror.example/bridge"))

    assert other.new


def test_a_saved_page_is_told_from_a_text(tmp_path: Path) -> None:
    page, text = tmp_path / "a.html", tmp_path / "a.txt"
    page.write_bytes(PAGE)
    text.write_text(WORDS[0], encoding="utf-8")

    assert captured_file(page).media_type == "text/html"
    assert captured_file(text).media_type == "text/plain"
    assert captured_bytes(b"  <!DOCTYPE html><p>").media_type == "text/html"


@pytest.mark.parametrize("raw", [b"", b"   \n", b"a\0b"])
def test_what_has_no_words_is_refused_and_nothing_kept(database: Database, raw: bytes) -> None:
    before = logical_content(database.path)

    with pytest.raises(FetchRefused):
        store_capture(database, captured_bytes(raw))
    assert logical_content(database.path) == before


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://www.a.example/x?utm_source=y", "http://a.example/x/", True),
        ("https://a.example/x#:~:text=words", "https://m.a.example/x", True),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/X", "https://a.example/x", False),
    ],
)
def test_two_addresses_of_one_page_are_the_same(first: str, second: str, same: bool) -> None:
    assert (same_address(first) == same_address(second)) is same


def test_a_quote_of_a_recording_knows_its_time_and_one_of_a_document_its_page(
    database: Database,
) -> None:
    recording = store_capture(database, captured_bytes(VTT.encode(), ".vtt"))
    document = store_capture(database, captured_bytes(pdf("Words.", "Nobody has to change.")))

    for stored, words in ((recording, "change a ferry"), (document, "Nobody has to change")):
        add_statement(
            database,
            text=words,
            speaker=NewSpeaker("Ines Vollmer"),
            article_id=stored.article_id,
            said=UNKNOWN_DATE,
        )

    assert rows(database, "SELECT timecode, page FROM quote ORDER BY id") == [
        (63.25, None),
        (None, 2),
    ]
