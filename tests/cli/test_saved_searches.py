"""The commands of saved searches name them by their names."""

import json

from tests.cli.conftest import Command


def test_a_search_is_saved_listed_renamed_and_removed(quotetrack: Command) -> None:
    quotetrack("jot", "something, so that there is a database")
    saved = quotetrack("saved-search", "add", "denied", "status:denied", "--json")
    assert json.loads(saved.output)["name"] == "denied"
    assert quotetrack("saved-search", "rename", "denied", "denials").status == 0
    (listed,) = json.loads(quotetrack("saved-search", "--json").output)
    assert (listed["name"], listed["query"]) == ("denials", "status:denied")
    assert "status:denied" in quotetrack("saved-search", "list", "denials").output
    assert quotetrack("saved-search", "remove", "denials").status == 0
    assert json.loads(quotetrack("saved-search", "list", "--json").output) == []


def test_a_search_that_is_not_understood_is_not_saved(quotetrack: Command) -> None:
    quotetrack("jot", "something, so that there is a database")
    assert quotetrack("saved-search", "add", "wrong", "status:denyed").status == 2
    assert quotetrack("saved-search", "remove", "wrong").status == 3
