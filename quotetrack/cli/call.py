"""Call: one command with its options, its console, and the database it works on."""

import os

from quotetrack.cli.console import Console

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date
    from pathlib import Path
    from types import SimpleNamespace

    from quotetrack.configuration import Configuration
    from quotetrack.domain.dates import UncertainDate
    from quotetrack.store.database import Database, Reader


DATABASE = "QUOTETRACK_DB"
"""The variable that names a database."""


class Call:
    """One command as it was called.

    Attributes:
        words: the command's words, "speaker list".
        options: what its parser read.
        console: where it writes.
    """

    def __init__(
        self, words: str, options: "Namespace | SimpleNamespace", console: Console
    ) -> None:
        self.words = words
        self.options = options
        self.console = console

    def reader(self) -> "Reader":
        """Read the database; one that was named has to be there."""
        return self.existing_database().reader()

    def database(self, *, create: bool = False) -> "Database":
        """Open the database for a change; with `create`, a named one is made where it is not."""
        from quotetrack.actions.opening import open_named, open_own

        path = self.named_path()
        if path is None:
            return open_own(self.configuration())
        fresh = create and not path.exists()
        database = open_named(path, self.configuration(), create=create)
        if fresh:
            self.console.message(f"Made a new database, {path}.")
        return database

    def existing_database(self) -> "Database":
        """Open the database for keeping it, which records nothing under a name."""
        from quotetrack.actions.opening import open_named, open_own

        named = self.options.db or os.environ.get(DATABASE)
        if not named:
            return open_own(self.configuration())
        return open_named(named, None, create=False)

    def configuration(self) -> "Configuration":
        """What config.toml says."""
        from quotetrack.configuration import load_configuration

        return load_configuration()

    def named_path(self) -> "Path | None":
        """The database named by --db or QUOTETRACK_DB; None: the user's own."""
        from pathlib import Path

        return Path(self.options.db) if self.options.db else environment_path()

    def date(self, typed: str | None, reference: "date | None" = None) -> "UncertainDate":
        """A typed date as meant, seen from the reference, else from today.

        Raises:
            DateNotUnderstood: it cannot be read without guessing.
        """
        import datetime

        from quotetrack.actions.dating import read_typed_date

        return read_typed_date(typed or "", reference or datetime.date.today())


def environment_path() -> "Path | None":
    """The database that QUOTETRACK_DB names, if it names one."""
    from pathlib import Path

    named = os.environ.get(DATABASE)
    return Path(named) if named else None


def publication_day(reader: "Reader", article_id: int | None) -> "date | None":
    """The day an article was published, from which typed dates look back."""
    if article_id is None:
        return None
    import datetime

    from quotetrack.actions.reading import read_article

    published = read_article(reader, article_id).summary.published
    return datetime.date.fromisoformat(published[:10]) if published else None
