"""Citing statements from their sources, and where those open."""

import json
from collections.abc import Iterator

import pytest

from quotetrack.actions.citing import cite, find_address, find_citables, recorded_address
from quotetrack.actions.reading import read_article, show_statement
from quotetrack.domain.citation_style import CitationFormat
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.tables import Article, Event, Quote
from quotetrack.store.database import Database
from tests.actions.story import add_remark, add_story, add_words
from tests.reading.desk import Desk


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    with database.reader() as reader:
        yield Desk(database, reader.connection)


@pytest.fixture
def article(database: Database) -> int:
    return add_story(database)


@pytest.fixture
def remark(database: Database, article: int) -> int:
    return add_remark(database, article)


def quote_of(database: Database, statement: int) -> int:
    with database.reader() as reader:
        return show_statement(reader, statement).quotes[0].id


def test_a_statement_is_cited_with_its_source_capture_and_place(
    database: Database, remark: int
) -> None:
    with database.reader() as reader:
        cited = cite(reader, [remark])

    assert cited.text == (
        "Ruth Ames, Harbour Master, Port of Ely, 5 Dec 2022: “the bridge opens in spring, not "
        "before” — “Bridge stays shut”, Harbour Post, 2 Mar 2023 "
        "(captured 14 Mar 2023 09:30 UTC, characters 64–102)."
    )
    assert cited.statements[0].fields["form"] == "partial"
    assert cited.statements[0].quote_id == quote_of(database, remark)


def test_several_are_cited_in_the_order_named(database: Database, remark: int) -> None:
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    other = add_words(database, speaker, "nothing was agreed", "2022-12-10")

    with database.reader() as reader:
        items = json.loads(cite(reader, [other, remark], CitationFormat.CSL_JSON).text)

    assert [item["type"] for item in items] == ["speech", "article-newspaper"]


def test_the_words_as_spoken_come_before_a_translation_and_before_what_no_capture_holds(
    desk: Desk, remark: int
) -> None:
    original = quote_of(desk.database, remark)
    translated = desk.add(
        Quote, statement_id=remark, exact="a", translated_from="pt", start=0, end=1
    )
    unplaced = desk.add(Quote, statement_id=remark, exact="b")

    with desk.database.reader() as reader:
        (citable,) = find_citables(reader, [remark])
        chosen = cite(reader, [remark], quote_id=translated)

    assert [source.quote.id for source in citable.sources] == [original, unplaced, translated]
    assert "(translated from pt)" in chosen.text


def test_what_a_publisher_did_to_the_quote_is_said_of_that_quote_only(
    desk: Desk, remark: int
) -> None:
    quote = quote_of(desk.database, remark)
    other = desk.add(Quote, statement_id=remark, exact="b")
    desk.event(remark, "publisher_withdrew", quote_id=quote)
    desk.add(
        Event, statement_id=remark, quote_id=quote, type="publisher_corrected", state="suggested"
    )

    with desk.database.reader() as reader:
        assert "Status: withdrawn by the publisher." in cite(reader, [remark]).text
        assert "publisher" not in cite(reader, [remark], quote_id=other).text


def test_what_was_said_off_the_record_is_not_cited(desk: Desk, remark: int) -> None:
    desk.change(Quote, quote_of(desk.database, remark), attribution_basis="off_record")

    with desk.database.reader() as reader, pytest.raises(Refused, match="off the record"):
        cite(reader, [remark])


def test_what_cannot_be_cited_is_refused_in_words(database: Database, remark: int) -> None:
    quote = quote_of(database, remark)
    with database.reader() as reader:
        with pytest.raises(UsageError, match="at least one"):
            cite(reader, [])
        with pytest.raises(Refused, match="at most 2,000"):
            cite(reader, [remark] * 2_001)
        with pytest.raises(UsageError, match="for one statement"):
            cite(reader, [remark, remark], quote_id=quote)
        with pytest.raises(NotFound, match="no statement"):
            cite(reader, [remark, 12345])
        with pytest.raises(NotFound, match="is none of statement"):
            cite(reader, [remark], quote_id=12345)


def test_a_source_without_an_address_says_what_to_do(
    database: Database, article: int, remark: int
) -> None:
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
        with pytest.raises(NotFound, match="Record one"):
            find_address(reader, remark)
        with pytest.raises(NotFound, match="Record one"):
            recorded_address(read_article(reader, article).summary.url)
    bare = add_words(database, speaker, "nothing was agreed", "2022-12-10")
    with database.reader() as reader, pytest.raises(NotFound, match="to open"):
        find_address(reader, bare)


def test_a_source_opens_at_the_words(desk: Desk, article: int, remark: int) -> None:
    desk.change(Article, article, url="https://harbour.example/bridge")

    with desk.database.reader() as reader:
        assert find_address(reader, remark) == (
            "https://harbour.example/bridge#:~:text=Ames%20said%20%E2%80%9C-,the%20bridge%20opens"
            "%20in%20spring%2C%20not%20before,-%E2%80%9D.%20She"
        )
        assert recorded_address(read_article(reader, article).summary.url) == (
            "https://harbour.example/bridge"
        )


def test_without_a_quote_named_the_best_source_with_an_address_opens(
    desk: Desk, remark: int
) -> None:
    other = desk.add(Article, url="https://other.example/talk.mp4", kind="video")
    quote = desk.add(Quote, statement_id=remark, article_id=other, exact="x", timecode=12.0)

    with desk.database.reader() as reader:
        assert find_address(reader, remark) == "https://other.example/talk.mp4#t=12"
        assert find_address(reader, remark, quote) == "https://other.example/talk.mp4#t=12"
        with pytest.raises(NotFound):
            find_address(reader, remark, quote_of(desk.database, remark))
