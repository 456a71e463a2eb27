"""Opening databases: the one named, the user's own, or a copy of the sample."""

from typing import TYPE_CHECKING

from quotetrack.domain.errors import Refused
from quotetrack.store.database import Database, open_database
from quotetrack.store.failures import FilePath

if TYPE_CHECKING:
    from pathlib import Path

    from quotetrack.configuration import Configuration


def open_named(path: FilePath, configuration: "Configuration | None", *, create: bool) -> Database:
    """Open a database that was named; an older one is not upgraded on the way.

    Args:
        configuration: gives the user's name; None for reading, which needs none.
        create: make the file where there is none.

    Raises:
        NotFound: there is no such file, and `create` is not set.
        DatabaseError: the file cannot be used; its subclass says why.
    """
    user = _user(configuration) if configuration is not None else ""
    return open_database(path, user=user, create=create, upgrade=False)


def open_own(configuration: "Configuration") -> Database:
    """Open the user's own database, made on first use and upgraded (after a backup) when older.

    Raises:
        DatabaseError: the file cannot be used; its subclass says why.
    """
    return open_database(own_database_path(configuration), user=_user(configuration), create=True)


def own_database_path(configuration: "Configuration") -> "Path":
    """The user's own database: the config's, else the one in the user data folder."""
    if configuration.database is not None:
        return configuration.database
    from quotetrack.store.location import default_database_path

    return default_database_path()


def is_first_run(configuration: "Configuration") -> bool:
    """Whether the user has no database yet, and the configuration names none."""
    return configuration.database is None and not own_database_path(configuration).exists()


def begin_with(path: "Path", configuration: "Configuration", *, make: bool) -> None:
    """Open a file for the first time, or make one's own there and remember where it is.

    Args:
        path: the file.
        configuration: gives the user's name.
        make: whether it is to be one's own database, made where it is not there yet.

    Raises:
        UsageError: the configuration cannot be written.
        NotFound: there is no such file, and none was to be made.
        DatabaseError: the file cannot be used; its subclass says why.
    """
    if make:
        path.parent.mkdir(parents=True, exist_ok=True)
    open_database(path, user=_user(configuration), create=make, upgrade=False)
    if make and path.absolute() != own_database_path(configuration).absolute():
        from quotetrack.configuration import remember_database

        remember_database(path.absolute())


def copy_sample_to(path: "Path") -> "Path":
    """Write a private copy of the sample database to a new file.

    Raises:
        Refused: there is a file of this name already, or its folder cannot be written.
    """
    import shutil
    import tempfile
    from pathlib import Path

    from quotetrack.store.location import copy_sample

    if path.exists():
        raise Refused(f"There is a file {path} already. Name a new one.")
    try:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copyfile(copy_sample(Path(folder)), path)
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}. Name another place.") from error
    path.chmod(0o600)
    return path


def folder_warning(path: "Path") -> str | None:
    """One sentence where the database lies on a network or synced folder, else None."""
    from quotetrack.store.location import network_folder_warning

    return network_folder_warning(path)


def _user(configuration: "Configuration") -> str:
    # Imported when a user is needed: reading a named database asks for none.
    from quotetrack.configuration import user_name

    return user_name(configuration)
