"""Desks for the tests of the Python API: an empty one, and one on a copy of the sample."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotetrack.api import Desk, open
from tests.house.fresh_interpreter import SAMPLE


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('user = "ada"\ndatabase = "own.db"\n', encoding="utf-8")
    monkeypatch.setenv("QUOTETRACK_CONFIG", str(path))
    monkeypatch.delenv("QUOTETRACK_DB", raising=False)
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open(tmp_path / "desk.db", create=True) as desk:
        yield desk


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "sample.db"
    shutil.copy(SAMPLE, path)
    with open(path) as desk:
        yield desk
