"""The session, kept for the next start: theme, and by database the last place and searches."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quotetrack.configuration import THEME_NAMES
from quotetrack.domain.place_records import Place

MOST_DATABASES = 50
"""Places and searches are kept for so many databases, those used last."""

MOST_SEARCHES = 100
"""Searches kept for each database."""


class Session:
    """What is remembered, in a file that only its owner can read.

    What cannot be read is as if it had never been written, and what cannot be written is not
    remembered: no session is worth an error.
    """

    def __init__(self, path: Path, *, places: bool = True) -> None:
        """Read the file.

        Args:
            path: the file, which need not be there.
            places: whether places and searches are remembered, not only the theme.
        """
        self._path = path
        self._places = places
        self._kept = self._read()

    @property
    def theme(self) -> str | None:
        """The theme chosen last, by its short name."""
        theme = self._kept.get("theme")
        return theme if isinstance(theme, str) and theme in THEME_NAMES else None

    def choose_theme(self, name: str) -> None:
        """Remember a theme."""
        self._kept = self._read()
        self._kept["theme"] = name
        self._write()

    def place_in(self, database: Path) -> Place | None:
        """Where one was in this database."""
        if not self._places:
            return None
        kept = self._by_database("places").get(str(database.absolute()))
        if not isinstance(kept, dict) or not isinstance(kept.get("screen"), str):
            return None
        row, position, query = (kept.get(name) for name in ("row", "position", "query"))
        return Place(
            kept["screen"],
            # As in all our JSON, an id is a text.
            int(row) if isinstance(row, str) and row.isdecimal() and len(row) < 20 else None,
            position if isinstance(position, int) and position >= 0 else None,
            query if isinstance(query, str) else None,
        )

    def leave(self, database: Path, place: Place) -> None:
        """Remember where one is in this database."""
        if not self._places:
            return
        self._keep(
            "places",
            database,
            {
                "screen": place.screen,
                "row": None if place.row_id is None else str(place.row_id),
                "position": place.position,
                "query": place.query,
            },
        )

    def searches_in(self, database: Path) -> list[str]:
        """What was searched for in this database, the latest first."""
        if not self._places:
            return []
        kept = self._by_database("searches").get(str(database.absolute()))
        searches = kept if isinstance(kept, list) else []
        return [each for each in searches if isinstance(each, str)][:MOST_SEARCHES]

    def remember_searches(self, database: Path, searches: Sequence[str]) -> None:
        """Remember what was searched for, the latest first."""
        if self._places:
            self._keep("searches", database, list(searches)[:MOST_SEARCHES])

    def _keep(self, what: str, database: Path, value: object) -> None:
        self._kept = self._read()
        kept = self._by_database(what)
        kept.pop(str(database.absolute()), None)
        kept[str(database.absolute())] = value
        self._kept[what] = dict(list(kept.items())[-MOST_DATABASES:])
        self._write()

    def _by_database(self, what: str) -> dict[str, object]:
        kept = self._kept.get(what)
        return dict(kept) if isinstance(kept, dict) else {}

    def _read(self) -> dict[str, object]:
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self) -> None:
        """Write beside the file and then put it in its place, so that it is never half there."""
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
                with os.fdopen(os.open(beside, flags, 0o600), "w", encoding="utf-8") as file:
                    json.dump(self._kept, file)
                beside.replace(self._path)
            finally:
                beside.unlink(missing_ok=True)


def session_path() -> Path:
    """Where the session is kept: QUOTETRACK_SESSION, else in the user's state folder."""
    named = os.environ.get("QUOTETRACK_SESSION")
    if named:
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("quotetrack", appauthor=False) / "session.json"
