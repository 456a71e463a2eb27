"""What an import finds there: speakers, articles, outlets, labels and roles by what names them."""

import sqlite3
from collections.abc import Mapping

from quotetrack.domain.text import fold_name

RoleKey = tuple[int, str, str | None, str | None]
"""Speaker, title, organisation, and the day on which it is attested."""

ArticleKey = tuple[str | None, str | None, int | None, str | None]
"""The address alone; without one the title, the outlet and the day."""


class KnownRows:
    """The ids of rows by what names them, read once and kept up with what the import adds.

    Attributes:
        speakers: folded spelling -> the speakers so called.
        chosen: folded spelling -> the speaker that a person has said is meant.
    """

    def __init__(self, connection: sqlite3.Connection, chosen: Mapping[str, int]) -> None:
        self._connection = connection
        self.chosen = {fold_name(name): speaker for name, speaker in chosen.items()}
        self._version = -1
        self.speakers: dict[str, tuple[int, ...]] = {}
        self.outlets: dict[str, int] = {}
        self.tags: dict[str, int] = {}
        self.articles: dict[ArticleKey, tuple[int, int | None, str | None]] = {}
        self.roles: dict[RoleKey, int] = {}
        self._folded: dict[str, str] = {}

    def refresh(self) -> bool:
        """Read everything anew if another program has written since; whether it has."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version == self._version:
            return False
        self._version = version
        read = self._connection.execute
        self.speakers = {}
        for folded, speaker in read(
            "SELECT DISTINCT folded, speaker_id FROM speaker_name ORDER BY speaker_id"
        ):
            self.speakers[folded] = (*self.speakers.get(folded, ()), speaker)
        self.outlets = dict(read("SELECT folded, id FROM outlet ORDER BY id DESC").fetchall())
        self.tags = dict(read("SELECT folded, id FROM tag").fetchall())
        self.articles = {
            (
                article_key(url, title, outlet, published),
                article_key(canonical, title, outlet, published),
            )[url is None]: (article, outlet, published)
            for article, url, canonical, title, outlet, published in read(
                "SELECT id, url, canonical_url, title, outlet_id, published_at FROM article"
                " ORDER BY id DESC"
            )
        }
        self.roles = {
            (speaker, title, organisation, attested): role
            for role, speaker, title, organisation, attested in read(
                "SELECT id, speaker_id, title, organisation, attested_on FROM role ORDER BY id DESC"
            )
        }
        return True

    def fold(self, name: str) -> str:
        """The folded form of a name, which comes again."""
        folded = self._folded.get(name)
        if folded is None:
            if len(self._folded) > 200_000:
                self._folded.clear()
            folded = self._folded[name] = fold_name(name)
        return folded

    def external_ids(self, source: str, ids: list[str]) -> set[str]:
        """Which of these ids from a source have come in before."""
        import json

        rows = self._connection.execute(
            "SELECT external_id FROM statement WHERE external_source = ?"
            " AND external_id IN (SELECT value FROM json_each(?))",
            (source, json.dumps(ids)),
        )
        return {external_id for (external_id,) in rows}


def article_key(
    url: str | None, title: str | None, outlet: int | None, published: str | None
) -> ArticleKey:
    """What names an article."""
    if url is not None:
        return url, None, None, None
    return None, title, outlet, published
