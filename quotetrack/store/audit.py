"""The audit trail: one hash-chained entry per changed row, its payload salted and erasable."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from typing import Any

Image = dict[str, Any]
"""A row as recorded: column -> value; bytes and snapshot texts as {"sha256", "length"}."""

FIRST_HASH = "0" * 64
"""What the first entry has for a previous hash."""

TRAIL_TABLES = ("audit", "audit_payload")
"""Tables that record changes, and are not recorded themselves."""

_DIGESTED_TEXTS = {("snapshot_text", "text")}
"""Immutable texts too long to be repeated in the trail."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one unit of work did to one row.

    Attributes:
        table: the row's table.
        row_id: the row's id.
        before: its image before the unit; None where the unit inserted it.
        after: its image after the unit; None where the unit deleted it.
    """

    table: str
    row_id: int
    before: Image | None
    after: Image | None

    @property
    def kind(self) -> str:
        """insert, update or delete."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all entries of one unit of work share."""

    unit: int
    at: str
    actor: str
    action: str
    summary: str
    undoes: int | None


def read_image(connection: sqlite3.Connection, table: str, row_id: int) -> Image | None:
    """The stored row as the trail records it, or None where there is none."""
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))  # noqa: S608 - a table of ours
    row = cursor.fetchone()
    if row is None:
        return None
    names = [column[0] for column in cursor.description]
    return {name: _recorded(table, name, value) for name, value in zip(names, row, strict=True)}


def next_unit(connection: sqlite3.Connection) -> int:
    """The number of the unit of work about to be recorded."""
    (last,) = connection.execute("SELECT max(unit) FROM audit").fetchone()
    return (last or 0) + 1


def append_entry(
    connection: sqlite3.Connection, occasion: Occasion, change: Change, salt: bytes
) -> None:
    """Add the entry of one change to the end of the chain, with its payload."""
    last = connection.execute("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    entry_id, previous_hash = (last[0] + 1, last[1]) if last else (1, FIRST_HASH)
    before, after = _serialised(change.before), _serialised(change.after)
    fields = (
        entry_id,
        occasion.unit,
        occasion.at,
        occasion.actor,
        occasion.action,
        occasion.summary,
        change.kind,
        change.table,
        change.row_id,
        occasion.undoes,
        payload_digest(salt, before, after),
        previous_hash,
    )
    connection.execute(
        "INSERT INTO audit (id, unit, at, actor, action, summary, change, row_table, row_id,"
        " undoes, digest, previous_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (*fields, entry_hash(fields)),
    )
    connection.execute(
        "INSERT INTO audit_payload (audit_id, salt, before, after) VALUES (?, ?, ?, ?)",
        (entry_id, salt, before, after),
    )


def entry_hash(fields: tuple[Any, ...]) -> str:
    """SHA-256 over an entry's fields, the previous entry's hash among them."""
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()


def payload_digest(salt: bytes, before: str | None, after: str | None) -> str:
    """SHA-256 over a salted payload; without the salt nobody can guess the payload from it."""
    return hashlib.sha256(
        salt + json.dumps([before, after], ensure_ascii=False).encode()
    ).hexdigest()


def verify_chain(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with the trail, a sentence each; an erased payload is not wrong."""
    problems = []
    previous_hash = FIRST_HASH
    previous_id = 0
    for row in connection.execute(
        "SELECT audit.id, unit, at, actor, action, summary, change, row_table, row_id, undoes,"
        " digest, previous_hash, hash, salt, before, after, audit_id FROM audit"
        " LEFT JOIN audit_payload ON audit_id = audit.id ORDER BY audit.id"
    ):
        fields, stored_hash = row[:12], row[12]
        salt, before, after, payload = row[13:]
        if row[0] != previous_id + 1 or row[11] != previous_hash:
            problems.append(f"Audit entry {row[0]} does not follow on entry {previous_id}.")
        if entry_hash(fields) != stored_hash:
            problems.append(f"Audit entry {row[0]} has been altered.")
        if payload is not None and payload_digest(salt, before, after) != row[10]:
            problems.append(f"The recorded change of audit entry {row[0]} has been altered.")
        previous_id, previous_hash = row[0], stored_hash
    return problems


def _recorded(table: str, column: str, value: Any) -> Any:
    if (table, column) in _DIGESTED_TEXTS and isinstance(value, str):
        return _digest(value.encode(), len(value))
    if isinstance(value, bytes):
        return _digest(value, len(value))
    return value


def _digest(content: bytes, length: int) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(content).hexdigest(), "length": length}


def _serialised(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False)
