"""Opening a database, and reading it: standard library only, for every command starts here."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quotetrack.domain.errors import DatabaseReadOnly, NewerSchema, NotFound, UpgradeNeeded
from quotetrack.domain.identifiers import IdentifierSource
from quotetrack.store import failures
from quotetrack.store.failures import FilePath

if TYPE_CHECKING:
    from pathlib import Path

    from quotetrack.store.kept_connections import KeptConnections
    from quotetrack.store.unit import Unit

APPLICATION_ID = 0x51746B31
"""Stamped into the file's header: "Qtk1"."""

SCHEMA_VERSION = 3
"""The newest migration, stamped into the file as user_version."""

BUSY_SECONDS = 5.0
"""How long a connection waits for another program's write to end."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


class Reader:
    """A read-only connection for one piece of reading.

    Used in a `with` statement; SQLite's errors inside it come out as typed ones.

    Attributes:
        file: the name of the file that is read.
    """

    def __init__(
        self,
        path: FilePath,
        *,
        busy_seconds: float = BUSY_SECONDS,
        kept: "KeptConnections | None" = None,
    ) -> None:
        self.file = os.fspath(path)
        self._busy_seconds = busy_seconds
        self._kept = kept
        self._connection: sqlite3.Connection | None = None

    @property
    def path(self) -> "Path":
        """The file."""
        from pathlib import Path

        return Path(self.file)

    @property
    def connection(self) -> sqlite3.Connection:
        """The open connection.

        Raises:
            RuntimeError: outside the `with` block.
        """
        if self._connection is None:
            raise RuntimeError("A reader is used inside its with block.")
        return self._connection

    def interrupt(self) -> None:
        """Stop what the connection is doing; callable from any thread."""
        if self._connection is not None:
            self._connection.interrupt()

    def __enter__(self) -> Self:
        kept = self._kept.take() if self._kept is not None else None
        self._connection = kept or connect_for_reading(self.file, busy_seconds=self._busy_seconds)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            # After an error a statement may still be open, and hold on to what it was reading.
            if self._kept is not None and error is None:
                self._kept.give_back(connection)
            else:
                connection.close()
        if isinstance(error, sqlite3.Error):
            raise failures.explain(error, self.file) from error


class Database:
    """An existing, current database file.

    Attributes:
        file: the file's name.
        user: who is at work, for the audit trail.
        clock: the time now, aware, in UTC.
        identifiers: where new ids come from.
        salts: where the salts of audit payloads come from, 16 bytes each.
        read_only: whether writing is refused.
        busy_seconds: how long to wait for another program's write.
    """

    def __init__(
        self,
        path: FilePath,
        *,
        user: str,
        clock: Callable[[], datetime] | None = None,
        identifiers: IdentifierSource | None = None,
        salts: Callable[[], bytes] | None = None,
        read_only: bool = False,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        self.file = os.fspath(path)
        self.user = user
        self.clock = clock or _now
        self.identifiers = identifiers or IdentifierSource()
        self.salts = salts or _random_salt
        self.read_only = read_only
        self.busy_seconds = busy_seconds
        self._kept: KeptConnections | None = None

    @property
    def path(self) -> "Path":
        """The file."""
        from pathlib import Path

        return Path(self.file)

    def reader(self) -> Reader:
        """A read-only connection, to be used in a `with` statement."""
        return Reader(self.file, busy_seconds=self.busy_seconds, kept=self._kept)

    def keep_connections(self) -> None:
        """Keep connections open from one reading to the next, until `close`.

        Not where the file may not be written: it may be read there as if it never changed.
        """
        from quotetrack.store.kept_connections import KeptConnections

        if self._kept is None and not self.read_only:
            self._kept = KeptConnections(self.path)

    def let_go(self) -> None:
        """Close connections on which nothing is being read."""
        if self._kept is not None:
            self._kept.let_go()

    def close(self) -> None:
        """Close the connections kept open, and fold what others wrote meanwhile into the file."""
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()
            if os.path.exists(_companion(self.file)):
                _fold_log(self.file)

    def unit(self, action: str, summary: str = "") -> AbstractContextManager["Unit"]:
        """One unit of work: all its changes with their audit entries, or none.

        Args:
            action: the name of the action, as the registry has it.
            summary: what is done, in a few words for people.

        Raises:
            DatabaseError: the file cannot be written; nothing was changed.
        """
        from quotetrack.store.unit import unit_of_work

        return unit_of_work(self, action, summary)


def open_database(
    path: FilePath,
    *,
    user: str,
    create: bool = False,
    upgrade: bool = True,
    clock: Callable[[], datetime] | None = None,
    identifiers: IdentifierSource | None = None,
    salts: Callable[[], bytes] | None = None,
    busy_seconds: float = BUSY_SECONDS,
) -> Database:
    """Open a database after looking at what it is; on any failure nothing was changed.

    Args:
        path: the file.
        user: who is at work, for the audit trail.
        create: make a new database where there is no file.
        upgrade: bring an older file to this version, after a backup beside it.
        clock: the time now, aware, in UTC; the system's by default.
        identifiers: where new ids come from; the system's clock and chance by default.
        salts: where the salts of audit payloads come from; chance by default.
        busy_seconds: how long to wait for another program's write.

    Raises:
        NotFound: there is no such file, and none was to be created.
        NotADatabase: the file is something else.
        NewerSchema: a newer quotetrack wrote it.
        UpgradeNeeded: an older quotetrack wrote it, and `upgrade` is off.
        DatabaseError: it is locked, damaged, or may not be read or written.
    """
    if not os.path.exists(path):
        if not create:
            raise NotFound(f"There is no database at {path}. Check the name of the file.")
        from pathlib import Path

        from quotetrack.store.upgrade import create_database

        create_database(Path(path))
    version = _schema_version(path, busy_seconds)
    if version > SCHEMA_VERSION:
        raise NewerSchema(
            f"{path} was written by a newer quotetrack (schema {version}; this one knows "
            f"{SCHEMA_VERSION}). Update quotetrack to open it."
        )
    if version < SCHEMA_VERSION:
        if not upgrade:
            raise UpgradeNeeded(
                f"{path} was written by an older quotetrack (schema {version}, now "
                f"{SCHEMA_VERSION}). Bring it up to date with 'quotetrack db upgrade'; "
                "a backup is kept."
            )
        from pathlib import Path

        from quotetrack.store.upgrade import upgrade_database

        upgrade_database(Path(path), busy_seconds=busy_seconds)
    return Database(
        path,
        user=user,
        clock=clock,
        identifiers=identifiers,
        salts=salts,
        read_only=not _may_be_written(path),
        busy_seconds=busy_seconds,
    )


def connect_for_reading(
    path: FilePath, *, busy_seconds: float = BUSY_SECONDS
) -> sqlite3.Connection:
    """A read-only connection to an existing file.

    Raises:
        DatabaseError: it cannot be opened.
    """
    with failures.explained(path):
        try:
            return _connect_read_only(path, "mode=ro", busy_seconds)
        except sqlite3.OperationalError:
            # A WAL file wants its companions beside it. Where they cannot be made, nobody else
            # can be writing either, and the file is read as it lies.
            gone = not os.path.exists(path)
            if gone or _may_be_written(path) or os.path.exists(_companion(path)):
                raise
            return _connect_read_only(path, "mode=ro&immutable=1", busy_seconds)


def file_address(path: FilePath, options: str) -> str:
    """The address under which SQLite opens a file, with options such as "mode=ro".

    Only three signs mean something in it; urllib.parse would cost 2 ms at every start.
    """
    name = os.path.join(os.getcwd(), path)
    for sign, escaped in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        name = name.replace(sign, escaped)
    return f"file:{name}?{options}"


def _connect_read_only(path: FilePath, options: str, busy_seconds: float) -> sqlite3.Connection:
    # Another thread may have to interrupt or close a reading, so the thread is not checked.
    connection = sqlite3.connect(
        file_address(path, options),
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _schema_version(path: FilePath, busy_seconds: float) -> int:
    """The user_version of the file, which is looked at before anything is done with it."""
    _check_header(path)
    connection = connect_for_reading(path, busy_seconds=busy_seconds)
    try:
        with failures.explained(path):
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise failures.not_a_database(path)
    return int(version)


def _check_header(path: FilePath) -> None:
    """Tell other files, and files cut off within their first page, from databases."""
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER_BYTES)
        size = os.path.getsize(path)
    except PermissionError as error:
        raise DatabaseReadOnly(
            f"{path} may not be read. Change its permissions, or ask its owner for a copy."
        ) from error
    except OSError as error:
        raise failures.not_a_database(path) from error
    if not header.startswith(_MAGIC):
        raise failures.not_a_database(path)
    page_size = int.from_bytes(header[16:18])
    if len(header) < _HEADER_BYTES or size < (page_size if page_size > 1 else 65536):
        raise failures.damaged(path)


def _may_be_written(path: FilePath) -> bool:
    return os.access(path, os.W_OK) and os.access(os.path.dirname(path) or ".", os.W_OK)


def _companion(path: FilePath) -> str:
    return f"{os.fspath(path)}-wal"


def _fold_log(path: FilePath) -> None:
    """Let SQLite move the log of a WAL file into it, which the last to close does if it may write.

    Where that fails the log stays beside the file, and the next to open it reads both.
    """
    try:
        connection = sqlite3.connect(file_address(path, "mode=rw"), uri=True)
        try:
            connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return


def _now() -> datetime:
    return datetime.now(UTC)


def _random_salt() -> bytes:
    return os.urandom(16)
