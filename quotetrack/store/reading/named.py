"""Finds what a name in a search means: speakers, outlets, labels."""

import sqlite3

from quotetrack.domain.text import fold_name

_BEGINNING = "SELECT id FROM {} WHERE {} ORDER BY id"


def find_named(connection: sqlite3.Connection, field: str, text: str) -> list[int]:
    """The ids of what a field of the search language means by a name.

    A label is meant by its whole name; where none has it, as for outlets, by the beginnings of
    words of the name.
    """
    if field == "speaker":
        # Most searches name no speaker.
        from quotetrack.store.reading.speaker_names import resolve_speakers

        return resolve_speakers(connection, text)
    folded = fold_name(text)
    if field == "tag":
        whole = connection.execute("SELECT id FROM tag WHERE folded = ?", (folded,)).fetchone()
        return [whole[0]] if whole else _named_so(connection, "tag", folded)
    return _named_so(connection, "outlet", folded)


def _named_so(connection: sqlite3.Connection, table: str, folded: str) -> list[int]:
    """Rows with, for each word, a word that begins so."""
    words = folded.split()
    if not words:
        return []
    # There are few outlets and labels: to look through them all costs less than an index would.
    condition = " AND ".join(["' ' || folded LIKE ?"] * len(words))
    found = connection.execute(
        _BEGINNING.format(table, condition), [f"% {word}%" for word in words]
    )
    return [identifier for (identifier,) in found]
