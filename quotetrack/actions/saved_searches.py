"""Saved searches: names that the desk gives to searches, to run them again."""

from typing import TYPE_CHECKING

from quotetrack.actions.rows import required_line
from quotetrack.domain.errors import NotFound, Refused
from quotetrack.domain.search_records import SavedSearchRecord
from quotetrack.domain.text import shorten
from quotetrack.query.language import parse_query
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import saved_searches

if TYPE_CHECKING:
    from quotetrack.domain.tables import SavedSearch
    from quotetrack.store.unit import Unit

LONGEST_NAME = 60


def save_search(database: Database, name: str, query: str) -> int:
    """Save a search under a name.

    Returns:
        The id of the saved search.

    Raises:
        UsageError: the name or the search is empty.
        QueryError: the search cannot be read.
        Refused: the desk has a search of this name already.
    """
    cleaned = _clean_name(name)
    searched = required_line(query, "The search")
    parse_query(searched)
    with database.unit("save_search", f"Saved the search “{cleaned}”") as unit:
        from quotetrack.domain.tables import SavedSearch

        _refuse_taken(unit, cleaned)
        saved = SavedSearch(id=unit.new_id(), name=cleaned, query=searched, author=unit.user)
        unit.add(saved)
        return saved.id


def rename_search(database: Database, name: str, new_name: str) -> None:
    """Give a saved search another name.

    Raises:
        UsageError: the new name is empty.
        NotFound: no search is saved under the old one.
        Refused: another search has the new one.
    """
    cleaned = _clean_name(new_name)
    with database.unit("rename_search", f"Renamed the search “{name}” “{cleaned}”") as unit:
        saved = _find(unit, name)
        if cleaned != saved.name:
            _refuse_taken(unit, cleaned)
            saved.name = cleaned


def remove_search(database: Database, name: str) -> None:
    """Remove a saved search.

    Raises:
        NotFound: no search is saved under this name.
    """
    with database.unit("remove_search", f"Removed the search “{name}”") as unit:
        unit.delete(_find(unit, name))


def list_searches(reader: Reader, text: str = "", limit: int = 200) -> list[SavedSearchRecord]:
    """Saved searches, by name, with this text in their name or in what they search for."""
    return saved_searches.list_saved_searches(reader.connection, text, limit)


def _clean_name(name: str) -> str:
    return shorten(required_line(name, "The search's name"), LONGEST_NAME)


def _named(unit: "Unit", name: str) -> "SavedSearch | None":
    from sqlmodel import col, select

    from quotetrack.domain.tables import SavedSearch

    return unit.session.exec(select(SavedSearch).where(col(SavedSearch.name) == name)).first()


def _find(unit: "Unit", name: str) -> "SavedSearch":
    saved = _named(unit, name)
    if saved is None:
        raise NotFound(
            f"No search is saved as “{name}”. 'quotetrack saved-search list' shows them all."
        )
    return saved


def _refuse_taken(unit: "Unit", name: str) -> None:
    if _named(unit, name) is not None:
        raise Refused(f"There is a search “{name}” already. Give this one another name.")
