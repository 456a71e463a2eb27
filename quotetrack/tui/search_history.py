"""What was searched for in this database: the latest first, gone through with up and down."""

from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.domain.text import clean_line

if TYPE_CHECKING:
    from quotetrack.session import Session

MOST = 100


class SearchHistory:
    """Searches that were carried out, kept with the session where there is one.

    Attributes:
        searches: the latest first; each stands there once.
    """

    def __init__(self, session: "Session | None", database: Path) -> None:
        self._session = session
        self._database = database
        self.searches = session.searches_in(database) if session is not None else []
        self._at = -1
        self._typed = ""

    def add(self, search: str) -> None:
        """Put a search that was carried out first."""
        self.rest()
        search = clean_line(search).strip()
        if search and search not in self.searches[:1]:
            self._change([search, *(each for each in self.searches if each != search)][:MOST])

    def forget(self, search: str) -> None:
        """Take a search out."""
        self._change([each for each in self.searches if each != search])

    def step(self, back: int, typed: str) -> str | None:
        """The search so many before the one that stands there; None where there is none.

        Going forth again ends with what was typed before one began to go back.
        """
        shown = self._typed if self._at < 0 else self.searches[self._at]
        if self._at < 0 or typed != shown:
            self._at, self._typed = -1, typed
        there = self._at + back
        if there < -1 or there >= len(self.searches):
            return None
        self._at = there
        return self._typed if there < 0 else self.searches[there]

    def rest(self) -> None:
        """The line is left: going back begins at the latest again."""
        self._at, self._typed = -1, ""

    def _change(self, searches: list[str]) -> None:
        self.searches = searches
        if self._session is not None:
            self._session.remember_searches(self._database, searches)
