"""The writer of an import: chunks of statements in transactions of their own, then the index."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC
from types import TracebackType
from typing import NamedTuple, Self

from quotetrack.domain.errors import Refused
from quotetrack.domain.import_records import ImportedStatement
from quotetrack.store import failures
from quotetrack.store.database import Database, connect_for_reading
from quotetrack.store.importing import batches
from quotetrack.store.importing.batches import Batch, Chunk
from quotetrack.store.importing.date_places import DatePlaces
from quotetrack.store.importing.known import KnownRows
from quotetrack.store.importing.rows import AmbiguousSpeaker, Ids, RowMaker
from quotetrack.store.importing.tables import Rows, digest, insert, stretches
from quotetrack.store.search_tables import put_triggers_back, set_triggers_aside
from quotetrack.store.writing import connect_for_writing

CACHE_KIBIBYTES = 262_144
"""Pages of the indexes that are written all over are kept in so much memory at most."""

CHECKPOINT_PAGES = 16_000
"""Pages that are written again and again are copied into the file once for many chunks."""


class Refusal(NamedTuple):
    """A statement that was refused when it was to be written, by its place in the chunk."""

    place: int
    reason: str


class ImportWriter:
    """Writes an import, or on a dry run only counts what it would write.

    Every commit leaves a sound database: until an import is finished its statements are in no
    index and no counter, and `finish` adds them all in the transaction of the audit entry.

    Attributes:
        batch: how far the import has come, among it what an earlier run did.
        speakers_added: speakers that this run added.
        articles_added: articles that this run added.
    """

    def __init__(
        self,
        database: Database,
        file_name: str,
        sha256: str,
        mapping: str,
        *,
        speakers: Mapping[str, int],
        dry_run: bool = False,
    ) -> None:
        """Open the database, and find where an earlier run stopped.

        Args:
            mapping: how the file is read, as text; an import goes on with the same only.
            speakers: name -> the speaker that is meant by it, where several are called so.

        Raises:
            Refused: an import of this file was begun with another mapping.
            DatabaseError: the database cannot be written.
        """
        if database.read_only and not dry_run:
            raise failures.read_only(database.path)
        self._database = database
        self._dry_run = dry_run
        self._sha256 = sha256
        self._seen: set[tuple[str, str]] = set()
        self._now = database.clock().astimezone(UTC).isoformat(timespec="seconds")
        self._connection = (
            connect_for_reading(database.path)
            if dry_run
            else connect_for_writing(
                database.path, busy_seconds=database.busy_seconds, in_bulk=True
            )
        )
        self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        self._connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        unfinished = batches.find_unfinished(self._connection, sha256)
        if unfinished is not None and unfinished.mapping != mapping:
            self._connection.close()
            raise Refused(
                f"An import of {unfinished.file_name} was begun and read in another way. Repeat "
                "that command to go on with it, or take it back with --take-back."
            )
        self._begun = unfinished is not None
        self.batch = unfinished or Batch(0, file_name, mapping)
        self._known = KnownRows(self._connection, speakers)
        self._places = DatePlaces(self._connection)
        ids = Ids(database.identifiers)
        self._maker = RowMaker(self._known, self._places, ids, database.user, self._now)
        self.speakers_added = 0
        self.articles_added = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._database.let_go()
        if isinstance(error, sqlite3.Error):
            raise failures.explain(error, self._database.path) from error

    def write(
        self, statements: Sequence[ImportedStatement], *, read: int, refused: int, line: int
    ) -> list[Refusal]:
        """Write one chunk, all of it or nothing.

        Args:
            statements: what could be understood.
            read: how many rows of the file the chunk has.
            refused: how many of them could not be understood.
            line: the last line of the chunk.

        Returns:
            The statements that could not be written.
        """
        with self._transaction():
            if self._known.refresh():
                self._places.forget()
                self._maker.forget()
            refusals, fresh = self._make(statements)
            chunk = Chunk(
                read,
                fresh,
                len(statements) - fresh - len(refusals),
                refused + len(refusals),
                line,
            )
            rows = self._maker.take_rows()
            self.speakers_added += len(rows["speaker"])
            self.articles_added += len(rows["article"])
            if self._dry_run or not (fresh or self._begun):
                # An import that adds nothing leaves no trace.
                self.batch = self.batch.with_chunk(chunk)
            else:
                self._store(rows, chunk)
        return refusals

    def finish(self) -> int | None:
        """Index what came in and append the audit entry; None where nothing came in."""
        if not self._begun or self._dry_run:
            return None
        now = self._database.clock().astimezone(UTC).isoformat(timespec="seconds")
        with self._transaction():
            salt = self._database.salts()
            return batches.finish(self._connection, self.batch, self._database.user, now, salt)

    def _make(self, statements: Sequence[ImportedStatement]) -> tuple[list[Refusal], int]:
        known = self._known_ids(statements)
        refusals: list[Refusal] = []
        fresh = 0
        if not self._begun and not self.batch.id:
            self.batch = self.batch._replace(id=self._database.identifiers.next())
        add, batch_id = self._maker.add, self.batch.id
        for place, statement in enumerate(statements):
            key = statement.source, statement.external_id
            if key in known:
                continue
            try:
                add(statement, batch_id)
            except AmbiguousSpeaker as error:
                refusals.append(Refusal(place, str(error)))
            else:
                known.add(key)
                fresh += 1
        return refusals, fresh

    def _known_ids(self, statements: Sequence[ImportedStatement]) -> set[tuple[str, str]]:
        by_source: dict[str, list[str]] = {}
        for statement in statements:
            by_source.setdefault(statement.source, []).append(statement.external_id)
        # What a dry run would have written cannot be looked up.
        known = self._seen if self._dry_run else set()
        for source, ids in by_source.items():
            known.update((source, each) for each in self._known.external_ids(source, ids))
        return known

    def _store(self, rows: Rows, chunk: Chunk) -> None:
        if not self._begun:
            batches.begin(
                self._connection, self.batch, self._sha256, self._database.user, self._now
            )
        if rows["statement"]:
            # Their condition alone, asked for each row, costs as much as the row.
            set_triggers_aside(self._connection)
            insert(self._connection, rows)
            put_triggers_back(self._connection)
            made = {
                table: stretches(row[0] for row in of_table)
                for table, of_table in rows.items()
                if of_table
            }
            chunk_id = self._database.identifiers.next()
            batches.record_chunk(self._connection, chunk_id, self.batch, made, digest(rows))
        self.batch = batches.advance(self._connection, self.batch, chunk)
        self._begun = True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN" if self._dry_run else "BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.execute("COMMIT")
