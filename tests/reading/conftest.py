"""The desk that the tests of reading work at."""

from collections.abc import Iterator

import pytest

from quotetrack.store.database import Database
from tests.reading.desk import Desk


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A fresh database with a connection that reads it."""
    with database.reader() as reader:
        yield Desk(database, reader.connection)
