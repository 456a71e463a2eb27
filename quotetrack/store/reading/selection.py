"""Reads statements chosen together, as the few figures that a form says of them."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.desk_records import Selection
from quotetrack.domain.errors import NotFound
from quotetrack.store.reading.columns import listed
from quotetrack.store.reading.statements import statement_rows


def read_selection(connection: sqlite3.Connection, statements: Sequence[int]) -> Selection:
    """These statements together; those that are not there any more are passed over.

    Raises:
        NotFound: none of them is.
    """
    found = connection.execute(
        "SELECT statement.id, statement.speaker_id, statement.date_key FROM json_each(?) AS wanted"
        " CROSS JOIN statement ON statement.id = wanted.value ORDER BY wanted.key",
        (listed(statements),),
    ).fetchall()
    if not found:
        raise NotFound("These statements are not there any more. Search again.")
    (newest,) = statement_rows(connection, [max(key for _, _, key in found)])
    return Selection(
        tuple(identifier for identifier, _, _ in found),
        len({speaker for _, speaker, _ in found}),
        newest,
    )
