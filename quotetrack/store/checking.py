"""Checking a database: the file, its references, indexes, counters, trail and proofs."""

import hashlib
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotetrack.store import failures
from quotetrack.store.audit import verify_chain
from quotetrack.store.copying import Step, copy_database
from quotetrack.store.database import Database
from quotetrack.store.derived import SEQUENCE_BITS, derive_columns
from quotetrack.store.importing.verifying import problems_of_imports
from quotetrack.store.name_index import wrong_name_keys
from quotetrack.store.search_tables import count_facets, search_table_drift


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a database.

    Attributes:
        part: what was checked: "file", "references", "search", "counters", "derived columns",
            "names", "audit trail", "imports", "snapshots" or "quotes".
        message: what is wrong, in a sentence.
    """

    part: str
    message: str


def check_database(database: Database, *, step: Step | None = None) -> list[Problem]:
    """Everything that is wrong with the database; an empty list where it is sound.

    Nothing is changed, though looking through the search indexes takes the write lock. A file
    that may not be written is checked in a temporary copy.

    Args:
        step: called before each part; what it raises ends the check and comes out unchanged.

    Raises:
        DatabaseError: the file cannot be opened, or another program is writing to it.
    """
    if not database.read_only:
        return _check_file(database.path, database.busy_seconds, step)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / database.path.name
        copy_database(database.path, copy)
        return _check_file(copy, database.busy_seconds, step)


def _check_file(path: Path, busy_seconds: float, step: Step | None) -> list[Problem]:
    from quotetrack.store.writing import connect_for_writing

    connection = connect_for_writing(path, busy_seconds=busy_seconds)
    try:
        with failures.explained(path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                return _look_through(connection, step)
            finally:
                connection.rollback()
    finally:
        connection.close()


def _look_through(connection: sqlite3.Connection, step: Step | None) -> list[Problem]:
    problems = []
    for place, (part, check) in enumerate(_CHECKS.items()):
        if step is not None:
            step(f"checking the {part}", place, len(_CHECKS))
        try:
            problems += [Problem(part, message) for message in check(connection)]
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            problems.append(Problem(part, f"The file is damaged: {error}."))
    return problems


def _file(connection: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in connection.execute("PRAGMA integrity_check(20)"):
        if verdict != "ok":
            yield f"{verdict}."


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {row_id} of {table} refers to a missing row of {parent}."


def _search(connection: sqlite3.Connection) -> Iterator[str]:
    for name in search_table_drift(connection):
        yield f"The index {name} no longer agrees with its table."


def _counters(connection: sqlite3.Connection) -> Iterator[str]:
    kept = set(connection.execute("SELECT term, statements FROM facet_count"))
    for term, statements in sorted(kept.symmetric_difference(count_facets(connection))):
        where = "kept" if (term, statements) in kept else "counted"
        yield f"The counter of {term} differs: {statements} {where}."


def _derived_columns(connection: sqlite3.Connection) -> Iterator[str]:
    for (statement_id,) in connection.execute("SELECT id FROM statement ORDER BY id").fetchall():
        cursor = connection.execute("SELECT * FROM statement WHERE id = ?", (statement_id,))
        names = [column[0] for column in cursor.description]
        stored = dict(zip(names, cursor.fetchone(), strict=True))
        for name, value in (derive_columns(connection, statement_id) or {}).items():
            kept = stored[name]
            if name == "date_key":
                # A full minute spills into the next, so that only the day is certain.
                kept, value = kept >> SEQUENCE_BITS, value >> SEQUENCE_BITS
            if kept != value:
                yield f"The {name} of statement {statement_id} should be '{value}'."


def _name_keys(connection: sqlite3.Connection) -> Iterator[str]:
    yield from wrong_name_keys(connection)


def _audit_trail(connection: sqlite3.Connection) -> Iterator[str]:
    yield from verify_chain(connection)


def _snapshots(connection: sqlite3.Connection) -> Iterator[str]:
    for snapshot_id, raw, digest in connection.execute("SELECT id, raw, raw_sha256 FROM snapshot"):
        try:
            intact = hashlib.sha256(zlib.decompress(raw)).hexdigest() == digest
        except zlib.error:
            intact = False
        if not intact:
            yield f"The bytes of snapshot {snapshot_id} are not the ones captured."
    for text_id, text, digest in connection.execute(
        "SELECT id, text, text_sha256 FROM snapshot_text"
    ):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield f"The text {text_id} of a snapshot is not the one extracted."


def _quotes(connection: sqlite3.Connection) -> Iterator[str]:
    for quote_id, start, end, exact, text in connection.execute(
        'SELECT quote.id, quote.start, quote."end", exact, text FROM quote'
        " JOIN snapshot_text ON snapshot_text.id = snapshot_text_id WHERE quote.start IS NOT NULL"
    ):
        if text[start:end] != exact:
            yield f"Quote {quote_id} is not the wording at its place in the snapshot."


_CHECKS: dict[str, Callable[[sqlite3.Connection], Iterator[str]]] = {
    "file": _file,
    "references": _references,
    "search": _search,
    "counters": _counters,
    "derived columns": _derived_columns,
    "names": _name_keys,
    "audit trail": _audit_trail,
    "imports": problems_of_imports,
    "snapshots": _snapshots,
    "quotes": _quotes,
}
