"""The tables an import writes, with the columns it fills, parents before children."""

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from operator import itemgetter
from typing import Any

from quotetrack.store.name_index import add_name_keys

COLUMNS: dict[str, tuple[str, ...]] = {
    "speaker": ("id", "name", "kind", "public_role_only"),
    "speaker_name": ("id", "speaker_id", "name", "kind", "folded"),
    "outlet": ("id", "name", "folded"),
    "article": (
        *("id", "outlet_id", "kind", "provenance", "url", "title"),
        *("published_at", "published_precision", "published_zone", "field_origins"),
    ),
    "role": (
        *("id", "speaker_id", "title", "organisation", "kind", "attested_on", "basis"),
        "article_id",
    ),
    "tag": ("id", "name", "folded"),
    "statement": (
        *("id", "speaker_id", "role_id", "text", "said_from", "said_to", "said_precision"),
        *("said_zone", "said_edtf", "said_phrase", "said_basis", "venue", "language"),
        *("workflow", "visibility", "external_source", "external_id", "import_batch_id"),
        *("status", "status_event", "marks", "quoted", "tags", "date_key"),
    ),
    "quote": (
        *("id", "statement_id", "article_id", "exact", "form"),
        *("prefix", "suffix", "attribution", "attribution_basis"),
    ),
    "event": (
        *("id", "statement_id", "type", "state", "actor_id", "happened_from", "happened_to"),
        *("happened_precision", "happened_zone", "happened_edtf", "happened_phrase"),
        *("happened_basis", "note"),
    ),
    "link": (
        *("id", "earlier_statement_id", "later_event_id", "relation", "basis", "state"),
        *("reasons", "decided_by", "decided_at"),
    ),
    "statement_tag": ("id", "statement_id", "tag_id"),
    "note": ("id", "statement_id", "text", "author", "at"),
}
"""Table -> the columns of its rows in their order; those of a statement end with the derived."""

DERIVED = 6
"""How many columns of a statement follow from others, and are in no digest."""

Rows = dict[str, list[tuple[Any, ...]]]
"""Table -> its rows."""


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """Insert the rows of all tables, and what names are found by; triggers are set aside."""
    for table, names in COLUMNS.items():
        if not rows[table]:
            continue
        # Binding a value costs as much when it is none, so columns without one are left out.
        kept = [
            place
            for place, column in enumerate(zip(*rows[table], strict=True))
            if column.count(None) < len(column)
        ]
        filled: Iterable[Sequence[Any]] = rows[table]
        if len(kept) < len(names):
            filled = map(itemgetter(*kept), rows[table])
        columns = ", ".join(names[place] for place in kept)
        connection.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(kept))})",  # noqa: S608 - names of ours
            filled,
        )
    add_name_keys(connection, ((row[0], row[2], row[4]) for row in rows["speaker_name"]))


def digest(rows: Rows) -> str:
    """SHA-256 over the rows of all tables, without what follows from other columns.

    Values are taken column by column; no text that is kept holds the signs between them.
    """
    total = sha256()
    for table, of_table in rows.items():
        columns = list(zip(*of_table, strict=True))
        if table == "statement":
            columns = columns[:-DERIVED]
        for name, column in zip(COLUMNS[table], columns, strict=False):
            total.update(f"\x1c{table}\x1d{name}\x1d".encode())
            total.update(_joined(column).encode())
    return total.hexdigest()


def stretches(ids: Iterable[int]) -> list[list[int]]:
    """Ids that follow one another, as stretches [first, last]."""
    found: list[list[int]] = []
    last = -1
    for each in ids:
        if each != last + 1:
            if found:
                found[-1][1] = last
            found.append([each, each])
        last = each
    if found:
        found[-1][1] = last
    return found


def _joined(column: Sequence[Any]) -> str:
    kinds = set(map(type, column))
    if kinds == {str}:
        return "\x1e".join(column)
    if kinds == {int}:
        return "\x1e".join(map(str, column))
    return "\x1e".join("\x1f" if value is None else str(value) for value in column)


def read_made(connection: sqlite3.Connection, made: dict[str, list[Sequence[int]]]) -> Rows:
    """The rows with ids in these stretches, as they stand now."""
    rows: Rows = {}
    for table, columns in COLUMNS.items():
        rows[table] = [
            row
            for first, last in made.get(table, ())
            for row in connection.execute(
                f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - names of ours
                " WHERE id BETWEEN ? AND ? ORDER BY id",
                (first, last),
            )
        ]
    return rows


def combined(digests: Iterable[str]) -> str:
    """SHA-256 over the digests of all chunks in their order."""
    return sha256("".join(digests).encode()).hexdigest()
