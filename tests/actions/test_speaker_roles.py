"""The roles of a speaker: added, changed, removed, and taken back."""

import pytest

from quotetrack.actions.articles import add_article
from quotetrack.actions.reading import search, show_speaker, show_statement
from quotetrack.actions.speaker_roles import (
    RoleDetails,
    add_role,
    edit_role,
    read_role,
    remove_role,
)
from quotetrack.actions.speakers import add_speaker, edit_speaker
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.vocabulary import RoleBasis, RoleKind
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows
from tests.actions.story import TEXT, add_remark, add_story, on_day


def test_a_role_is_recorded_with_its_source_and_times(database: Database) -> None:
    article = add_article(database, TEXT, title="Bridge", published=on_day("2023-03-02"))
    speaker = add_speaker(database, "Ruth Ames")
    before = stored_rows(database.path)
    details = RoleDetails(
        "Harbour Master",
        "Port of Ely",
        RoleKind.EMPLOYMENT,
        RoleBasis.LOOKED_UP,
        "2022-12-05",
        "2019-01-01",
        "2023-05-31",
        article,
    )
    role = add_role(database, speaker, details)
    with database.reader() as reader:
        (record,) = show_speaker(reader, speaker).roles
        assert read_role(reader, role) == (speaker, details)
    assert record.article is not None
    assert (record.article.title, record.held_from) == ("Bridge", "2019-01-01")
    with pytest.raises(Refused, match="recorded already"):
        add_role(database, speaker, details)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_changed_role_shows_with_the_statements_that_carry_it(database: Database) -> None:
    statement = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = show_statement(reader, statement).row.speaker_id
        (role,) = show_speaker(reader, speaker).roles
        _, details = read_role(reader, role.id)
    assert role.statements == 1
    before = stored_rows(database.path)
    edit_role(database, role.id, details._replace(title="Master of the Harbour", held_from="2019"))
    with database.reader() as reader:
        assert search(reader, "")[0].role == "Master of the Harbour, Port of Ely"
    with pytest.raises(Refused, match="nothing was changed"):
        edit_role(
            database, role.id, details._replace(title="Master of the Harbour", held_from="2019")
        )
    undo(database)
    assert stored_rows(database.path) == before
    assert check_database(database) == []


def test_a_role_that_statements_carry_is_not_removed_and_they_are_named(
    database: Database,
) -> None:
    statement = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = show_statement(reader, statement).row.speaker_id
        (role,) = show_speaker(reader, speaker).roles
    with pytest.raises(Refused, match=r"1 statement carries.*the bridge opens in spring"):
        remove_role(database, role.id)


def test_a_role_that_nothing_carries_is_removed(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames", role="Mayor")
    before = stored_rows(database.path)
    with database.reader() as reader:
        (role,) = show_speaker(reader, speaker).roles
    remove_role(database, role.id)
    with database.reader() as reader:
        assert show_speaker(reader, speaker).roles == ()
        with pytest.raises(NotFound, match="no role"):
            read_role(reader, role.id)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_role_cannot_end_before_it_began(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    with pytest.raises(UsageError, match="cannot end"):
        add_role(database, speaker, RoleDetails("Mayor", held_from="2020-05", held_to="2019"))


def test_two_roles_are_not_made_the_same(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames", role="Mayor")
    other = add_role(database, speaker, RoleDetails("Mayor", "Ely"))
    with pytest.raises(Refused, match="recorded already"):
        edit_role(database, other, RoleDetails("Mayor"))


def test_spellings_have_a_kind_and_a_language(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames", aliases=["R. Ames", "Ruthie; nickname"])
    before = stored_rows(database.path)
    edit_speaker(database, speaker, spellings=["R. Ames; former", "Рут Эймс; transliteration; ru"])
    with database.reader() as reader:
        names = show_speaker(reader, speaker).names
    assert [(name.name, name.kind, name.language, name.script) for name in names] == [
        ("Ruth Ames", "canonical", None, None),
        ("R. Ames", "former", None, None),
        ("Рут Эймс", "transliteration", "ru", "Cyrl"),
    ]
    with pytest.raises(Refused, match="nothing was changed"):
        edit_speaker(database, speaker, add_aliases=["R. Ames"])
    edit_speaker(database, speaker, add_aliases=["R. Ames; nickname; en"])
    undo(database)
    undo(database)
    assert stored_rows(database.path) == before
