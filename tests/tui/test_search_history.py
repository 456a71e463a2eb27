"""Searches that were carried out are gone through with up and down, and kept with the session."""

import json
from pathlib import Path

from quotetrack.session import Session
from quotetrack.tui.search_history import MOST, SearchHistory

DESK = Path("/desk.db")


def test_going_back_and_forth_ends_with_what_was_typed() -> None:
    history = SearchHistory(None, DESK)
    for search in ("road", "bridge", "road", " "):
        history.add(search)
    assert history.searches == ["road", "bridge"]
    assert history.step(1, "typed") == "road"
    assert history.step(1, "road") == "bridge"
    assert history.step(1, "bridge") is None
    assert history.step(-1, "bridge") == "road"
    assert history.step(-1, "road") == "typed"
    assert history.step(-1, "typed") is None


def test_a_search_that_was_changed_on_the_way_is_where_one_begins_again() -> None:
    history = SearchHistory(None, DESK)
    history.add("road")
    assert history.step(1, "") == "road"
    assert history.step(1, "road closed") == "road"
    assert history.step(-1, "road") == "road closed"


def test_searches_are_kept_by_database_and_the_oldest_go(tmp_path: Path) -> None:
    kept = tmp_path / "session.json"
    history = SearchHistory(Session(kept), DESK)
    for number in range(MOST + 1):
        history.add(f"road {number}")
    history.forget("road 5")
    again = SearchHistory(Session(kept), DESK).searches
    assert (len(again), again[0], "road 0" in again, "road 5" in again) == (99, "road 100", 0, 0)
    assert SearchHistory(Session(kept), Path("/other.db")).searches == []


def test_what_is_not_to_be_kept_is_not_kept(tmp_path: Path) -> None:
    kept = tmp_path / "session.json"
    SearchHistory(Session(kept, places=False), DESK).add("road")
    assert not kept.exists()
    kept.write_text(json.dumps({"searches": {str(DESK): ["road", 5, None]}}))
    assert SearchHistory(Session(kept), DESK).searches == ["road"]
