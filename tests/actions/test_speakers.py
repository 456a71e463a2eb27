"""Recording and editing speakers."""

import pytest

from quotetrack.actions.reading import list_speakers, show_speaker
from quotetrack.actions.speakers import add_speaker, edit_speaker
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, Refused, UndoRefused, UsageError
from quotetrack.domain.vocabulary import RoleKind, SpeakerKind
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows


def test_a_speaker_is_recorded_with_spellings_and_role(database: Database) -> None:
    before = stored_rows(database.path)
    speaker = add_speaker(
        database,
        " Ruth \x1b[1mAmes ",
        aliases=["R. Ames", "Рут Эймс"],
        role="Harbour Master",
        organisation="Port of Ely",
        role_kind=RoleKind.EMPLOYMENT,
        attested_on="2022-12-05",
    )
    with database.reader() as reader:
        record = show_speaker(reader, speaker)
        assert [each.id for each in list_speakers(reader, "эйм")] == [speaker]
    assert [(name.name, name.kind) for name in record.names] == [
        ("Ruth Ames", "canonical"),
        ("R. Ames", "alias"),
        ("Рут Эймс", "alias"),
    ]
    assert [(role.title, role.organisation, role.kind) for role in record.roles] == [
        ("Harbour Master", "Port of Ely", "employment")
    ]
    undo(database)
    assert stored_rows(database.path) == before


def test_a_known_name_is_refused_unless_a_namesake_is_meant(database: Database) -> None:
    add_speaker(database, "Ruth Ames")
    with pytest.raises(Refused, match="known already"):
        add_speaker(database, "RUTH ÂMES")
    assert add_speaker(database, "Ruth Ames", namesake=True)


def test_a_speaker_is_edited_and_undo_restores_every_row(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames", aliases=["R. Ames"])
    before = stored_rows(database.path)
    edit_speaker(
        database,
        speaker,
        name="Ruth Ames-Vale",
        kind=SpeakerKind.GROUP,
        add_aliases=["Ames"],
        remove_aliases=["R. Ames"],
        add_role="Mayor",
    )
    with database.reader() as reader:
        record = show_speaker(reader, speaker)
    assert (record.name, record.kind) == ("Ruth Ames-Vale", SpeakerKind.GROUP)
    assert [name.name for name in record.names] == ["Ruth Ames-Vale", "Ames"]
    assert [role.title for role in record.roles] == ["Mayor"]
    undo(database)
    assert stored_rows(database.path) == before


def test_an_edit_that_changes_nothing_is_refused(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames", aliases=["R. Ames"])
    with pytest.raises(Refused, match="nothing was changed"):
        edit_speaker(database, speaker, name="Ruth Ames", add_aliases=["R. Ames"])


def test_renaming_never_makes_one_of_two(database: Database) -> None:
    add_speaker(database, "Tom Vale")
    speaker = add_speaker(database, "Ruth Ames")
    with pytest.raises(Refused, match="never made one"):
        edit_speaker(database, speaker, name="Tom Vale")


def test_an_alias_that_becomes_the_name_is_not_kept_twice(database: Database) -> None:
    speaker = add_speaker(database, "R. Ames", aliases=["Ruth Ames"])
    edit_speaker(database, speaker, name="Ruth Ames")
    with database.reader() as reader:
        assert [name.name for name in show_speaker(reader, speaker).names] == ["Ruth Ames"]


def test_the_name_itself_is_not_removed(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    with pytest.raises(Refused, match="Rename the speaker first"):
        edit_speaker(database, speaker, remove_aliases=["Ruth Ames"])


def test_a_spelling_that_is_not_there_is_not_found(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    with pytest.raises(NotFound, match="no spelling 'Rue'"):
        edit_speaker(database, speaker, remove_aliases=["Rue"])


@pytest.mark.parametrize("name", ["", "  ", "\x1b[2J"])
def test_a_name_needs_a_word(database: Database, name: str) -> None:
    with pytest.raises(UsageError, match="name is empty"):
        add_speaker(database, name)


def test_a_user_takes_back_only_his_own_changes(database: Database) -> None:
    add_speaker(database, "Ruth Ames")
    database.user = "bob"
    with pytest.raises(UndoRefused, match="nothing of bob"):
        undo(database)


def test_undo_names_what_it_took_back(database: Database) -> None:
    add_speaker(database, "Ruth Ames")
    entry = undo(database)
    assert (entry.action, entry.summary) == ("add_speaker", "Added the speaker Ruth Ames")
    assert entry.undone_by is not None
