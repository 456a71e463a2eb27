"""Which article takes its report from which."""

import pytest

from quotetrack.actions.article_reading import show_article
from quotetrack.actions.articles import add_article
from quotetrack.actions.quoting import add_quote
from quotetrack.actions.reading import show_statement
from quotetrack.actions.reliance import remove_reliance, set_reliance
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, Refused
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_remark, add_story


def test_two_articles_that_rely_on_each_other_are_one_source(database: Database) -> None:
    story = add_story(database)
    remark = add_remark(database, story)
    echo = add_article(database, "It opens in spring, she said.", title="Spring", outlet="The Echo")
    add_quote(database, remark, text="It opens in spring", article_id=echo)
    before = stored_rows(database.path)

    def independent() -> int:
        with database.reader() as reader:
            return show_statement(reader, remark).independence.independent

    assert independent() == 2
    set_reliance(database, echo, story, note="names the Post")
    assert independent() == 1
    with database.reader() as reader:
        assert [each.id for each in show_article(reader, echo).relies_on] == [story]
        assert [each.id for each in show_article(reader, story).relied_on_by] == [echo]
    undo(database)
    assert stored_rows(database.path) == before


def test_recorded_again_it_stays_one_and_keeps_its_note(database: Database) -> None:
    story = add_story(database)
    echo = add_article(database, "It opens in spring.", title="Spring")
    first = set_reliance(database, echo, story, note="names the Post")
    assert set_reliance(database, echo, story) == first
    note = "SELECT note FROM article_reliance"
    assert one_row(database.path, note) == ("names the Post",)
    set_reliance(database, echo, story, note="same mistake")
    assert one_row(database.path, note) == ("same mistake",)


def test_it_is_taken_back(database: Database) -> None:
    story = add_story(database)
    echo = add_article(database, "It opens in spring.", title="Spring")
    before = stored_rows(database.path)
    with pytest.raises(Refused, match="itself"):
        set_reliance(database, echo, echo)
    with pytest.raises(NotFound, match="not recorded"):
        remove_reliance(database, echo, story)
    set_reliance(database, echo, story)
    recorded = stored_rows(database.path)
    remove_reliance(database, echo, story)
    assert stored_rows(database.path) == before
    undo(database)
    assert stored_rows(database.path) == recorded
