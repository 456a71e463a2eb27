"""Searches that the desk has saved under names."""

from typing import NamedTuple


class SavedSearchRecord(NamedTuple):
    """A search with its name, and who saved it."""

    id: int
    name: str
    query: str
    author: str
