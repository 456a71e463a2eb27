"""Reads what hangs on a statement, in the order in which it can be taken away."""

import sqlite3

from quotetrack.domain.desk_records import Removal
from quotetrack.store.reading.statements import read_statement

_QUOTES = "(SELECT id FROM quote WHERE statement_id = :statement)"
_EVENTS = "(SELECT id FROM event WHERE statement_id = :statement)"
_VERDICTS = "(SELECT id FROM verdict WHERE statement_id = :statement)"

# Nothing may point at a row that goes, so what points comes before what it points at.
_HANGING = {
    "link": ":statement IN (earlier_statement_id, later_statement_id)"
    f" OR later_event_id IN {_EVENTS}",
    "event": "statement_id = :statement",
    "evidence": f"verdict_id IN {_VERDICTS}",
    "verdict": "statement_id = :statement",
    "anchoring": f"quote_id IN {_QUOTES}",
    "quote": "statement_id = :statement",
    "note": "statement_id = :statement",
    "statement_tag": "statement_id = :statement",
    "check_case_statement": "statement_id = :statement",
}

# What leans on the statement or its quotes, and stays.
_LEANING = {
    "event": f"evidence_quote_id IN {_QUOTES} AND statement_id <> :statement",
    "evidence": f"quote_id IN {_QUOTES} AND verdict_id NOT IN {_VERDICTS}",
    "capture": "statement_id = :statement",
}


def hanging_rows(connection: sqlite3.Connection, statement: int) -> list[tuple[str, int]]:
    """The rows that go with a statement: table and id, in the order of their going."""
    return _rows(connection, _HANGING, statement)


def leaning_rows(connection: sqlite3.Connection, statement: int) -> list[tuple[str, int]]:
    """The rows that stay, and have to stand without the statement: table and id."""
    return _rows(connection, _LEANING, statement)


def read_removal(connection: sqlite3.Connection, statement: int) -> Removal:
    """What removing a statement would take away.

    Raises:
        NotFound: there is no such statement.
    """
    row = read_statement(connection, statement).row
    counts: dict[str, int] = {}
    for table, _ in hanging_rows(connection, statement):
        counts[table] = counts.get(table, 0) + 1
    leaning = len(leaning_rows(connection, statement))
    return Removal(row, tuple(counts.items()), leaning)


def _rows(
    connection: sqlite3.Connection, conditions: dict[str, str], statement: int
) -> list[tuple[str, int]]:
    rows = []
    for table, condition in conditions.items():
        query = " ".join(("SELECT id FROM", table, "WHERE", condition, "ORDER BY id"))
        found = connection.execute(query, {"statement": statement})
        rows += [(table, identifier) for (identifier,) in found]
    return rows
