"""Where one is in the terminal interface, and places that somebody has saved."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place to come back to.

    Attributes:
        screen: the name of a mode, "speaker" or "article".
        row_id: the row shown there or under the cursor.
        position: an offset into an article's text.
        query: the search of Browse, or what another list is filtered by.
    """

    screen: str
    row_id: int | None = None
    position: int | None = None
    query: str | None = None


class SavedPlaceRecord(NamedTuple):
    """A place that somebody has saved under a name."""

    id: int
    name: str
    place: Place
    author: str
    at: str
