"""Reads what a search can be completed with: names, words and years, each with how often.

It reads the kept counters, which count open statements only, so that nothing is offered that is
known from off-record statements alone.
"""

import sqlite3
from typing import NamedTuple

from quotetrack.domain.text import fold_name
from quotetrack.store.reading.speaker_names import find_speakers


class Offer(NamedTuple):
    """A value that a search can be completed with.

    Attributes:
        role: of a speaker: the latest role, or None.
        statements: how many open statements it would find.
    """

    value: str
    statements: int
    role: str | None = None


_NAMED = """
SELECT named.name, facet_count.statements
FROM facet_count CROSS JOIN {table} AS named
    ON named.id = CAST(substr(facet_count.term, 2) AS INTEGER)
WHERE substr(facet_count.term, 1, 1) = '{letter}'{conditions}
ORDER BY facet_count.statements DESC LIMIT ?
"""
_LETTERS = {"speaker": "s", "outlet": "o", "tag": "g"}
_BEGINNING_SO = """
SELECT substr(term, 2), statements FROM facet_count
WHERE term >= ? AND term < ? ORDER BY {order} DESC LIMIT ?
"""
_BEHIND_ALL = "\U0010ffff"


def offer_names(connection: sqlite3.Connection, field: str, text: str, limit: int) -> list[Offer]:
    """Outlets or labels with words that begin so, those with most statements first; speakers too.

    A speaker is offered by any way of writing a name, the likeliest first.
    """
    words = fold_name(text).split()
    if field == "speaker" and words:
        found = [match.speaker for match in find_speakers(connection, text, limit)]
        return [
            Offer(each.name, each.statement_count, each.role)
            for each in found
            if each.statement_count
        ]
    sql = _NAMED.format(
        table=field,
        letter=_LETTERS[field],
        conditions=" AND ' ' || named.folded LIKE ?" * len(words),
    )
    return [
        Offer(*columns)
        for columns in connection.execute(sql, [*(f"% {word}%" for word in words), limit])
    ]


def offer_role_words(connection: sqlite3.Connection, beginning: str, limit: int) -> list[Offer]:
    """Words of roles that begin so, those with most statements first."""
    return _counted(connection, "r", fold_name(beginning), "statements", limit)


def offer_years(connection: sqlite3.Connection, beginning: str, limit: int) -> list[Offer]:
    """Years in which something was said, the latest first."""
    found = _counted(connection, "y", beginning, "term", limit + 1)
    return [offer for offer in found if offer.value.isdecimal()][:limit]


def _counted(
    connection: sqlite3.Connection, letter: str, beginning: str, order: str, limit: int
) -> list[Offer]:
    first = letter + beginning
    found = connection.execute(
        _BEGINNING_SO.format(order=order), (first, first + _BEHIND_ALL, limit)
    )
    return [Offer(*columns) for columns in found]
