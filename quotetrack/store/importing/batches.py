"""The row of an import: begun, carried on chunk by chunk, finished with one entry in the trail."""

import json
import sqlite3
from typing import NamedTuple

from quotetrack.domain.errors import Refused
from quotetrack.store.audit import Change, Occasion, append_entry, next_unit, read_image
from quotetrack.store.importing.tables import combined
from quotetrack.store.search_tables import index_import

ACTION = "import_file"
TABLE = "import_batch"


class Chunk(NamedTuple):
    """What a chunk of a file came to."""

    rows_read: int
    rows_added: int
    rows_known: int
    rows_refused: int
    line: int


class Batch(NamedTuple):
    """How far an import has come.

    Attributes:
        line: the last line of the file that is done with.
    """

    id: int
    file_name: str
    mapping: str
    rows_read: int = 0
    rows_added: int = 0
    rows_known: int = 0
    rows_refused: int = 0
    line: int = 0

    def with_chunk(self, chunk: Chunk) -> "Batch":
        """How far it has come with one more chunk."""
        return self._replace(
            rows_read=self.rows_read + chunk.rows_read,
            rows_added=self.rows_added + chunk.rows_added,
            rows_known=self.rows_known + chunk.rows_known,
            rows_refused=self.rows_refused + chunk.rows_refused,
            line=chunk.line,
        )


def find_unfinished(connection: sqlite3.Connection, sha256: str) -> Batch | None:
    """The import of this very file that was begun and not finished."""
    row = connection.execute(
        "SELECT id, file_name, mapping, rows_read, rows_added, rows_known, rows_refused, line"
        " FROM import_batch WHERE file_sha256 = ? AND finished_at IS NULL",
        (sha256,),
    ).fetchone()
    return None if row is None else Batch(*row)


def begin(
    connection: sqlite3.Connection, batch: Batch, sha256: str, actor: str, started_at: str
) -> None:
    """Write the row of a new import."""
    connection.execute(
        "INSERT INTO import_batch (id, file_name, file_sha256, mapping, actor, started_at,"
        " rows_read, rows_added, rows_known, rows_refused, line)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (batch.id, batch.file_name, sha256, batch.mapping, actor, started_at, *batch[3:]),
    )


def advance(connection: sqlite3.Connection, batch: Batch, chunk: Chunk) -> Batch:
    """Write how far an import has come with one more chunk.

    Raises:
        Refused: somebody else has carried it on or taken it back meanwhile.
    """
    advanced = batch.with_chunk(chunk)
    done = connection.execute(
        "UPDATE import_batch SET rows_read = ?, rows_added = ?, rows_known = ?, rows_refused = ?,"
        " line = ? WHERE id = ? AND rows_read = ? AND finished_at IS NULL",
        (*advanced[3:], batch.id, batch.rows_read),
    )
    if done.rowcount != 1:
        raise Refused(
            f"Another program is carrying on the import of {batch.file_name}, or has taken it "
            "back. Look at 'quotetrack history', then repeat the command."
        )
    return advanced


def record_chunk(
    connection: sqlite3.Connection,
    chunk_id: int,
    batch: Batch,
    made: dict[str, list[list[int]]],
    digest: str,
) -> None:
    """Write which rows a chunk made, and their digest."""
    connection.execute(
        "INSERT INTO import_chunk (id, import_batch_id, made, digest) VALUES (?, ?, ?, ?)",
        (chunk_id, batch.id, json.dumps(made), digest),
    )


def finish(connection: sqlite3.Connection, batch: Batch, user: str, now: str, salt: bytes) -> int:
    """Index what came in and append the entry of the whole import; its number in the history."""
    (others,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM statement WHERE import_batch_id IS NOT ? LIMIT ?)",
        (batch.id, batch.rows_added + 1),
    ).fetchone()
    index_import(connection, batch.id, most=batch.rows_added > others)
    connection.execute("UPDATE import_batch SET finished_at = ? WHERE id = ?", (now, batch.id))
    return record(connection, batch, user, now, salt)


def record(connection: sqlite3.Connection, batch: Batch, user: str, now: str, salt: bytes) -> int:
    """Append the entry of an import with what has come in; its number in the history."""
    digests = connection.execute(
        "SELECT digest FROM import_chunk WHERE import_batch_id = ? ORDER BY id", (batch.id,)
    )
    connection.execute(
        "UPDATE import_batch SET rows_digest = ? WHERE id = ?",
        (combined(digest for (digest,) in digests), batch.id),
    )
    statements = "1 statement" if batch.rows_added == 1 else f"{batch.rows_added:,} statements"
    summary = f"Imported {statements} from {batch.file_name}"
    occasion = Occasion(next_unit(connection), now, user, ACTION, summary, None)
    image = read_image(connection, TABLE, batch.id)
    append_entry(connection, occasion, Change(TABLE, batch.id, None, image), salt)
    return occasion.unit


def importing_entry(
    connection: sqlite3.Connection, table: str, row_id: int
) -> tuple[str, str, str, str] | None:
    """Who imported a row, by what action, its summary and when; None where no import made it."""
    row: tuple[str, str, str, str] | None = connection.execute(
        "SELECT actor, action, summary, at FROM audit WHERE row_table = ? AND row_id = ("
        " SELECT import_batch_id FROM import_chunk, json_each(made, '$.' || ?) AS stretch"
        " WHERE ? BETWEEN stretch.value ->> 0 AND stretch.value ->> 1 LIMIT 1)"
        " ORDER BY id LIMIT 1",
        (TABLE, table, row_id),
    ).fetchone()
    return row
