"""Opening, keeping and configuring."""

from pathlib import Path

import pytest

from quotetrack.actions.keeping import backup, check, information, upgrade
from quotetrack.actions.opening import (
    copy_sample_to,
    open_named,
    open_own,
    own_database_path,
)
from quotetrack.actions.speakers import add_speaker
from quotetrack.configuration import Configuration, load_configuration, user_name
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.store.database import SCHEMA_VERSION, Database


def test_a_named_database_is_made_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with pytest.raises(NotFound):
        open_named(path, None, create=False)
    assert not path.exists()
    database = open_named(path, Configuration(user="eve"), create=True)
    assert database.user == "eve"
    assert path.exists()


def test_ones_own_database_is_made_on_first_use(tmp_path: Path) -> None:
    configuration = Configuration(user="eve", database=tmp_path / "own.db")
    add_speaker(open_own(configuration), "Ruth Ames")
    with open_own(configuration).reader() as reader:
        assert dict(information(reader).counts)["speaker"] == 1


def test_without_an_entry_ones_own_database_lies_in_the_data_folder() -> None:
    assert own_database_path(Configuration()).is_absolute()


def test_a_backup_is_a_sound_database_of_its_own(database: Database, tmp_path: Path) -> None:
    add_speaker(database, "Ruth Ames")
    copy = open_named(backup(database, tmp_path / "copy.db"), None, create=False)
    assert check(copy) == []
    with copy.reader() as reader:
        assert dict(information(reader).counts)["speaker"] == 1


def test_upgrading_a_current_database_changes_nothing(database: Database) -> None:
    done = upgrade(database.path, Configuration(user="eve"))
    assert (done.version, done.upgraded) == (SCHEMA_VERSION, False)


def test_the_sample_is_copied_once(tmp_path: Path) -> None:
    path = copy_sample_to(tmp_path / "sample.db")
    with open_named(path, None, create=False).reader() as reader:
        assert dict(information(reader).counts)["statement"] > 50
    with pytest.raises(Refused, match="already"):
        copy_sample_to(path)
    with pytest.raises(Refused, match="cannot be written"):
        copy_sample_to(tmp_path / "nowhere" / "sample.db")


def test_every_entry_of_the_config_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'user = "Eve"\ntheme = "light"\ndatabase = "desk.db"\n[keys]\nundo = "ctrl+z"\n',
        encoding="utf-8",
    )
    assert load_configuration(path) == Configuration(
        "Eve", "light", tmp_path / "desk.db", {"undo": "ctrl+z"}
    )


def test_without_a_config_everything_has_its_default(tmp_path: Path) -> None:
    assert load_configuration(tmp_path / "none.toml") == Configuration()


def test_the_environment_can_name_the_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.toml").write_text('user = "Eve"', encoding="utf-8")
    monkeypatch.setenv("QUOTETRACK_CONFIG", str(tmp_path / "mine.toml"))
    assert load_configuration().user == "Eve"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("user = ", "cannot be read"),
        ("user = 3", "'user' .* in quote marks"),
        ('theme = "pink"', "one of dark, light, night"),
        ('uesr = "Eve"', "'uesr', which means nothing"),
        ("keys = 3", "a table"),
        ('[keys]\nfly = "f"', "'fly' .* is no action"),
        ("[keys]\nundo = 3", "key of 'undo'"),
    ],
)
def test_a_config_that_is_wrong_is_told_what_is(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=complaint):
        load_configuration(path)


def test_the_user_is_the_configs_else_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    assert user_name(Configuration(user="Eve \x1b[1m")) == "Eve"
    monkeypatch.setenv("LOGNAME", "ada")
    assert user_name(Configuration()) == "ada"
