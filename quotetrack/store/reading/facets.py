"""Counts open statements by status, speaker, outlet and year: kept counters, or among hits."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import listed
from quotetrack.store.search_tables import ALL_OPEN, COUNTED, terms_of

MOST_VALUES = 50
"""Values of a facet that are read at most."""


class TermCount(NamedTuple):
    """A search term, how many statements have it, and the name of the row that it stands for."""

    term: str
    statements: int
    name: str | None


_NAMED = """
SELECT counted.term, counted.statements, coalesce(speaker.name, outlet.name)
FROM ({}) AS counted
LEFT JOIN speaker
    ON substr(counted.term, 1, 1) = 's' AND speaker.id = CAST(substr(counted.term, 2) AS INTEGER)
LEFT JOIN outlet
    ON substr(counted.term, 1, 1) = 'o' AND outlet.id = CAST(substr(counted.term, 2) AS INTEGER)
"""
_OF_LETTER = (
    "SELECT * FROM (SELECT term, statements FROM facet_count"
    " WHERE substr(term, 1, 1) = '{}' ORDER BY {} DESC LIMIT {})"
)
_KEPT = _NAMED.format(
    " UNION ALL ".join(
        (
            f"SELECT term, statements FROM facet_count WHERE term = '{ALL_OPEN}'",  # noqa: S608 - a constant
            *(_OF_LETTER.format(letter, "statements", MOST_VALUES) for letter in "sto"),
            # There are few years, and the latest are wanted.
            _OF_LETTER.format("y", "term", -1),
        )
    )
)
_AMONG = _NAMED.format(
    " ".join(
        (
            "SELECT term.value AS term, count(*) AS statements FROM json_each(?) AS wanted",
            "CROSS JOIN statement ON statement.date_key = wanted.value",
            f"CROSS JOIN {terms_of('statement')}",
            f"WHERE {visible_rows('statement')} AND {COUNTED} GROUP BY term.value",
        )
    )
)


def count_kept(connection: sqlite3.Connection) -> Iterator[TermCount]:
    """The counters of the whole database: of each facet the values with most statements."""
    return (TermCount(*columns) for columns in connection.execute(_KEPT))


def count_among(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[TermCount]:
    """Every value that the statements with these date keys have, in one query."""
    return (TermCount(*columns) for columns in connection.execute(_AMONG, (listed(keys),)))
