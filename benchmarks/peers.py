"""Searches at a million statements beside tantivy, Datasette, sqlite-utils and PostgreSQL.

`PEERS/bin/python -m benchmarks.peers FILE FOLDER`: FILE is what benchmarks.corpus wrote, FOLDER
where the peers keep the same rows, from one run to the next. PEERS is an environment with what
docs/benchmarks.md names; a peer that is not there is passed over.
"""

import argparse
import sqlite3
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

from benchmarks.measuring import machine
from benchmarks.peer import PAGE, Absent, Peer, Row, Wanted
from benchmarks.peer_engines import PEERS
from quotetrack.actions import reading
from quotetrack.store.database import Database, open_database

SEARCHES = 15
ROUNDS = 3

ROWS = """
SELECT date_key, text, quoted, speaker.name, speaker_id, status, said_to
FROM statement JOIN speaker ON speaker.id = speaker_id
WHERE visibility = 'open' ORDER BY date_key
"""


class Quotetrack:
    """The search service as the terminal interface calls it."""

    name = "quotetrack"
    server = None

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, wanted: Wanted) -> int:
        """The newest rows."""
        return self._search(_typed(wanted))

    def best(self, wanted: Wanted) -> int:
        """The best of the newest thousand rows."""
        return self._search(f"sort:relevance {_typed(wanted)}")

    def _search(self, typed: str) -> int:
        with self._database.reader() as reader:
            return len(reading.search(reader, typed, PAGE))


def _typed(wanted: Wanted) -> str:
    words = f'"{" ".join(wanted.words)}"' if wanted.phrase else " ".join(wanted.words)
    parts = [words]
    if wanted.begun:
        parts.append(f"{wanted.begun}*")
    if wanted.status:
        parts.append(f"status:{wanted.status}")
    if wanted.speaker_name:
        parts.append(f'speaker:"{wanted.speaker_name}"')
    return " ".join(part for part in parts if part) + " "


def rows_of(connection: sqlite3.Connection) -> Iterator[Row]:
    """The open statements, the oldest first."""
    return (Row(*columns) for columns in connection.execute(ROWS))


def searches(connection: sqlite3.Connection) -> dict[str, list[Wanted]]:
    """Searches of each shape, of words that occur in the statements themselves."""
    counts: Counter[str] = Counter()
    for (text,) in connection.execute("SELECT text FROM statement LIMIT 20000"):
        counts.update(text.lower().rstrip(".").split())
    words = [word for word, _ in counts.most_common(1_500) if len(word) > 1 and word.isascii()]
    stop, common, rare = words[:15], words[60:400], words[400:]
    speakers = connection.execute(
        "SELECT speaker.id, speaker.name FROM facet_count JOIN speaker"
        " ON term = 's' || speaker.id WHERE substr(term, 1, 1) = 's'"
        " ORDER BY statements DESC LIMIT 20"
    ).fetchall()
    chance = Random(1)

    def some(among: Sequence[str]) -> str:
        return chance.choice(among)

    return {
        "stop word": [Wanted((word,)) for word in stop],
        "common word": [Wanted((some(common),)) for _ in range(SEARCHES)],
        "rarer word": [Wanted((some(rare),)) for _ in range(SEARCHES)],
        "two words": [Wanted((some(common), some(common))) for _ in range(SEARCHES)],
        "as you type": [Wanted((), begun=some(common)[:3]) for _ in range(SEARCHES)],
        "phrase": [Wanted((some(stop), some(common)), phrase=True) for _ in range(SEARCHES)],
        "status and word": [Wanted((some(common),), status="denied") for _ in range(SEARCHES)],
        "speaker and word": [
            Wanted((some(common),), speaker=str(identifier), speaker_name=name)
            for identifier, name in chance.choices(speakers, k=SEARCHES)
        ],
    }


def milliseconds(peer: Peer, wanted: Wanted, *, best: bool) -> float:
    """CPU that a page takes, here and in a server: the median of some rounds, after one."""
    taken = []
    for number in range(ROUNDS + 1):
        before = time.process_time() + cpu_of_server(peer)
        (peer.best if best else peer.newest)(wanted)
        if number:
            taken.append(time.process_time() + cpu_of_server(peer) - before)
    return 1000 * statistics.median(taken)


def cpu_of_server(peer: Peer) -> float:
    """Seconds of CPU of all threads of the process that works for a peer."""
    threads = Path(f"/proc/{peer.server}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def measure(peers: Sequence[Peer], shapes: dict[str, list[Wanted]], *, best: bool) -> None:
    """Print a line a shape, the peers in turns."""
    for shape, each in shapes.items():
        taken: dict[str, list[float]] = {peer.name: [] for peer in peers}
        for wanted in each:
            for peer in peers:
                taken[peer.name].append(milliseconds(peer, wanted, best=best))
        cells = "".join(
            f"{statistics.median(times):10.2f}{max(times):10.2f}" for times in taken.values()
        )
        print(f"  {shape:20}{cells}", flush=True)


def main() -> None:
    """Build what is not there yet, measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(exist_ok=True)
    options.folder.chmod(0o755)
    connection = sqlite3.connect(f"{options.file.absolute().as_uri()}?mode=ro", uri=True)
    database = open_database(options.file, user="benchmark")
    database.keep_connections()
    with ExitStack() as opened:
        peers: list[Peer] = [Quotetrack(database)]
        for engine in PEERS:
            try:
                began = time.perf_counter()
                peers.append(
                    opened.enter_context(engine(options.folder, lambda: rows_of(connection)))
                )
                print(f"{engine.name}: there after {time.perf_counter() - began:.0f} s")
            except Absent as absent:
                print(f"{engine.name} is passed over: {absent}", file=sys.stderr)
        shapes = searches(connection)
        print(f"\nA page of {PAGE}; {machine()}")
        print("  CPU in ms here and in a server, p50 and most")
        names = "".join(f"{peer.name:>20}" for peer in peers)
        print(f"  {'newest first':20}{names}")
        measure(peers, shapes, best=False)
        ranking = [peer for peer in peers if peer.name != "Datasette"]
        names = "".join(f"{peer.name:>20}" for peer in ranking)
        print(f"  {'best first':20}{names}")
        best = {name: shapes[name] for name in ("stop word", "common word", "two words")}
        measure(ranking, best, best=True)
    database.close()


if __name__ == "__main__":
    main()
