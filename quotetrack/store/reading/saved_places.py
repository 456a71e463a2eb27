"""Reads saved places, and in a few words what stands there."""

import sqlite3

from quotetrack.domain.place_records import Place, SavedPlaceRecord
from quotetrack.query.clause import visible_rows

_PLACES = " ".join(
    (
        "SELECT id, name, author, at, screen, row_id, position, query FROM saved_place",
        "WHERE instr(lower(name), lower(?)) ORDER BY author <> ?, at DESC, id DESC LIMIT ?",
    )
)
_TITLES = {
    "browse": " ".join(("SELECT text FROM statement WHERE id = ? AND", visible_rows("statement"))),
    "speaker": "SELECT name FROM speaker WHERE id = ?",
    "article": "SELECT coalesce(title, url) FROM article WHERE id = ?",
    "articles": "SELECT coalesce(title, url) FROM article WHERE id = ?",
    "inbox": "SELECT text FROM capture WHERE id = ?",
}
"""By the screen, what its row is called."""


def list_saved_places(
    connection: sqlite3.Connection, text: str, user: str, limit: int
) -> list[SavedPlaceRecord]:
    """Places with this text in their name: the user's own first, then the newest."""
    return [
        SavedPlaceRecord(identifier, name, Place(*place), author, at)
        for identifier, name, author, at, *place in connection.execute(_PLACES, (text, user, limit))
    ]


def read_title(connection: sqlite3.Connection, place: Place) -> str | None:
    """What the row of a place is called; None where it has none, or is gone."""
    query = _TITLES.get(place.screen)
    if query is None or place.row_id is None:
        return None
    found = connection.execute(query, (place.row_id,)).fetchone()
    return found[0] if found else None
