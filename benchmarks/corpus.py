"""Write a database of a million invented statements: `python -m benchmarks.corpus FILE`.

English words as frequent as they are, 100,000 speakers of whom few say most, 200,000 articles,
dates from 1990 to 2026, some of them intervals and some missing. A seed always writes the same
rows.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.corpus_people import People, Row, Sources
from benchmarks.corpus_statements import Statements
from benchmarks.corpus_words import Sentences, english_words
from quotetrack.domain.identifiers import IdentifierSource
from quotetrack.store.search_tables import create_search_tables, drop_search_tables, drop_triggers
from quotetrack.store.upgrade import create_database

STATEMENTS = 1_000_000
FIRST_MILLISECOND = 1_767_225_600_000
AT_ONCE = 5_000

COLUMNS: Mapping[str, Sequence[str]] = {
    "speaker": ("id", "name", "kind", "public_role_only"),
    "speaker_name": ("id", "speaker_id", "name", "kind", "folded"),
    "role": ("id", "speaker_id", "title", "organisation", "kind", "attested_on", "basis"),
    "outlet": ("id", "name", "folded", "home_url"),
    "article": (
        *("id", "outlet_id", "kind", "provenance", "url", "canonical_url", "title", "language"),
        *("published_at", "published_precision", "field_origins"),
    ),
    "tag": ("id", "name", "folded"),
    "statement": (
        *("id", "speaker_id", "role_id", "text", "said_from", "said_to", "said_precision"),
        *("said_basis", "language", "workflow", "visibility", "status", "status_event", "marks"),
        *("quoted", "tags", "date_key"),
    ),
    "quote": (
        *("id", "statement_id", "article_id", "exact", "form", "attribution"),
        *("prefix", "suffix", "attribution_basis"),
    ),
    "event": ("id", "statement_id", "type", "state", "actor_id", "happened_from", "happened_to"),
    "statement_tag": ("id", "statement_id", "tag_id"),
    "link": (
        *("id", "earlier_statement_id", "later_statement_id", "relation", "basis", "state"),
        "reasons",
    ),
}
"""The columns of each table in the order of its rows."""


def write_corpus(
    path: Path, words: Mapping[str, float], statements: int = STATEMENTS, seed: int = 1
) -> None:
    """Make a new database and fill it, with a speaker to ten statements and an article to five."""
    create_database(path)
    chance = Random(seed)
    milliseconds = count(FIRST_MILLISECOND)
    new_id = IdentifierSource(node=1, milliseconds=lambda: next(milliseconds), counter=0).next
    sentences = Sentences(words, chance)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nothing of value is lost where this is cut short.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -500000")
        connection.execute("BEGIN")
        drop_triggers(connection)
        drop_search_tables(connection)
        people = People(max(1, statements // 10), chance, new_id)
        sources = Sources(max(1, statements // 5), chance, new_id, sentences)
        said = Statements(people.all, sources.all, sentences, chance, new_id)
        insert(connection, "speaker", people.speakers)
        insert(connection, "speaker_name", people.names)
        insert(connection, "role", people.roles)
        insert(connection, "outlet", sources.outlets)
        insert(connection, "article", sources.articles)
        insert(connection, "tag", said.labels)
        for batch in said.batches(statements, AT_ONCE):
            for table, rows in batch.items():
                insert(connection, table, rows)
        create_search_tables(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
        connection.execute("PRAGMA journal_mode = WAL")


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows, their columns as COLUMNS has them."""
    columns = COLUMNS[table]
    places = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608 - constant names
        rows,
    )


def main() -> None:
    """Write the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.file.exists():
        sys.exit(f"{options.file} exists and is not overwritten.")
    write_corpus(options.file, english_words(), options.statements, options.seed)
    seconds = time.process_time()
    print(f"{options.statements:,} statements in {seconds:.0f} s of CPU: {options.file}")


if __name__ == "__main__":
    main()
