"""Searches are narrowed by one value of each facet, and widened again."""

import pytest

from quotetrack.actions.narrowing import Narrowing, narrowed, narrowings, widened


@pytest.mark.parametrize(
    ("search", "term", "after"),
    [
        ("", "status:denied", "status:denied"),
        ("road clo", "status:denied", "status:denied road clo"),
        ("status:retracted road", "status:denied", "status:denied road"),
        ("road said:2022..2023 bridge", "year:2022", "year:2022 road bridge"),
        ('speaker:"ann lee" status:denied', "speaker:bea", "speaker:bea status:denied"),
        ("-status:denied road", "status:denied", "status:denied -status:denied road"),
        ("(status:denied OR road)", "status:retracted", "status:retracted (status:denied OR road)"),
    ],
)
def test_a_facet_has_one_value(search: str, term: str, after: str) -> None:
    assert narrowed(search, term) == after


def test_what_narrows_is_told_and_taken_off() -> None:
    search = 'speaker:"Ann Lee" road year:2022'
    assert narrowings(search) == [
        Narrowing("speaker", 'speaker:"Ann Lee"', "Ann Lee"),
        Narrowing("year", "year:2022", "2022"),
    ]
    assert widened(search) == "road"
    assert widened(search, "speaker") == "road year:2022"


def test_a_search_that_is_not_understood_is_narrowed_by_nothing() -> None:
    assert narrowings("status:denyed") == []
    assert widened("status:denyed") == "status:denyed"
    assert narrowed("status:denyed", "year:2022") == "year:2022 status:denyed"
