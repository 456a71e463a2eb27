"""Saved searches: named once for the whole desk, listed, renamed, removed, each taken back."""

from collections.abc import Callable

import pytest

from quotetrack.actions.saved_searches import (
    list_searches,
    remove_search,
    rename_search,
    save_search,
)
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, QueryError, Refused, UsageError
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows


def test_each_step_is_taken_back_exactly(database: Database) -> None:
    states = [stored_rows(database.path)]
    save_search(database, "  denied [b]lately[/b]\x1b[0m ", "status:denied ")
    states.append(stored_rows(database.path))
    with database.reader() as reader:
        (found,) = list_searches(reader, "LATELY")
        assert list_searches(reader, "denied") == [found]
        assert list_searches(reader, "%") == []
    assert found[1:] == ("denied [b]lately[/b]", "status:denied", "ada")
    rename_search(database, found.name, "denials")
    states.append(stored_rows(database.path))
    remove_search(database, "denials")
    with database.reader() as reader:
        assert list_searches(reader) == []
    for state in reversed(states):
        undo(database)
        assert stored_rows(database.path) == state


def test_a_name_is_taken_once(database: Database, open_as: Callable[[str], Database]) -> None:
    save_search(database, "mine", "road")
    save_search(database, "other", "bridge")
    with pytest.raises(Refused, match="already"):
        save_search(open_as("bea"), "mine", "bridge")
    with pytest.raises(Refused, match="already"):
        rename_search(database, "other", "mine")
    rename_search(database, "other", "other ")


def test_what_cannot_be_saved_says_why(database: Database) -> None:
    with pytest.raises(UsageError, match="name is empty"):
        save_search(database, " ", "road")
    with pytest.raises(UsageError, match="search is empty"):
        save_search(database, "all", " ")
    with pytest.raises(QueryError):
        save_search(database, "wrong", "status:denyed")
    for change in (remove_search, lambda at, name: rename_search(at, name, "x")):
        with pytest.raises(NotFound, match="saved-search list"):
            change(database, "nothing")
