"""Finds what a name in a search means: speakers, outlets, labels."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.text import fold_name
from quotetrack.query.clause import MOST_ROLE_WORDS

_BEGINNING = "SELECT id FROM {} WHERE {} ORDER BY id"


def find_named(connection: sqlite3.Connection, field: str, text: str) -> Sequence[int | str]:
    """What a field of the search language means by a name: ids, and of a role words.

    A label is meant by its whole name; where none has it, as for outlets, by the beginnings of
    words of the name. Of a role, every word that begins so and that an open statement has.
    """
    if field == "role":
        # Most searches name no role, nor a speaker.
        from quotetrack.store.reading.completion import offer_role_words

        return [offer.value for offer in offer_role_words(connection, text, MOST_ROLE_WORDS + 1)]
    if field == "speaker":
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
