"""The list of articles page by page, and everything about one of them."""

import json

import pytest

from quotetrack.domain.errors import NotFound
from quotetrack.domain.tables import ArticleReliance, Note
from quotetrack.domain.vocabulary import AnchorState, Certainty, Precision, Visibility
from quotetrack.store.reading.article_pages import list_article_rows, read_article_record
from tests.reading.desk import Desk

TEXT = "He said yes. She said no."


def test_the_article_published_last_comes_first_and_undated_ones_last(desk: Desk) -> None:
    old, _ = desk.article("Old", published_at="2021-05-01")
    undated, _ = desk.article("Undated")
    new, _ = desk.article("New", published_at="2023-01-09T10:15")

    rows = list_article_rows(desk.connection)

    assert [row.id for row in rows] == [new, old, undated]
    assert rows[0].outlet == "Courier"
    assert [row.published for row in rows] == ["2023-01-09T10:15", "2021-05-01", None]


def test_pages_go_on_below_the_last_key_and_miss_nothing(desk: Desk) -> None:
    days = ["2023-01-02", "2023-01-02", None, "2022-12-31", None, "2023-01-03"]
    for number, day in enumerate(days):
        desk.article(f"Article {number}", published_at=day)
    whole = list_article_rows(desk.connection)

    pages, after = [], None
    while page := list_article_rows(desk.connection, limit=2, after=after):
        pages += page
        after = page[-1].key

    assert pages == whole
    assert len(whole) == len(days)


def test_the_list_is_filtered_by_words_of_title_and_outlet(desk: Desk) -> None:
    talks, _ = desk.article("Talks resume")
    desk.article("Bridge shut")

    assert [row.id for row in list_article_rows(desk.connection, " talks")] == [talks]
    assert len(list_article_rows(desk.connection, "courier")) == 2


def test_statements_are_counted_once_and_off_record_ones_never(desk: Desk) -> None:
    speaker = desk.speaker("Ada Byron")
    article, _ = desk.article("Talks", TEXT)
    twice = desk.statement(speaker, "yes")
    desk.quote(twice, "yes", article_id=article)
    desk.quote(twice, "yes.", article_id=article)
    secret = desk.statement(speaker, "no", visibility=Visibility.OFF_RECORD)
    desk.quote(secret, "no", article_id=article)

    (row,) = list_article_rows(desk.connection)
    record = read_article_record(desk.connection, article)

    assert row.statements == 1
    assert {quote.statement_id for quote in record.quotes} == {twice}


def test_a_quote_has_offsets_only_in_the_text_that_is_shown(desk: Desk) -> None:
    speaker = desk.speaker("Ada Byron")
    article, first = desk.article("Talks", TEXT)
    latest = desk.snapshot_text(article, TEXT, at="2023-04-01T00:00:00+00:00")
    statement = desk.statement(speaker, "yes", "2022-12-05")
    old = desk.quote(statement, "yes", article_id=article, snapshot_text_id=first, start=8, end=11)
    new = desk.quote(statement, "no", article_id=article, snapshot_text_id=latest, start=22, end=24)
    desk.anchoring(new, "exact", "2023-04-01")

    record = read_article_record(desk.connection, article)

    assert record.text_id == latest
    assert [(quote.id, quote.start, quote.end) for quote in record.quotes] == [
        (new, 22, 24),
        (old, None, None),
    ]
    assert record.quotes[0].state is AnchorState.EXACT
    assert record.quotes[0].speaker_name == "Ada Byron"
    assert len(record.snapshots) == 2


def test_fields_say_where_they_come_from_and_dates_how_fine_they_are(desk: Desk) -> None:
    article, _ = desk.article(
        "Talks",
        published_at="2022-12-01",
        published_precision="month",
        updated_at="2023-01-02T10:15",
        updated_precision="minute",
        updated_zone="Asia/Baku",
        field_origins=json.dumps({"title": {"origin": "og:title", "certainty": "unsure"}}),
    )

    record = read_article_record(desk.connection, article)

    assert record.origins["title"].origin == "og:title"
    assert record.origins["title"].certainty is Certainty.UNSURE
    assert (record.published.earliest, record.published.precision) == ("2022-12", Precision.MONTH)
    assert (record.updated.earliest, record.updated.zone) == ("2023-01-02T10:15", "Asia/Baku")
    assert record.text_id is None


def test_notes_and_what_relies_on_what_are_told_in_both_directions(desk: Desk) -> None:
    source, _ = desk.article("Source")
    copy, _ = desk.article("Copy")
    desk.add(ArticleReliance, article_id=copy, relies_on_id=source)
    desk.add(Note, article_id=copy, text="a retelling", author="ada", at="2023-01-01")

    of_copy = read_article_record(desk.connection, copy)
    of_source = read_article_record(desk.connection, source)

    assert [article.id for article in of_copy.relies_on] == [source]
    assert of_copy.relied_on_by == ()
    assert [article.id for article in of_source.relied_on_by] == [copy]
    assert [note.text for note in of_copy.notes] == ["a retelling"]


def test_an_article_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="There is no article"):
        read_article_record(desk.connection, 1)
