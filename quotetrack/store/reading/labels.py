"""Reads the desk's labels: those of statements, and all there are."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import listed

if TYPE_CHECKING:
    from quotetrack.domain.desk_records import LabelRecord

_ALL = " ".join(
    (
        "SELECT tag.id, tag.name, coalesce(everywhere.number, 0), coalesce(theirs.number, 0)",
        "FROM tag LEFT JOIN (SELECT tag_id, count(*) AS number FROM statement_tag",
        "JOIN statement ON statement.id = statement_tag.statement_id",
        "WHERE",
        visible_rows("statement"),
        "GROUP BY tag_id) AS everywhere ON everywhere.tag_id = tag.id",
        "LEFT JOIN (SELECT tag_id, count(*) AS number FROM json_each(?) AS chosen",
        "CROSS JOIN statement_tag ON statement_tag.statement_id = chosen.value",
        "GROUP BY tag_id) AS theirs ON theirs.tag_id = tag.id",
        "ORDER BY tag.folded",
    )
)


def read_labels(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, list[str]]:
    """The labels of each of these statements, by name."""
    labels: dict[int, list[str]] = {}
    for statement, name in connection.execute(
        "SELECT statement_tag.statement_id, tag.name FROM statement_tag"
        " JOIN tag ON tag.id = statement_tag.tag_id"
        " WHERE statement_tag.statement_id IN (SELECT value FROM json_each(?))"
        " ORDER BY tag.folded",
        (listed(statements),),
    ):
        labels.setdefault(statement, []).append(name)
    return labels


def list_labels(connection: sqlite3.Connection, statements: Sequence[int]) -> "list[LabelRecord]":
    """Every label with how many statements that lists show carry it, and how many of these."""
    # Imported here, since a search needs the labels' names only.
    from quotetrack.domain.desk_records import LabelRecord

    return [LabelRecord(*columns) for columns in connection.execute(_ALL, (listed(statements),))]


def carriers(
    connection: sqlite3.Connection, label: int, statements: Sequence[int]
) -> dict[int, int]:
    """Those of these statements that carry a label, each with the row that says so."""
    return dict(
        connection.execute(
            "SELECT statement_id, id FROM statement_tag WHERE tag_id = ?"
            " AND statement_id IN (SELECT value FROM json_each(?)) ORDER BY statement_id",
            (label, listed(statements)),
        ).fetchall()
    )
