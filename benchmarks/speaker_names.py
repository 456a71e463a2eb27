"""Speakers found by a name with one typo: CPU time, and whether the right one is among five.

    python -m benchmarks.speaker_names [NAMES [TYPED]]

The names are distinct, their first names and surnames those of several languages with frequencies
after Zipf. One typo each: a letter or blank put in, left out, changed, or two swapped, anywhere in
the name. Beside it the floor, a bare FTS5 prefix query on the same file, and where it is
installed rapidfuzz over the list of all names.
"""

import importlib.util
import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from random import Random
from time import process_time

from benchmarks.measuring import machine, temporary_folder
from quotetrack.domain.text import fold_name
from quotetrack.store.reading.speaker_names import find_speakers
from quotetrack.store.search_tables import create_search_tables
from quotetrack.store.upgrade import create_database

NAMES, TYPED = 250_000, 1_000
AMONG = 5
MOST_MILLISECONDS, LEAST_RIGHT = 20.0, 0.97

_FIRST = """
James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard
Susan Joseph Jessica Thomas Sarah Charles Karen Maria José Carmen Antonio Francisco Manuel Ana
Juan Lucía Jean-Pierre Marie Philippe Nathalie François Isabelle Hans Petra Wolfgang Ursula Jürgen
Andrei Sergei Dmitri Olga Tatyana Vladimir Natalya Mikhail Svetlana Volodymyr Oleksandr Kateryna
Mohammed Fatima Ahmed Aisha Omar Khadija Ali Zainab Yusuf Layla Mehmet Ayşe Mustafa Emine Əli
Wei Li Min Fang Jun Xiu Hiroshi Yuki Kenji Sakura Priya Rahul Anjali Arjun Nguyen Linh Kwame Ama
Piotr Agnieszka Krzysztof Małgorzata Jan Tomáš Jana Luka Ivana Nikola Giorgi Nino Aram Ani Giulia
Marco Francesca Lars Ingrid Björn Astrid Mikko Aino Georgios Eleni Ioannis Katerina João Beatriz
"""
_PARTS = """
an ar ba ber bo bra cas chen da del di do el er fa fer gar ge gon gu ha har he hol il in ja jo ka
kar ko kov kra la le li lo lu ma man mar mi mo mu na ne ni no o ol or pa per pe po qu ra ri ro ru
sa san sch se sha si so sta ste su ta ter ti to tor tra va ve vi vo wal we win ya yu za ze zu
"""
_ENDINGS = """
ov ova ev enko sky ska ski son sen ez es ini elli eau ier mann er ert berg stein oğlu li yan ian
dze shvili poulos akis ić č ova a o i in uk ura moto wa ng ang ung oy ed ah
"""
_LETTERS = "abcdefghijklmnopqrstuvwxyz "

Find = Callable[[str], Iterable[str]]


def main() -> None:
    """Measure, and print a table."""
    count, typed = (*map(int, sys.argv[1:]), NAMES, TYPED)[:2] if sys.argv[1:] else (NAMES, TYPED)
    chance = Random(4)
    names = invented_names(count, chance)
    asked = [(name, with_typo(name, chance)) for name in chance.choices(names, k=typed)]
    with temporary_folder() as folder:
        path = Path(folder) / "names.db"
        seconds = _write(path, names)
        with closing(sqlite3.connect(path)) as connection:
            print(
                f"{count:,} names, {typed:,} with one typo each; indexed in {seconds:.1f} s, "
                f"{path.stat().st_size / count:,.0f} bytes a name\n{machine()}\n"
            )
            finders: dict[str, Find] = {
                "floor: FTS5, words as prefixes": lambda text: _bare(connection, text),
                "quotetrack": lambda text: [
                    match.spelling for match in find_speakers(connection, text, 12)
                ],
            }
            if importlib.util.find_spec("rapidfuzz"):
                finders["rapidfuzz over the list"] = _scan(names)
            print(f"{'':<34}{'p50 ms':>8}{'p95 ms':>8}{'max ms':>8}{'first':>8}{'in 5':>8}")
            for title, find in finders.items():
                _measure(title, find, asked if title != "rapidfuzz over the list" else asked[:100])
    print(f"\nPromised: p95 at most {MOST_MILLISECONDS:.0f} ms, {LEAST_RIGHT:.0%} among five.")


def invented_names(count: int, chance: Random) -> list[str]:
    """Distinct names, each a first name and one or two surnames."""
    first = _FIRST.split()
    parts, endings = _PARTS.split(), _ENDINGS.split()
    surnames = list(
        dict.fromkeys(
            ("".join(chance.choices(parts, k=chance.choice((1, 1, 2, 2, 3)))) + ending).title()
            for ending in chance.choices(endings, k=60_000)
        )
    )
    often_first, often_last = _zipf(len(first)), _zipf(len(surnames))
    names: dict[str, None] = {}
    while len(names) < count:
        words = chance.choices(first, cum_weights=often_first, k=chance.choice((1, 1, 1, 1, 2)))
        words += chance.choices(
            surnames, cum_weights=often_last, k=chance.choices((1, 2), (9, 1))[0]
        )
        names[" ".join(words)] = None
    return list(names)


def with_typo(name: str, chance: Random) -> str:
    """The name with one letter or blank put in, left out, changed, or two of them swapped."""
    while True:
        place = chance.randrange(len(name))
        before, after = name[:place], name[place:]
        letter = chance.choice(_LETTERS)
        typed = chance.choice(
            (
                before + letter + after,
                before + after[1:],
                before + letter + after[1:],
                before + after[1:2] + after[:1] + after[2:],
            )
        )
        if fold_name(typed) not in (fold_name(name), ""):
            return typed


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) for rank in range(count)))


def _write(path: Path, names: list[str]) -> float:
    """Write a database of these speakers; returns the seconds of CPU that their indexes took."""
    create_database(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.executemany(
            "INSERT INTO speaker (id, name, kind, public_role_only) VALUES (?, ?, 'person', 0)",
            enumerate(names, 1),
        )
        connection.executemany(
            "INSERT INTO speaker_name (id, speaker_id, name, kind, folded)"
            " VALUES (?, ?, ?, 'canonical', ?)",
            ((place, place, name, fold_name(name)) for place, name in enumerate(names, 1)),
        )
        started = process_time()
        create_search_tables(connection)
        seconds = process_time() - started
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return seconds


def _bare(connection: sqlite3.Connection, text: str) -> list[str]:
    match = " AND ".join(f'"{word}"*' for word in fold_name(text).split())
    found = connection.execute(
        "SELECT name FROM speaker_name_search CROSS JOIN speaker_name"
        " ON speaker_name.id = speaker_name_search.rowid"
        " WHERE speaker_name_search MATCH ? LIMIT 5",
        (match,),
    )
    return [name for (name,) in found]


def _scan(names: list[str]) -> Find:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = [fold_name(name) for name in names]

    def find(text: str) -> list[str]:
        found = process.extract(
            fold_name(text), folded, scorer=OSA.distance, score_cutoff=1, limit=AMONG
        )
        return [names[place] for _, _, place in found]

    return find


def _measure(title: str, find: Find, asked: list[tuple[str, str]]) -> None:
    find(asked[0][1])
    taken: list[float] = []
    first = among = 0
    for name, typed in asked:
        started = process_time()
        found = list(find(typed))[:AMONG]
        taken.append(1000 * (process_time() - started))
        first += found[:1] == [name]
        among += name in found
    ordered = sorted(taken)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print(
        f"{title:<34}{statistics.median(taken):>8.2f}{p95:>8.2f}{ordered[-1]:>8.2f}"
        f"{first / len(asked):>8.1%}{among / len(asked):>8.1%}"
    )


if __name__ == "__main__":
    main()
