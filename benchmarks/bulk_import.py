"""CPU of a bulk import into a new database: rows a second, and the index beside its bare making.

`python -m benchmarks.bulk_import [--statements N] [--profile]`; rows are those of the corpus, with
id, text, speaker, date and article, as JSON Lines and as CSV.
"""

import argparse
import csv
import io
import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.corpus_people import People, Sources, ranked_weights
from benchmarks.corpus_words import Sentences, english_words
from benchmarks.measuring import machine, temporary_folder
from quotetrack.actions.importing import CHUNK, import_file
from quotetrack.domain.import_records import ImportProgress
from quotetrack.store.database import open_database
from quotetrack.store.importing.tables import COLUMNS as COLUMNS_OF_IMPORT
from quotetrack.store.search_tables import drop_triggers
from quotetrack.store.upgrade import create_database

STATEMENTS = 100_000
A_SECOND = 60_000
AT_MOST = 1.3

COLUMNS = ("id", "text", "speaker", "said", "url", "title", "outlet", "published")


class Taken(NamedTuple):
    """Seconds of CPU that an import took, and that the bare rows and the bare index took."""

    rows: float
    bare_rows: float
    indexing: float
    bare: float


def invented(statements: int) -> Iterator[Sequence[str]]:
    """Return rows of a file: a speaker to ten statements, an article to five."""
    chance, ids = Random(1), count(1)
    sentences = Sentences(english_words(), chance)
    people = People(max(1, statements // 10), chance, lambda: next(ids))
    sources = Sources(max(1, statements // 5), chance, lambda: next(ids), sentences)
    names = [str(row[1]) for row in people.speakers]
    outlets = {row[0]: str(row[1]) for row in sources.outlets}
    speakers = chance.choices(names, cum_weights=ranked_weights(len(names)), k=statements)
    for number, speaker in enumerate(speakers):
        source = chance.choice(sources.all)
        published = source.published_at[:10]
        yield (
            f"row-{number}",
            sentences.sentence(),
            speaker,
            source.day.isoformat(),
            f"https://news.example.org/{source.id}",
            f"Article {source.id} on the matter at hand",
            outlets[source.outlet_id],
            published,
        )


def write_files(folder: Path, statements: int) -> list[Path]:
    """Write the same rows as JSON Lines and as CSV."""
    json_lines, table = folder / "rows.jsonl", folder / "rows.csv"
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    with json_lines.open("w", encoding="utf-8") as file:
        for row in invented(statements):
            file.write(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n")
            writer.writerow(row)
    table.write_text(written.getvalue(), encoding="utf-8")
    return [json_lines, table]


def measure(folder: Path, source: Path, statements: int) -> Taken:
    """Import one file into a new database and make the same index bare beside it."""
    path = folder / f"{source.suffix[1:]}.db"
    database = open_database(path, user="benchmark", create=True)
    marks: list[float] = []

    def progress(at: ImportProgress) -> None:
        if at.doing == "indexing":
            marks.append(time.process_time())

    began = time.process_time()
    summary = import_file(database, source, progress=progress)
    ended = time.process_time()
    if summary.rows_added != statements:
        raise RuntimeError(f"{summary.rows_added} of {statements} rows came in.")
    bare_rows = _bare_rows(path, folder / "bare.db")
    bare = _bare_index(path)
    path.unlink()
    return Taken(marks[0] - began, bare_rows, ended - marks[0], bare)


def _bare_rows(path: Path, target: Path) -> float:
    """Return the seconds of CPU of executemany with the same rows, made already, and no trigger."""
    target.unlink(missing_ok=True)
    create_database(target)
    with closing(sqlite3.connect(path)) as connection:
        rows = {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608 - names of ours
            for table in COLUMNS_OF_IMPORT
        }
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -262144")
        connection.execute("PRAGMA wal_autocheckpoint = 16000")
        drop_triggers(connection)
        began = time.process_time()
        for table, of_table in rows.items():
            for first in range(0, len(of_table), CHUNK):
                places = ", ".join("?" * len(of_table[0]))
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(
                    f"INSERT INTO {table} VALUES ({places})",  # noqa: S608 - names of ours
                    of_table[first : first + CHUNK],
                )
                connection.execute("COMMIT")
        return time.process_time() - began


def _bare_index(path: Path) -> float:
    """Return the seconds of CPU of INSERT ... SELECT into a second index, and merging it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = -65536")
        (made,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'statement_search'"
        ).fetchone()
        connection.execute(made.replace("statement_search", "bare", 1))
        began = time.process_time()
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO bare (rowid, text, quoted, tags)"
            " SELECT date_key, text, quoted, tags FROM statement ORDER BY date_key"
        )
        connection.execute("INSERT INTO bare (bare) VALUES ('optimize')")
        connection.execute("COMMIT")
        return time.process_time() - began


def main() -> None:
    """Measure both formats and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    options = parser.parse_args()
    with temporary_folder() as name:
        folder = Path(name)
        files = write_files(folder, options.statements)
        if options.profile:
            import cProfile

            cProfile.runctx(
                "measure(folder, files[1], options.statements)",
                globals(),
                {"folder": folder, "files": files, "options": options},
                sort="tottime",
            )
            return
        print(f"\nBulk import of {options.statements:,} statements into a new database")
        print(f"{machine()}; CPU, user and system")
        print(
            f"  {'':8}{'rows, s':>10}{'a second':>12}{'bare, s':>10}{'ratio':>8}"
            f"{'index, s':>12}{'bare, s':>10}{'ratio':>8}"
        )
        for file in files:
            taken = measure(folder, file, options.statements)
            a_second, ratio = options.statements / taken.rows, taken.indexing / taken.bare
            print(
                f"  {file.suffix[1:]:8}{taken.rows:10.2f}{a_second:12,.0f}{taken.bare_rows:10.2f}"
                f"{taken.rows / taken.bare_rows:8.2f}{taken.indexing:12.2f}{taken.bare:10.2f}"
                f"{ratio:8.2f}"
            )
            for what, kept in (
                (f"at least {A_SECOND:,} a second", a_second >= A_SECOND),
                (f"index at most {AT_MOST} times bare", ratio <= AT_MOST),
            ):
                print(f"    promised: {what}: {'kept' if kept else 'MISSED'}")


if __name__ == "__main__":
    main()
