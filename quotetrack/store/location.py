"""Where databases are: the user's own, the sample in the package, and folders to be wary of."""

import os
from pathlib import Path

from quotetrack.domain.errors import DatabaseReadOnly, NotFound

_NETWORK_FILE_SYSTEMS = frozenset(
    [
        "9p",
        "afs",
        "afpfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
        "webdav",
    ]
)

_SYNCED_FOLDERS = (
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "mobile documents",
    "nextcloud",
    "onedrive",
    "owncloud",
    "syncthing",
)
"""How the folders of common synchronising programs begin, in lower case."""

_PACKAGE = Path(__file__).parents[1]
"""Where this package lies; importlib.resources would say the same, 2.5 ms later at every start."""

_MOUNTS = Path("/proc/self/mounts")


def default_database_path() -> Path:
    """The user's own database, in the place that the system has for such files."""
    from platformdirs import user_data_path

    return user_data_path("quotetrack", appauthor=False) / "quotetrack.db"


def sample_path() -> Path:
    """The sample database: inside the wheel, or at the top of a checkout.

    Raises:
        NotFound: this installation has none.
    """
    for folder in (_PACKAGE, _PACKAGE.parent):
        if (folder / "sample.db").is_file():
            return folder / "sample.db"
    raise NotFound("This installation has no sample database. Install quotetrack again.")


def copy_sample(folder: Path) -> Path:
    """A private copy of the sample in `folder`, for exploring and changing.

    Raises:
        NotFound: this installation has no sample.
        DatabaseReadOnly: the folder may not be written.
    """
    content = sample_path().read_bytes()
    copy = folder / "sample.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(copy, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise DatabaseReadOnly(
            f"The sample cannot be copied to {folder} ({error.strerror}). "
            "Change the folder's permissions, or choose another one."
        ) from error
    return copy


def network_folder_warning(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """A sentence of warning where a database would lie in a network or synced folder.

    Args:
        path: the database.
        mounts: the system's table of mounted file systems, where it has one.
    """
    resolved = path.absolute().resolve()
    synced = _synced_folder(resolved)
    if synced is not None:
        return (
            f"{path} lies in the synced folder {synced}. Two machines at work at once can damage "
            "it: keep the database in a local folder and put backups there instead."
        )
    kind = _file_system(resolved, mounts)
    if kind in _NETWORK_FILE_SYSTEMS:
        return (
            f"{path} lies on a network drive ({kind}), whose locks cannot be relied on: "
            "keep the database in a local folder and put backups there instead."
        )
    return None


def _synced_folder(resolved: Path) -> str | None:
    for part in resolved.parent.parts:
        if part.lower().startswith(_SYNCED_FOLDERS):
            return part
    return None


def _file_system(resolved: Path, mounts: Path) -> str | None:
    """The kind of file system that holds a path: the longest mount point above it."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    found: tuple[int, str] | None = None
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        depth = len(point.parts)
        if resolved.is_relative_to(point) and (found is None or depth >= found[0]):
            found = (depth, fields[2])
    return found[1] if found else None
