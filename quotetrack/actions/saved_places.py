"""Saved places: a name for where one is, to come back to."""

from quotetrack.actions.rows import required_line
from quotetrack.domain.errors import NotFound, Refused
from quotetrack.domain.place_records import Place, SavedPlaceRecord
from quotetrack.domain.text import shorten
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import saved_places

_LONGEST_NAME = 60


def save_place(database: Database, name: str, place: Place) -> int:
    """Save a place under a name of one's own.

    Returns:
        The id of the saved place.

    Raises:
        UsageError: the name is empty.
        Refused: one has a place of this name already.
    """
    cleaned = shorten(required_line(name, "The place's name"), _LONGEST_NAME)
    with database.unit("save_place", f"Saved the place “{cleaned}”") as unit:
        from sqlmodel import col, select

        from quotetrack.domain.tables import SavedPlace

        taken = select(SavedPlace).where(
            col(SavedPlace.author) == unit.user, col(SavedPlace.name) == cleaned
        )
        if unit.session.exec(taken).first() is not None:
            raise Refused(f"You have a place “{cleaned}” already. Give this one another name.")
        saved = SavedPlace(
            id=unit.new_id(), name=cleaned, author=unit.user, at=unit.now, **place._asdict()
        )
        unit.add(saved)
        return saved.id


def remove_place(database: Database, name: str) -> None:
    """Remove one's own place of this name.

    Raises:
        NotFound: one has none.
    """
    with database.unit("remove_place", f"Removed the place “{name}”") as unit:
        from sqlmodel import col, select

        from quotetrack.domain.tables import SavedPlace

        own = select(SavedPlace).where(
            col(SavedPlace.author) == unit.user, col(SavedPlace.name) == name
        )
        saved = unit.session.exec(own).first()
        if saved is None:
            raise NotFound(f"You have no place “{name}”. 'quotetrack place list' shows them all.")
        unit.delete(saved)


def list_places(
    reader: Reader, user: str, text: str = "", limit: int = 200
) -> list[SavedPlaceRecord]:
    """Saved places with this text in their name, the user's own first."""
    return saved_places.list_saved_places(reader.connection, text, user, limit)


def suggest_name(reader: Reader, place: Place) -> str:
    """A name for a place: what stands there, else the search, else the screen."""
    title = saved_places.read_title(reader.connection, place)
    return shorten(title or place.query or place.screen, _LONGEST_NAME)
