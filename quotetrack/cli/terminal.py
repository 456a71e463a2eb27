"""Opening the terminal interface on a database."""

import gc
import sys
from importlib import import_module
from pathlib import Path

from quotetrack.actions.opening import folder_warning, open_named, open_own
from quotetrack.configuration import load_configuration
from quotetrack.domain.errors import UsageError


def open_terminal(path: Path | None, *, create: bool, notice: str | None = None) -> int:
    """Run the terminal interface until the user leaves it; return the exit status.

    Args:
        path: the database; None: the user's own.
        create: make a named database where there is none.
        notice: a sentence to show at the start.

    Raises:
        UsageError: there is no terminal.
        DatabaseError: the database cannot be used.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The terminal interface needs a terminal. Name a command, or see 'quotetrack --help'."
        )
    configuration = load_configuration()
    if path is None:
        database = open_own(configuration)
    else:
        database = open_named(path, configuration, create=create)
    # What is imported now stays; the app collects garbage again when it has painted.
    gc.disable()
    # By name: the command line does not know the terminal interface, and never pays for it.
    application = import_module("quotetrack.tui.app")
    status: int = application.run(
        database, configuration, notice=notice or folder_warning(database.path)
    )
    return status
