"""The corpus to measure on is a sound database, as if the product had written it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from quotetrack.actions.reading import search
from quotetrack.store.checking import check_database
from quotetrack.store.database import open_database

WORDS = {"the": 1.0, "of": 0.5, "road": 0.3, "bridge": 0.25, "tax": 0.2, "water": 0.15}
STATEMENTS = 1_200


def write(path: Path, seed: int = 1) -> Path:
    write_corpus(path, WORDS, STATEMENTS, seed)
    return path


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("corpus") / "corpus.db")


def test_every_derived_column_index_and_counter_is_what_the_product_would_have_made(
    corpus: Path,
) -> None:
    assert check_database(open_database(corpus, user="ada")) == []


def test_it_has_something_of_everything_that_searches_tell_apart(corpus: Path) -> None:
    with closing(sqlite3.connect(corpus)) as connection:
        (statements,) = connection.execute("SELECT count(*) FROM statement").fetchone()
        for condition in (
            "visibility = 'off_record'",
            "status = 'denied'",
            "said_from < said_to",
            "said_to IS NULL",
            "quoted <> ''",
            "tags LIKE '%hcontradiction%'",
            "tags LIKE '% g%'",
        ):
            found = connection.execute(f"SELECT 1 FROM statement WHERE {condition}").fetchone()
            assert found, condition
    assert statements == STATEMENTS


def test_the_same_seed_writes_the_same_rows_and_another_does_not(
    corpus: Path, tmp_path: Path
) -> None:
    assert content(write(tmp_path / "again.db")) == content(corpus)
    assert content(write(tmp_path / "other.db", seed=2)) != content(corpus)


def test_it_is_searched_like_any_other(corpus: Path) -> None:
    with open_database(corpus, user="ada").reader() as reader:
        rows = search(reader, "road status:denied")
    assert rows
    assert [row.key for row in rows] == sorted((row.key for row in rows), reverse=True)
