"""Where databases lie, and where they had better not."""

from pathlib import Path

import pytest

from quotetrack.domain.errors import DatabaseReadOnly, NotFound
from quotetrack.store import location
from quotetrack.store.copying import copy_database
from quotetrack.store.database import Database
from quotetrack.store.location import (
    copy_sample,
    default_database_path,
    network_folder_warning,
    sample_path,
)
from tests.conftest import open_fixed
from tests.store.story import add_denial, add_story, value


@pytest.fixture
def installed(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation's folder with a sample database in it."""
    package = tmp_path / "site" / "quotetrack"
    package.mkdir(parents=True)
    monkeypatch.setattr(location, "_PACKAGE", package)
    add_denial(database, add_story(database))
    copy_database(database.path, package / "sample.db")
    return package


def test_the_user_s_own_database_lies_where_the_system_keeps_such_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = default_database_path()
    assert path.name == "quotetrack.db"
    assert path.parent.name == "quotetrack"
    assert path.is_relative_to(tmp_path)


def test_the_sample_is_found_in_the_package_and_beside_it(installed: Path) -> None:
    assert sample_path() == installed / "sample.db"
    (installed / "sample.db").rename(installed.parent / "sample.db")
    assert sample_path() == installed.parent / "sample.db"
    (installed.parent / "sample.db").unlink()
    with pytest.raises(NotFound, match="Install quotetrack again"):
        sample_path()


def test_the_sample_is_opened_as_a_private_copy_in_delete_mode(
    installed: Path, tmp_path: Path
) -> None:
    original = (installed / "sample.db").read_bytes()
    copy = copy_sample(tmp_path / "demo")
    assert copy.stat().st_mode & 0o777 == 0o600
    opened = open_fixed(copy, user="bob", create=False)
    assert value(opened, "PRAGMA journal_mode") == "delete"
    add_story(opened)
    assert value(opened, "SELECT count(*) FROM statement") == 2
    assert [file.name for file in copy.parent.iterdir()] == ["sample.db"]
    assert (installed / "sample.db").read_bytes() == original
    copy_sample(tmp_path / "demo")
    assert value(opened, "SELECT count(*) FROM statement") == 1


def test_a_copy_that_cannot_be_made_is_explained(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(DatabaseReadOnly, match="cannot be copied"):
        copy_sample(tmp_path / "taken")


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """A table of mounted file systems."""
    table = tmp_path / "mounts"
    table.write_text(
        f"/dev/sda1 / ext4 rw 0 0\nserver:/desk {tmp_path}/desk nfs4 rw 0 0\n"
        f"//server/share {tmp_path}/our\\040share cifs rw 0 0\nbroken line\n"
        f"/dev/sdb1 {tmp_path}/desk/local ext4 rw 0 0\n"
    )
    return table


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("desk/mine.db", "nfs4"),
        ("our share/deep/down/mine.db", "cifs"),
        ("desk/local/mine.db", None),
        ("mine.db", None),
    ],
)
def test_a_network_drive_is_warned_of(
    tmp_path: Path, mounts: Path, place: str, kind: str | None
) -> None:
    warning = network_folder_warning(tmp_path / place, mounts)
    if kind is None:
        assert warning is None
    else:
        assert warning is not None
        assert kind in warning
        assert warning.endswith(".")


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Desk", "Mobile Documents", "Nextcloud"])
def test_a_synced_folder_is_warned_of(tmp_path: Path, folder: str) -> None:
    warning = network_folder_warning(tmp_path / folder / "facts" / "mine.db")
    assert warning is not None
    assert folder in warning


def test_a_database_named_after_a_synced_folder_is_no_reason_to_warn(
    tmp_path: Path, mounts: Path
) -> None:
    assert network_folder_warning(tmp_path / "dropbox.db", mounts) is None


def test_a_system_without_a_table_of_mounts_warns_of_nothing(tmp_path: Path) -> None:
    assert network_folder_warning(tmp_path / "mine.db", tmp_path / "missing") is None
