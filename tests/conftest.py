"""Fixtures of all tests: a fresh database with a fixed clock, user and ids."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from quotetrack.domain.identifiers import IdentifierSource
from quotetrack.store.database import Database, open_database

# The same examples in every run, and no deadline: machines differ in speed, findings must not.
settings.register_profile("same everywhere", deadline=None, derandomize=True, database=None)
settings.load_profile("same everywhere")

NOW = datetime(2023, 3, 14, 9, 30, tzinfo=UTC)
"""The time at which all tests take place."""


def fixed_identifiers(user: str) -> IdentifierSource:
    """Ids that are the same in every run, and differ between users."""
    milliseconds = count(1_678_786_200_000)
    return IdentifierSource(
        node=sum(user.encode()), milliseconds=lambda: next(milliseconds), counter=0
    )


def open_fixed(path: Path, *, user: str = "ada", create: bool = True) -> Database:
    """Open a database as `user`, at a fixed time and with ids that are the same in every run."""
    return open_database(
        path,
        user=user,
        create=create,
        clock=lambda: NOW,
        identifiers=fixed_identifiers(user),
        salts=lambda: bytes(16),
        busy_seconds=0.2,
    )


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """A fresh, empty database."""
    return open_fixed(tmp_path / "quotetrack.db")


@pytest.fixture
def open_as(database: Database) -> Callable[[str], Database]:
    """Opens the fresh database once more, as another user."""
    return lambda user: open_fixed(database.path, user=user, create=False)
