"""Keeping a database: what it holds, checking it, backing it up, upgrading it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.configuration import Configuration, user_name
from quotetrack.domain.errors import UpgradeNeeded
from quotetrack.store.database import SCHEMA_VERSION, Database, Reader, open_database

if TYPE_CHECKING:
    from quotetrack.store.maintenance import DatabaseInformation, Problem

Step = Callable[[str, int, int], None]
"""Told of progress: what is done, how much of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What upgrading did.

    Attributes:
        version: the schema version that the file has now.
        upgraded: whether it had to be changed; a backup was made before.
    """

    version: int
    upgraded: bool


def information(reader: Reader) -> "DatabaseInformation":
    """Where the database is, and what it holds."""
    from quotetrack.store.maintenance import database_information

    return database_information(reader)


def check(database: Database, *, step: Step | None = None) -> "list[Problem]":
    """Everything found wrong: damage, drift of what is derived, breaks in the audit chain.

    Args:
        step: called before each part with what comes next, its place from 0, and how many parts
            there are; what it raises ends the check and comes out unchanged.
    """
    from quotetrack.store.maintenance import check_database

    return check_database(database, step=step)


def backup(database: Database, target: Path, *, step: Step | None = None) -> Path:
    """Write a verified copy of the database to a new file.

    Args:
        step: called as the copy grows; what it raises ends it, and no copy is left.

    Raises:
        Refused: there is a file of this name already.
        DatabaseError: the copy could not be written or is not sound.
    """
    from quotetrack.store.maintenance import backup_database

    return backup_database(database, target, step=step)


def upgrade(path: Path, configuration: Configuration) -> Upgrade:
    """Bring a database to this version's schema, after a backup beside it.

    Raises:
        DatabaseError: the file cannot be used; its subclass says why.
    """
    user = user_name(configuration)
    try:
        open_database(path, user=user, upgrade=False)
    except UpgradeNeeded:
        open_database(path, user=user, upgrade=True)
        return Upgrade(SCHEMA_VERSION, upgraded=True)
    return Upgrade(SCHEMA_VERSION, upgraded=False)
