"""Build sample.db anew: `python -m sample.build [FILE]`, or `make sample.db`."""

import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from quotetrack.domain.identifiers import IdentifierSource
from quotetrack.store.database import open_database
from sample import invented, retold
from sample.desk_work import DeskWork
from sample.writing import StoryWriter

SAMPLE = Path(__file__).parent.parent / "sample.db"
USER = "sample"
FIRST_MORNING = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


class CountedTime:
    """A clock that goes on by a minute whenever it is read, and salts that are counted.

    Every build reads it as often as the last one, and so writes the same rows.
    """

    def __init__(self) -> None:
        self._now = FIRST_MORNING
        self._salts = 0

    def __call__(self) -> datetime:
        """The next minute, in UTC."""
        self._now += timedelta(minutes=1)
        return self._now

    def milliseconds(self) -> int:
        """The time now for ids, without going on."""
        return int(self._now.timestamp() * 1000)

    def salt(self) -> bytes:
        """The next salt: the digest of a running number."""
        self._salts += 1
        return blake2b(self._salts.to_bytes(8), digest_size=16).digest()

    def next_morning(self) -> None:
        """Go on to nine o'clock of the next day."""
        self._now = (self._now + timedelta(days=1)).replace(hour=9, minute=0)


def build_sample(path: Path) -> None:
    """Write the sample database to `path`, replacing a file that is there."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        fresh = Path(folder) / "sample.db"
        time = CountedTime()
        database = open_database(
            fresh,
            user=USER,
            create=True,
            clock=time,
            identifiers=IdentifierSource(node=1, milliseconds=time.milliseconds, counter=0),
            salts=time.salt,
        )
        writer = StoryWriter(database)
        stories = (retold.read_story(), *invented.read_stories())
        for story in stories:
            writer.write(story)
            time.next_morning()
        DeskWork(database, writer).do(stories)
        _compact(fresh)
        fresh.chmod(0o644)
        fresh.replace(path)


def _compact(path: Path) -> None:
    """One file without companions: rollback journal instead of WAL, and no empty pages."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")


def main(arguments: list[str]) -> None:
    """Build the file named, or the repository's own sample.db."""
    path = Path(arguments[0]) if arguments else SAMPLE
    build_sample(path.absolute())
    print(f"Built {path}, {path.stat().st_size:,} bytes.")


if __name__ == "__main__":
    main(sys.argv[1:])
