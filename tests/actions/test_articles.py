"""Adding articles."""

import hashlib
import zlib

import pytest

from quotetrack.actions.articles import MAXIMUM_BYTES, add_article
from quotetrack.actions.reading import list_articles, read_article
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.vocabulary import DateBasis, Precision
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import TEXT, add_story


def test_an_article_is_stored_with_its_bytes_exactly_as_received(database: Database) -> None:
    hostile = "\ufeffNews\r\n\x1b[31mred\x1b[0m\u202e and\ttabs"
    article_id = add_article(database, hostile)
    raw, digest = one_row(database.path, "SELECT raw, raw_sha256 FROM snapshot")
    assert isinstance(raw, bytes)
    assert zlib.decompress(raw) == hostile.encode()
    assert digest == hashlib.sha256(hostile.encode()).hexdigest()
    with database.reader() as reader:
        assert read_article(reader, article_id).text == hostile


def test_what_is_known_of_an_article_is_cleaned_and_kept(database: Database) -> None:
    article_id = add_article(
        database,
        TEXT,
        title="Bridge \x1b[2Jstays\nshut",
        outlet="Harbour Post",
        url="https://post.example/bridge",
        published=UncertainDate(
            "2023-03-02T08:15",
            "2023-03-02T08:15",
            Precision.MINUTE,
            "Asia/Baku",
            "now",
            DateBasis.ENTERED,
        ),
        byline="Ann Lee",
    )
    row = one_row(
        database.path,
        "SELECT title, url, published_at, published_precision, published_zone, byline FROM article"
        " WHERE id = ?",
        article_id,
    )
    assert row == (
        "Bridge stays shut",
        "https://post.example/bridge",
        "2023-03-02T08:15",
        "minute",
        "Asia/Baku",
        "Ann Lee",
    )


def test_an_outlet_is_recorded_once_however_it_is_capitalised(database: Database) -> None:
    add_article(database, "One", outlet="Harbour Post")
    add_article(database, "Two", outlet="HARBOUR POST")
    assert one_row(database.path, "SELECT count(*) FROM outlet") == (1,)


def test_the_same_text_is_refused_naming_the_article(database: Database) -> None:
    add_story(database)
    before = stored_rows(database.path)
    with pytest.raises(Refused, match="stored already, as article"):
        add_article(database, TEXT, title="Another title")
    assert stored_rows(database.path) == before


@pytest.mark.parametrize("text", ["", "  \n", "a\0b", "half \ud800"])
def test_what_is_no_text_is_refused(database: Database, text: str) -> None:
    with pytest.raises(UsageError):
        add_article(database, text)


def test_a_text_beyond_the_cap_is_refused(database: Database) -> None:
    with pytest.raises(Refused, match="an article may have"):
        add_article(database, "a" * (MAXIMUM_BYTES + 1))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "post.example/x", "file:///etc/passwd"])
def test_an_address_that_is_not_of_the_web_is_refused(database: Database, url: str) -> None:
    with pytest.raises(UsageError, match="no web address"):
        add_article(database, TEXT, url=url)


def test_a_range_is_no_day_of_publication(database: Database) -> None:
    between = UncertainDate("2023-03-01", "2023-03-10", Precision.DAY)
    with pytest.raises(UsageError, match="one time"):
        add_article(database, TEXT, published=between)


def test_a_month_is_a_day_of_publication_to_that_precision(database: Database) -> None:
    march = UncertainDate("2023-03-01", "2023-03-31", Precision.MONTH)
    add_article(database, TEXT, published=march)
    row = one_row(database.path, "SELECT published_at, published_precision FROM article")
    assert row == ("2023-03-01", "month")


def test_undoing_an_article_takes_everything_of_it_away(database: Database) -> None:
    before = stored_rows(database.path)
    add_story(database)
    with database.reader() as reader:
        assert len(list_articles(reader)) == 1
    undo(database)
    assert stored_rows(database.path) == before
