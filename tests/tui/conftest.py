"""The whole app over a private copy of the sample, or over an empty database."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quotetrack.configuration import Configuration
from quotetrack.store.database import Database
from quotetrack.tui.app import QuotetrackApp
from tests.conftest import open_fixed

SAMPLE = Path(__file__).parents[2] / "sample.db"

MakeApp = Callable[..., QuotetrackApp]


@pytest.fixture
def sample(tmp_path: Path) -> Database:
    """A private copy of the sample."""
    path = tmp_path / "sample.db"
    shutil.copy(SAMPLE, path)
    return open_fixed(path, user="sample", create=False)


@pytest.fixture
def make_app(sample: Database) -> MakeApp:
    """Makes the app over the sample, or over another database, with a theme and keys."""

    def make(
        database: Database | None = None,
        *,
        theme: str | None = None,
        keys: dict[str, str] | None = None,
        notice: str | None = None,
    ) -> QuotetrackApp:
        configuration = Configuration(theme=theme, keys=keys or {})
        return QuotetrackApp(database or sample, configuration, notice=notice)

    return make
