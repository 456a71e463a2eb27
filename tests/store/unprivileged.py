"""Run a function as an ordinary user, whom permissions bind, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]

NOBODY = 65534

_PROLOGUE = """
import os, sys
sys.path.insert(0, sys.argv[1])
import alembic.command, alembic.config, sqlmodel, sqlalchemy.dialects.sqlite
from pathlib import Path
from quotetrack.domain import tables
from quotetrack.domain.errors import *
from quotetrack.store import checking, copying, unit, upgrade
from quotetrack.store.database import open_database
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[2])
"""


def run_unprivileged(program: str, path: Path) -> str:
    """What `program` prints, which finds `path`, the store and the errors at hand.

    As root it gives up its rights once everything is imported.
    """
    done = subprocess.run(
        [sys.executable, "-c", _PROLOGUE + program, str(REPOSITORY), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def give_to_nobody(path: Path, mode: int) -> None:
    """Set the mode; as root, also hand the path over to the user that the program runs as."""
    if os.getuid() == 0:
        os.chown(path, NOBODY, NOBODY)
    path.chmod(mode)
