"""Reads the searches that the desk has saved."""

import sqlite3

from quotetrack.domain.search_records import SavedSearchRecord

_SEARCHES = " ".join(
    (
        "SELECT id, name, query, author FROM saved_search",
        "WHERE instr(lower(name), lower(?)) OR instr(lower(query), lower(?))",
        "ORDER BY name, id LIMIT ?",
    )
)


def list_saved_searches(
    connection: sqlite3.Connection, text: str, limit: int
) -> list[SavedSearchRecord]:
    """Searches with this text in their name or in themselves, by name."""
    found = connection.execute(_SEARCHES, (text, text, limit))
    return [SavedSearchRecord(*columns) for columns in found]
