"""Reads what two speakers have to do with each other: who may be one, and what ties them."""

import sqlite3
from collections.abc import Collection

from quotetrack.domain.name_likeness import LIKELY, likeness
from quotetrack.domain.speaker_records import Parted
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import listed

_LOOKED_AT = 400
"""Speakers with a similar beginning of a word that are compared at most."""

_BEGINNING = 3
"""Letters of a word that two spellings of one name share."""

# In Latin letters, so that spellings of two scripts can be alike.
_LATIN = "coalesce(nullif(key.romanised, ''), key.folded)"
_OWN_NAMES = " ".join(
    (
        "SELECT",
        _LATIN,
        "FROM speaker_name JOIN speaker_name_key AS key ON key.id = speaker_name.id",
        "WHERE speaker_name.speaker_id = ?",
    )
)
_OTHER_NAMES = " ".join(
    (
        "SELECT speaker_name.speaker_id,",
        _LATIN,
        "FROM speaker_name_search",
        "CROSS JOIN speaker_name ON speaker_name.id = speaker_name_search.rowid",
        "CROSS JOIN speaker_name_key AS key ON key.id = speaker_name.id",
        "WHERE speaker_name_search MATCH ? AND speaker_name.speaker_id <> ? LIMIT ?",
    )
)

_TENSIONS = " ".join(
    (
        "SELECT count(*) FROM link",
        "JOIN statement AS earlier ON earlier.id = link.earlier_statement_id",
        "JOIN statement AS later ON later.id = link.later_statement_id",
        "WHERE link.relation = 'in_tension' AND link.state <> 'dismissed'",
        "AND ((earlier.speaker_id = :first AND later.speaker_id = :second)",
        "OR (earlier.speaker_id = :second AND later.speaker_id = :first)) AND",
        visible_rows("earlier"),
        "AND",
        visible_rows("later"),
    )
)

# The other end of a contradiction is a statement, or the act on a statement.
_CONTRADICTIONS = " ".join(
    (
        "SELECT link.id, earlier.text, later.text,",
        visible_rows("earlier"),
        "AND",
        visible_rows("later"),
        "FROM link JOIN statement AS earlier ON earlier.id = link.earlier_statement_id",
        "LEFT JOIN event ON event.id = link.later_event_id",
        "JOIN statement AS later",
        "ON later.id = coalesce(link.later_statement_id, event.statement_id)",
        "WHERE link.relation = 'contradicts'",
        "AND (earlier.id IN (SELECT value FROM json_each(:statements)))",
        "<> (later.id IN (SELECT value FROM json_each(:statements)))",
        "ORDER BY link.id",
    )
)


def likely_same(connection: sqlite3.Connection, identifier: int, limit: int) -> list[int]:
    """Other speakers whose name is much like this one's, the likest first."""
    own = [
        name
        for (name,) in connection.execute(
            _OWN_NAMES,
            (identifier,),
        )
    ]
    beginnings = sorted({word[:_BEGINNING] for name in own for word in name.split()})
    if not beginnings:
        return []
    begun = " OR ".join(f'"{beginning}"*' for beginning in beginnings)
    match = f"{{folded romanised}} : ({begun})"
    names: dict[int, list[str]] = {}
    for speaker, folded in connection.execute(_OTHER_NAMES, (match, identifier, _LOOKED_AT)):
        names.setdefault(speaker, []).append(folded)
    alike = {speaker: likeness(own, folded) for speaker, folded in names.items()}
    likely = [speaker for speaker, value in alike.items() if value >= LIKELY]
    return sorted(likely, key=lambda speaker: (-alike[speaker], speaker))[:limit]


def count_tensions(connection: sqlite3.Connection, first: int, second: int) -> int:
    """How many links say that a statement of the one is in tension with one of the other."""
    (count,) = connection.execute(_TENSIONS, {"first": first, "second": second}).fetchone()
    return int(count)


def contradictions_parted(
    connection: sqlite3.Connection, statements: Collection[int]
) -> list[Parted]:
    """The contradictions between one of these statements and one that is not among them."""
    found = connection.execute(_CONTRADICTIONS, {"statements": listed(sorted(statements))})
    return [Parted(link, earlier, later, bool(shown)) for link, earlier, later, shown in found]
