"""Correcting what is known of an article: origins follow, and everything is taken back exactly."""

import json

import pytest

from quotetrack.actions.article_editing import edit_article
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import Refused
from quotetrack.domain.tables import Article
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_story, on_day


def test_a_changed_field_says_that_it_was_entered_and_undo_is_exact(database: Database) -> None:
    with database.unit("test", "an article") as unit:
        article = unit.new_id()
        unsure = {"origin": "og:title", "certainty": "unsure"}
        origins = json.dumps({"title": unsure, "byline": unsure})
        unit.add(Article(id=article, title="Draft", byline="A desk", field_origins=origins))
    before = stored_rows(database.path)

    edit_article(
        database,
        article,
        title="Final",
        outlet="New Post",
        byline="",
        published=on_day("2023-01-02"),
    )

    title, byline, published, stored = one_row(
        database.path,
        "SELECT title, byline, published_at, field_origins FROM article WHERE id = ?",
        article,
    )
    assert (title, byline, published) == ("Final", None, "2023-01-02")
    entered = {"origin": "entered", "certainty": "sure"}
    assert json.loads(str(stored)) == dict.fromkeys(("title", "outlet", "published_at"), entered)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_date_is_taken_out_and_no_change_is_refused(database: Database) -> None:
    article = add_story(database)

    edit_article(database, article, published=UNKNOWN_DATE)

    assert one_row(database.path, "SELECT published_at FROM article") == (None,)
    with pytest.raises(Refused, match="like that already"):
        edit_article(database, article, title="Bridge stays shut")
