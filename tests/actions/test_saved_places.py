"""Saved places: kept under a name of one's own, listed, removed, each taken back exactly."""

from collections.abc import Callable

import pytest

from quotetrack.actions.saved_places import list_places, remove_place, save_place, suggest_name
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.place_records import Place
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows
from tests.actions.story import add_remark, add_story


def test_a_place_is_saved_listed_and_removed(database: Database) -> None:
    before = stored_rows(database.path)
    place = Place("article", 7, 120)
    save_place(database, "  the [b]checkpoint[/b]\x1b[0m ", place)
    saved = stored_rows(database.path)
    with database.reader() as reader:
        (found,) = list_places(reader, "ada", "CHECK")
        assert list_places(reader, "ada", "%") == []
    assert (found.name, found.place, found.author) == ("the [b]checkpoint[/b]", place, "ada")
    remove_place(database, found.name)
    undo(database)
    assert stored_rows(database.path) == saved
    undo(database)
    assert stored_rows(database.path) == before


def test_a_name_is_taken_once_by_each(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    save_place(database, "mine", Place("browse", query="road"))
    with pytest.raises(Refused, match="already"):
        save_place(database, "mine", Place("inbox"))
    other = open_as("bea")
    save_place(other, "mine", Place("inbox"))
    with other.reader() as reader:
        assert [each.author for each in list_places(reader, "ada")] == ["ada", "bea"]
    with pytest.raises(NotFound, match="no place"):
        remove_place(other, "hers")
    with pytest.raises(UsageError, match="empty"):
        save_place(other, " ", Place("inbox"))


def test_the_suggested_name_is_what_stands_there(database: Database) -> None:
    statement = add_remark(database, add_story(database))
    with database.reader() as reader:
        there = Place("browse", statement, query="bridge")
        assert suggest_name(reader, there) == "the bridge opens in spring, not before"
        assert suggest_name(reader, Place("browse", 42, query="bridge")) == "bridge"
        assert suggest_name(reader, Place("history")) == "history"
