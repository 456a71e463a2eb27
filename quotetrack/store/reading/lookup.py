"""Finds the row that a printed id, or its first characters, names."""

import sqlite3

from quotetrack.domain.errors import Ambiguous, NotFound
from quotetrack.domain.identifiers import (
    SHORT_LENGTH,
    parse_identifier_prefix,
    print_identifier,
)
from quotetrack.query.clause import visible_rows

MOST_NAMED = 5
"""So many candidates are named where an id is ambiguous."""

TABLES = {
    "article": "article",
    "capture": "line of the inbox",
    "event": "event",
    "link": "link",
    "note": "note",
    "quote": "quote",
    "role": "role",
    "speaker": "speaker",
    "statement": "statement",
}
"""The tables whose rows a user may name, and what they are called in messages."""


def find_row(connection: sqlite3.Connection, table: str, printed: str) -> int:
    """The id of the row of `table` whose printed id begins with `printed`.

    Raises:
        UsageError: the text is no printed id.
        NotFound: no row has such an id.
        Ambiguous: several have; the message names some.
    """
    called = TABLES[table]
    found = rows_beginning(connection, table, printed, MOST_NAMED + 1)
    if not found:
        raise NotFound(f"No {called} has an id that begins with '{printed}'.")
    if len(found) > 1:
        length = max(SHORT_LENGTH, len(printed.strip()) + 1)
        names = [print_identifier(identifier)[:length] for identifier in found[:MOST_NAMED]]
        more = " and others" if len(found) > MOST_NAMED else ""
        raise Ambiguous(
            f"'{printed}' begins the id of more than one {called}: {', '.join(names)}{more}."
            " Type more of the one you mean."
        )
    return found[0]


def rows_beginning(
    connection: sqlite3.Connection, table: str, printed: str, limit: int, *, open_only: bool = False
) -> list[int]:
    """The rows of `table` whose printed id begins with `printed`, the newest first.

    Args:
        connection: an open database.
        table: one of TABLES.
        printed: the beginning of a printed id; any row where it is empty.
        limit: how many at most.
        open_only: of statements, only those that are not off the record.

    Raises:
        UsageError: the text cannot begin a printed id.
    """
    bits, mask = parse_identifier_prefix(printed) if printed else (0, 0)
    if bits & ~mask:
        return []
    visible = ("AND", visible_rows(table)) if open_only and table == "statement" else ()
    query = " ".join(
        ("SELECT id FROM", table, "WHERE id & ? = ?", *visible, "ORDER BY id DESC LIMIT ?")
    )
    return [identifier for (identifier,) in connection.execute(query, (mask, bits, limit))]


def statement_of_quote(connection: sqlite3.Connection, quote_id: int) -> int:
    """The statement that a quote renders.

    Raises:
        NotFound: there is no such quote.
    """
    query = "SELECT statement_id FROM quote WHERE id = ?"
    for (statement_id,) in connection.execute(query, (quote_id,)):
        return int(statement_id)
    raise NotFound("There is no such quote any more. Look the statement up again.")
