"""Making a database, and bringing an older one to this version: all of it or nothing."""

import os
import secrets
import sqlite3
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.domain.errors import DatabaseDamaged, DatabaseError, DatabaseReadOnly
from quotetrack.store.database import APPLICATION_ID, BUSY_SECONDS, SCHEMA_VERSION
from quotetrack.store.rederiving import derive_statements
from quotetrack.store.search_tables import (
    create_search_tables,
    drop_search_tables,
    drop_triggers,
    search_table_drift,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

PRIVATE_MODE = 0o600
"""A user's own database is nobody else's business."""


def create_database(path: Path) -> None:
    """Make a new, empty database in WAL mode that only its owner may read.

    It is made under a passing name and appears under its own one when it is complete. Where
    another process was faster, its database stays.

    Raises:
        DatabaseError: the folder may not be written, or the disk is full; nothing is left behind.
    """
    passing = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    _make_private_file(passing, path)
    try:
        migrate(passing, target=SCHEMA_VERSION)
        _publish(passing, path)
    finally:
        for leftover in _with_companions(passing):
            leftover.unlink(missing_ok=True)


def upgrade_database(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Path:
    """Bring an older database to this version, after a backup beside it.

    Returns:
        The backup.

    Raises:
        DatabaseError: it did not work; the file is as it was, and there is no new backup.
    """
    from quotetrack.store.copying import copy_database

    backup = _free_name(path.with_name(f"{path.stem}.before-version-{SCHEMA_VERSION}{path.suffix}"))
    copy_database(path, backup)
    try:
        migrate(path, target=SCHEMA_VERSION, busy_seconds=busy_seconds)
    except BaseException:
        backup.unlink()
        raise
    return backup


def migrate(
    path: Path,
    *,
    target: int,
    busy_seconds: float = BUSY_SECONDS,
    scripts: Path | None = None,
) -> None:
    """Run the migrations up or down to `target` in one transaction with all checks.

    Args:
        path: an existing file, which may be empty.
        target: the schema version to arrive at; 0 is an empty file.
        busy_seconds: how long to wait for another program's write.
        scripts: the folder of migrations; the ones of this version by default.

    Raises:
        DatabaseError: it did not work; the file is as it was.
    """
    from quotetrack.store.writing import connect_for_writing, engine_on, explained_writing

    # Foreign keys are off: with them on, a batch migration that rebuilds a parent table would
    # take all its children along.
    connection = connect_for_writing(path, busy_seconds=busy_seconds, foreign_keys=False)
    try:
        with explained_writing(path):
            if target:
                _set_journal_mode(connection)
            with engine_on(connection).connect() as bound, bound.begin():
                connection.execute("BEGIN IMMEDIATE")
                _migrate_inside_transaction(bound, connection, path, target, scripts)
    finally:
        connection.close()


def migration_scripts() -> Path:
    """The folder of migrations: inside the wheel, or beside the package in a checkout."""
    package = Path(str(resources.files("quotetrack")))
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def _set_journal_mode(connection: sqlite3.Connection) -> None:
    """WAL for a new file; a file that exists keeps the mode it has."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if pages == 0:
        connection.execute("PRAGMA journal_mode = WAL")


def _migrate_inside_transaction(
    bound: "Connection",
    connection: sqlite3.Connection,
    path: Path,
    target: int,
    scripts: Path | None,
) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == target:
        return  # Another process was faster.
    drop_triggers(connection)
    if target == 0:
        drop_search_tables(connection)
    _run_alembic(bound, scripts or migration_scripts(), version, target)
    if target > version > 0:
        derive_statements(connection)
    if target:
        create_search_tables(connection)
        _check(connection, path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID if target else 0}")
    connection.execute(f"PRAGMA user_version = {target}")


def _run_alembic(bound: "Connection", scripts: Path, version: int, target: int) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = bound
    revision = f"{target:04d}" if target else "base"
    (command.upgrade if target > version else command.downgrade)(config, revision)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse the outcome of a migration that lost a child or an index entry."""
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if orphan is not None:
        raise DatabaseDamaged(
            f"{path} cannot be upgraded: a row of '{orphan[0]}' refers to a missing row of "
            f"'{orphan[2]}'. Nothing was changed; restore it from a backup."
        )
    if search_table_drift(connection):
        raise DatabaseDamaged(
            f"{path} cannot be upgraded: its search index came out wrong. Nothing was changed; "
            "restore it from a backup."
        )


def _make_private_file(passing: Path, path: Path) -> None:
    """Make the empty file in which the database that will be at `path` is built."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(passing, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_MODE))
    except PermissionError as error:
        raise DatabaseReadOnly(
            f"{path.parent} may not be written. Change its permissions, "
            "or choose a place of your own with --db."
        ) from error
    except OSError as error:
        raise DatabaseError(
            f"No database can be made at {path} ({error.strerror}). Choose another place with --db."
        ) from error


def _publish(passing: Path, path: Path) -> None:
    """Give a complete file its own name, unless that name has been taken meanwhile."""
    try:
        os.link(passing, path)
    except FileExistsError:
        return
    except OSError:
        # Some file systems know no hard links.
        if not path.exists():
            passing.rename(path)


def _with_companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal")]


def _free_name(path: Path) -> Path:
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate
