"""CPU of a page of search results at a million statements, against the bare sqlite3 statement.

`python -m benchmarks.search_service FILE`: FILE is what benchmarks.corpus wrote. Measured is what
the terminal interface calls for the first page; the bare statement fetches the same columns of the
same rows from the same file on a connection of its own, in turns with it.
"""

import argparse
import sqlite3
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.corpus_words import english_words
from benchmarks.measuring import machine
from quotetrack.actions import reading
from quotetrack.store.database import Database, open_database
from quotetrack.tui.widgets.statement_table import PAGE

SEARCHES = 40
"""Different searches of each shape."""

ROUNDS = 5
TIMES, PLUS, LONGEST = 2.0, 0.5, 10.0
"""Promised: p50 at most so many times the bare one plus milliseconds; p95 at most milliseconds."""

BARE = """
SELECT statement.id, statement.date_key, statement.speaker_id, speaker.name, role.title,
    role.organisation, statement.text, statement.quoted, statement.status, statement.status_event,
    statement.marks, statement.workflow,
    (SELECT count(*) FROM link WHERE earlier_statement_id = statement.id
        AND relation = 'contradicts' AND state <> 'dismissed')
    + (SELECT count(*) FROM link WHERE later_statement_id = statement.id
        AND relation = 'contradicts' AND state <> 'dismissed'),
    (SELECT count(*) FROM quote WHERE statement_id = statement.id),
    said_from, said_to, said_precision, said_zone, said_phrase, said_basis
FROM ({hits} LIMIT 64) AS hit
CROSS JOIN statement ON statement.date_key = hit.key
JOIN speaker ON speaker.id = statement.speaker_id
LEFT JOIN role ON role.id = statement.role_id
ORDER BY hit.key DESC
"""
NEWEST = "SELECT date_key AS key FROM statement WHERE visibility = 'open' ORDER BY date_key DESC"
FOUND = (
    "SELECT rowid AS key FROM statement_search WHERE statement_search MATCH ? ORDER BY rowid DESC"
)
FOUND_IN = (
    "SELECT statement_search.rowid AS key FROM statement_search"
    " CROSS JOIN statement ON date_key = statement_search.rowid WHERE statement_search MATCH ?"
    " AND coalesce(said_from, '') <= ? AND substr(said_to, 1, 10) >= ?"
    " ORDER BY statement_search.rowid DESC"
)
IN_PERIOD = (
    "SELECT date_key AS key FROM statement WHERE visibility = 'open'"
    " AND coalesce(said_from, '') <= ? AND substr(said_to, 1, 10) >= ? ORDER BY date_key DESC"
)


class Part(NamedTuple):
    """A part of a search as one types it, and as the index takes it."""

    typed: str
    match: str


class Search(NamedTuple):
    """A search as one types it, and the bare statement for it with its parameters."""

    typed: str
    sql: str
    parameters: tuple[str, ...]


class Shapes:
    """Makes searches of each shape from frequent words and the speakers who say most."""

    def __init__(self, connection: sqlite3.Connection, chance: Random) -> None:
        words = [word for word in english_words() if len(word) > 1]
        self._stop, self._frequent, self._common = words[:20], words[:300], words[60:1_500]
        self._speakers = connection.execute(
            "SELECT speaker.id, speaker.name FROM facet_count JOIN speaker"
            " ON term = 's' || speaker.id WHERE substr(term, 1, 1) = 's'"
            " ORDER BY statements DESC LIMIT 20"
        ).fetchall()
        self._chance = chance

    def all(self) -> dict[str, list[Search]]:
        """So many searches of each shape."""
        shapes: Mapping[str, Callable[[], Search]] = {
            "plain newest": lambda: Search("", BARE.format(hits=NEWEST), ()),
            "stop word": lambda: found(self.word(self._stop)),
            "common word": lambda: found(self.word()),
            "two words": lambda: found(self.word(), self.word()),
            "as you type": lambda: found(self.begun()),
            "word, as you type": lambda: found(self.word(), self.begun()),
            "phrase": lambda: found(self.phrase()),
            "top-20 speaker, two words": lambda: found(
                self.speaker(), self.word(self._frequent), self.word(self._frequent)
            ),
            "status, as you type": lambda: found(DENIED, self.begun()),
            "month": lambda: found(period=self.month()),
            "month, common word": lambda: found(self.word(), period=self.month()),
            "speaker, status, year, word": lambda: found(
                self.speaker(), DENIED, self.word(self._stop), period=self.year()
            ),
        }
        return {name: [shape() for _ in range(SEARCHES)] for name, shape in shapes.items()}

    def word(self, among: Sequence[str] | None = None) -> Part:
        """A whole word."""
        word = self._chance.choice(among or self._common)
        return Part(word, f'{{text quoted}} : "{word}"')

    def begun(self) -> Part:
        """The first letters of a word, which end what has been typed."""
        word = self._chance.choice(self._common)
        letters = word[: self._chance.randint(1, len(word))]
        return Part(f"{letters}*", f'{{text quoted}} : "{letters}"*')

    def phrase(self) -> Part:
        """A stop word and a frequent word behind it."""
        words = f"{self._chance.choice(self._stop)} {self._chance.choice(self._frequent)}"
        return Part(f'"{words}"', f'{{text quoted}} : "{words}"')

    def speaker(self) -> Part:
        """A speaker by the whole name."""
        identifier, name = self._chance.choice(self._speakers)
        return Part(f'speaker:"{name}"', f'tags : "s{identifier}"')

    def month(self) -> str:
        """A month of some years."""
        return f"{self._chance.randint(2005, 2025)}-{self._chance.randint(1, 12):02}"

    def year(self) -> str:
        """A year."""
        return str(self._chance.randint(2005, 2025))


DENIED = Part("status:denied", 'tags : "tdenied"')


def found(*parts: Part, period: str | None = None) -> Search:
    """A search of all these parts, said in a period."""
    typed = [part.typed for part in parts]
    match = f'({" AND ".join(f"({part.match})" for part in parts)}) NOT tags : "voffrecord"'
    if period is None:
        # A blank behind them, so that no word but the starred one is taken for unfinished.
        return Search(" ".join(typed) + " ", BARE.format(hits=FOUND), (match,))
    if not parts:
        first, last = period, f"{period}-31~"
        return Search(f"said:{period}", BARE.format(hits=IN_PERIOD), (last, first))
    last = f"{period}-31~" if len(period) > 4 else f"{period}-12-31~"
    return Search(
        " ".join((*typed, f"said:{period}")), BARE.format(hits=FOUND_IN), (match, last, period)
    )


def service(database: Database, search: Search) -> int:
    """The first page as the terminal interface reads it; how many rows there are."""
    with database.reader() as reader:
        return len(reading.search(reader, search.typed, PAGE))


def bare(connection: sqlite3.Connection, search: Search) -> int:
    """The rows of the bare statement; how many there are."""
    return len(connection.execute(search.sql, search.parameters).fetchall())


def measure(run: Callable[[Search], int], search: Search) -> tuple[float, int]:
    """Milliseconds of CPU, and rows."""
    before = time.process_time_ns()
    rows = run(search)
    return (time.process_time_ns() - before) / 1e6, rows


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    database = open_database(options.file, user="benchmark")
    database.keep_connections()
    connection = sqlite3.connect(f"{options.file.absolute().as_uri()}?mode=ro", uri=True)
    shapes = Shapes(connection, Random(1)).all()
    print(f"\nA page of {PAGE} of {options.file.stat().st_size / 1e9:.1f} GB")
    print(f"{machine()}; CPU in ms, {SEARCHES} searches of a shape, each the median of {ROUNDS}")
    print(f"  {'':30}{'bare':^16}{'service':^16}{'ratio':>7}{'rows':>6}")
    print(f"  {'':30}" + 2 * f"{'p50':>8}{'p95':>8}")
    missed = [name for name, each in shapes.items() if not shape(name, each, database, connection)]
    verdict = "kept" if not missed else f"MISSED by {'; '.join(missed)}"
    print(
        f"  promised: p50 at most {TIMES:.0f} times the bare one plus {PLUS} ms,"
        f" p95 at most {LONGEST:.0f} ms: {verdict}"
    )
    connection.close()
    database.close()


def shape(
    name: str, searches: Sequence[Search], database: Database, connection: sqlite3.Connection
) -> bool:
    """Measure one shape and print its line; whether it keeps what is promised."""
    taken: tuple[list[float], list[float]] = ([], [])
    counts = []
    for search in searches:
        runs: tuple[list[float], list[float]] = ([], [])
        for number in range(ROUNDS + 1):
            floor, expected = measure(lambda each: bare(connection, each), search)
            mine, rows = measure(lambda each: service(database, each), search)
            if number:
                runs[0].append(floor)
                runs[1].append(mine)
        if rows < expected:
            raise RuntimeError(f"{search.typed!r}: {rows} rows, the bare statement has {expected}.")
        for each, run in zip(taken, runs, strict=True):
            each.append(statistics.median(run))
        counts.append(rows)
    (half, most), (mine_half, mine_most) = (
        (statistics.median(each), statistics.quantiles(each, n=20)[-1]) for each in taken
    )
    figures = "".join(f"{figure:8.2f}" for figure in (half, most, mine_half, mine_most))
    print(f"  {name:30}{figures}{mine_half / half:7.2f}{statistics.median(counts):6.0f}")
    return mine_half <= TIMES * half + PLUS and mine_most <= LONGEST


if __name__ == "__main__":
    main()
