"""kill -9 in mid-write loses nothing that was confirmed, and leaves nothing half-written."""

import signal
import subprocess
import sys

import pytest

from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from tests.store.story import rows
from tests.store.unprivileged import REPOSITORY

_WRITE_UNTIL_KILLED = """
import sys
from quotetrack.store.database import open_database
from tests.store.story import add_denial, add_story
database = open_database(sys.argv[1], user="ada")
while True:
    story = add_story(database)
    add_denial(database, story)
    print(story.statement, flush=True)
"""


@pytest.mark.parametrize("confirmed_first", [1, 3, 6])
def test_a_killed_writer_loses_nothing(database: Database, confirmed_first: int) -> None:
    confirmed = []
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE_UNTIL_KILLED, str(database.path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as writer:
        assert writer.stdout is not None
        for _ in range(confirmed_first):
            confirmed.append(int(writer.stdout.readline()))
        # The next unit is on its way already.
        writer.send_signal(signal.SIGKILL)
        confirmed += [int(line) for line in writer.stdout.read().split()]
    assert writer.returncode == -signal.SIGKILL
    kept = {statement for (statement,) in rows(database, "SELECT id FROM statement")}
    assert kept >= set(confirmed)
    assert len(kept) <= len(confirmed) + 1
    denied = rows(database, "SELECT id FROM statement WHERE status = 'denied'")
    assert {statement for (statement,) in denied} >= set(confirmed)
    assert check_database(database) == []
