"""Bulk import: a file of statements into the database, resumable, and undone as a whole."""

import datetime
import gc
import zlib
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Speakers
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from quotetrack.actions.dating import read_typed_date
from quotetrack.domain.errors import ImportStopped, NotFound, UsageError
from quotetrack.domain.import_records import (
    ImportedStatement,
    ImportProgress,
    ImportSummary,
    RefusedRow,
)
from quotetrack.domain.records import HistoryEntry
from quotetrack.exchange.importing.formats import Rows, rows_of
from quotetrack.exchange.importing.mapping import Mapping
from quotetrack.exchange.importing.opening import OpenFile, open_file
from quotetrack.exchange.importing.rows import LONGEST_ORIGINAL, Row
from quotetrack.exchange.importing.side_file import SideFile, side_file_of
from quotetrack.exchange.importing.understanding import Understanding
from quotetrack.store.database import Database
from quotetrack.store.importing.writer import ImportWriter

CHUNK = 16_384
"""Rows that are written in one transaction: what an interruption costs at most."""

STEP = 1_024
"""Rows between two reports of progress."""

SHOWN = 5
"""Rows that a dry run shows as understood."""

Progress = Callable[[ImportProgress], None]


def import_file(
    database: Database,
    source: Path | BinaryIO,
    mapping: Mapping | None = None,
    *,
    speakers: Speakers[str, int] | None = None,
    refused: Path | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportSummary:
    """Import a file of statements; the same file again adds nothing, a stopped one goes on.

    Args:
        source: the file, or a stream of bytes such as standard input.
        mapping: which of its columns hold what; None: they have the names of ours.
        speakers: name -> the speaker meant by it, where several are called so.
        refused: where rows go that cannot be taken; None: beside the file.
        dry_run: say what would happen, and write nothing.
        progress: told every thousand rows how far it is; what it raises stops the import.

    Raises:
        NotFound: there is no such file.
        UsageError: it cannot be read, or breaks off, or a column is missing.
        Refused: an import of it was begun in another way.
        ImportStopped: Ctrl+C; what came in stays, and the same goes on.
        DatabaseError: the database cannot be written; chunks already written stay.
    """
    mapping = mapping or Mapping()
    with open_file(source, mapping.encoding) as file, ExitStack() as stack:
        writer = stack.enter_context(
            ImportWriter(
                database,
                file.name,
                file.sha256,
                mapping.described(),
                speakers=speakers or {},
                dry_run=dry_run,
            )
        )
        resumed_at, line = writer.batch.rows_read, writer.batch.line
        path = refused or side_file_of(source if isinstance(source, Path) else None)
        side_file = SideFile(path, resumed_after=line)
        stack.callback(side_file.close)
        run = _Run(file, writer, mapping, None if dry_run else side_file, progress)
        unit = run.all_of_it()
        batch = writer.batch
        return ImportSummary(
            file=file.name,
            sha256=file.sha256,
            rows_read=batch.rows_read,
            rows_added=batch.rows_added,
            rows_known=batch.rows_known,
            rows_refused=batch.rows_refused,
            refused_file=str(path) if batch.rows_refused and not dry_run else None,
            speakers_added=writer.speakers_added,
            articles_added=writer.articles_added,
            resumed_at=resumed_at,
            unit=unit,
            ignored_columns=tuple(run.rows.ignored),
            first_rows=tuple(run.first_rows) if dry_run else (),
            first_refused=tuple(run.first_refused),
            dry_run=dry_run,
        )


def take_back_import(database: Database, source: Path | BinaryIO) -> HistoryEntry:
    """Take back an import of this file that was not finished.

    Raises:
        NotFound: there is no such file, or no unfinished import of it.
        UndoRefused: one of its rows has been worked on since.
    """
    from quotetrack.actions.trail import undo
    from quotetrack.store.importing.closing import close_unfinished

    with open_file(source) as file:
        unit = close_unfinished(database, file.sha256)
        if unit is None:
            raise NotFound(
                f"No import of {file.name} is unfinished. A finished one is in the history: "
                "'quotetrack undo NUMBER' takes it back."
            )
    return undo(database, unit, others=True)


class _Run:
    """One run of an import through its file."""

    def __init__(
        self,
        file: OpenFile,
        writer: ImportWriter,
        mapping: Mapping,
        side_file: SideFile | None,
        progress: Progress | None,
    ) -> None:
        self._file = file
        self._writer = writer
        self._side_file = side_file
        self._progress = progress
        self._understanding = Understanding(
            mapping, read_typed_date, datetime.date.today(), _stem(file.name), file.encoding
        )
        self.rows: Rows = rows_of(file, mapping)
        self.first_rows: list[ImportedStatement] = []
        self.first_refused: list[RefusedRow] = []

    def all_of_it(self) -> int | None:
        """Go through the file to its end; the number of the entry in the history.

        Raises:
            ImportStopped: it was interrupted, or the file broke off.
        """
        # Rows by the hundred thousand, none of them in a cycle: looking for cycles costs a fifth.
        collecting = gc.isenabled()
        gc.disable()
        try:
            rows = iter(self.rows)
            for _ in islice(rows, self._writer.batch.rows_read):
                pass
            while chunk := self._read_chunk(rows):
                self._write(chunk)
            self._report("indexing", 0)
            return self._writer.finish()
        except KeyboardInterrupt as error:
            raise ImportStopped(self._state("Stopped")) from error
        except (EOFError, zlib.error) as error:
            broken = "The compressed file breaks off, or is damaged"
            raise UsageError(self._state(broken)) from error
        except OSError as error:
            raise UsageError(self._state(f"The file cannot be read on ({error})")) from error
        finally:
            if collecting:
                gc.enable()

    def _read_chunk(self, rows: Iterator[Row]) -> list[tuple[Row, ImportedStatement | RefusedRow]]:
        read = self._understanding.read
        chunk: list[tuple[Row, ImportedStatement | RefusedRow]] = []
        while len(chunk) < CHUNK:
            self._report("reading", len(chunk))
            step = [(row, read(row)) for row in islice(rows, STEP)]
            chunk += step
            if len(step) < STEP:
                break
        return chunk

    def _write(self, chunk: list[tuple[Row, ImportedStatement | RefusedRow]]) -> None:
        understood = [(row, found) for row, found in chunk if isinstance(found, ImportedStatement)]
        refused = [found for _, found in chunk if isinstance(found, RefusedRow)]
        refusals = self._writer.write(
            [found for _, found in understood],
            read=len(chunk),
            refused=len(refused),
            line=self._file.lines.number,
        )
        for refusal in refusals:
            row = understood[refusal.place][0]
            refused.append(RefusedRow(row.line, refusal.reason, row.original[:LONGEST_ORIGINAL]))
        refused.sort(key=lambda row: row.line)
        if len(self.first_rows) < SHOWN:
            self.first_rows += [found for _, found in understood][: SHOWN - len(self.first_rows)]
        self.first_refused += refused[: SHOWN - len(self.first_refused)]
        if self._side_file is not None:
            for row_refused in refused:
                self._side_file.write(row_refused)
            self._side_file.flush()

    def _report(self, doing: str, read: int) -> None:
        if self._progress is not None:
            rows = self._writer.batch.rows_read + read
            self._progress(ImportProgress(doing, rows, self._file.fraction))

    def _state(self, why: str) -> str:
        batch = self._writer.batch
        if not batch.rows_added:
            return f"{why}; nothing has come in."
        return (
            f"{why} after {batch.rows_read:,} rows; {batch.rows_added:,} statements are in, and "
            "are found when the import is finished. The same command goes on from there; with "
            "--take-back it takes them out again."
        )


def _stem(name: str) -> str:
    """The name of a file without its endings: the source of its ids."""
    return name.removesuffix(".gz").rpartition(".")[0] or name
