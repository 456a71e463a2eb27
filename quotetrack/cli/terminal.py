"""Opening the terminal interface on a database."""

import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.actions.opening import (
    begin_with,
    copy_sample_to,
    folder_warning,
    is_first_run,
    open_named,
    open_own,
    own_database_path,
)
from quotetrack.configuration import Configuration, load_configuration
from quotetrack.domain.errors import UsageError
from quotetrack.session import Session, session_path

if TYPE_CHECKING:
    from quotetrack.store.database import Database


def open_terminal(path: Path | None, *, create: bool = False) -> int:
    """Run the terminal interface until the user leaves it; return the exit status.

    Args:
        path: the database; None: the user's own, or the first-run screen where there is none.
        create: make a named database where there is none.

    Raises:
        UsageError: there is no terminal.
        DatabaseError: the database cannot be used.
    """
    _need_a_terminal()
    configuration = load_configuration()
    if path is None and is_first_run(configuration):
        return _first_run(configuration)
    if path is None:
        database = open_own(configuration)
    else:
        database = open_named(path, configuration, create=create)
    return _run(database, configuration, folder_warning(database.path))


def open_demo() -> int:
    """Run the terminal interface on a private copy of the sample, which goes when the user does.

    Raises:
        UsageError: there is no terminal.
    """
    _need_a_terminal()
    from tempfile import TemporaryDirectory

    configuration = load_configuration()
    with TemporaryDirectory(prefix="quotetrack-demo-") as folder:
        path = copy_sample_to(Path(folder) / "sample.db")
        database = open_named(path, configuration, create=False)
        notice = "A private copy of the sample; nothing you change is kept."
        return _run(database, configuration, notice, places=False)


def _first_run(configuration: Configuration) -> int:
    """Ask with what to begin, and open that."""
    first_run = import_module("quotetrack.tui.first_run")

    def open_file(path: Path, make: bool) -> None:
        begin_with(path, configuration, make=make)

    beginning = first_run.ask(own_database_path(configuration), configuration, open_file)
    if beginning is None:
        return 0
    return open_demo() if beginning.database is None else open_terminal(beginning.database)


def _need_a_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The terminal interface needs a terminal. Name a command, or see 'quotetrack --help'."
        )


def _run(
    database: "Database",
    configuration: Configuration,
    notice: str | None,
    *,
    places: bool = True,
) -> int:
    # What is imported now stays; the app collects garbage again when it has painted.
    gc.disable()
    session = Session(session_path(), places=places) if configuration.restore else None
    # By name: the command line does not know the terminal interface, and never pays for it.
    application = import_module("quotetrack.tui.app")
    status: int = application.run(database, configuration, notice=notice, session=session)
    return status
