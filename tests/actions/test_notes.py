"""Notes on statements, speakers and articles."""

from collections.abc import Callable

import pytest

from quotetrack.actions.notes import add_notes, edit_note, find_note, list_notes, remove_note
from quotetrack.actions.reading import show_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.identifiers import print_identifier
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows
from tests.actions.story import add_remark, add_story, add_words


@pytest.fixture
def subjects(database: Database) -> list[Subject]:
    """Two statements, their speaker, and the article of one of them."""
    article = add_story(database)
    remark = add_remark(database, article)
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    words = add_words(database, speaker, "We are ready.", "2022-12-06")
    return [
        Subject("statement", remark),
        Subject("statement", words),
        Subject("speaker", speaker),
        Subject("article", article),
    ]


def texts(database: Database, subject: Subject) -> list[str]:
    with database.reader() as reader:
        return [note.text for note in list_notes(reader, subject)]


def test_one_note_on_many_is_one_step_and_one_undo(
    database: Database, subjects: list[Subject]
) -> None:
    before = stored_rows(database.path)
    ids = add_notes(database, subjects, " the paper\x1b[31m does\r\nnot say \n")
    assert [texts(database, each) for each in subjects] == [["the paper does\nnot say"]] * 4
    with database.reader() as reader:
        found = [find_note(reader, print_identifier(each)) for each in ids]
    assert [subject for _, subject in found] == subjects
    undo(database)
    assert stored_rows(database.path) == before


def test_ones_own_note_is_changed_and_removed_and_both_are_undone(
    database: Database, subjects: list[Subject]
) -> None:
    (note,) = add_notes(database, subjects[:1], "first")
    before = stored_rows(database.path)
    edit_note(database, note, "second")
    assert texts(database, subjects[0]) == ["second"]
    undo(database)
    remove_note(database, note)
    assert texts(database, subjects[0]) == []
    undo(database)
    assert stored_rows(database.path) == before


def test_somebody_elses_note_is_left_alone(
    database: Database, subjects: list[Subject], open_as: Callable[[str], Database]
) -> None:
    (note,) = add_notes(database, subjects[:1], "hers")
    other = open_as("bob")
    with pytest.raises(Refused, match="ada wrote this note"):
        edit_note(other, note, "his")
    with pytest.raises(Refused, match="ada wrote this note"):
        remove_note(other, note)
    assert texts(database, subjects[0]) == ["hers"]


def test_what_is_no_note_is_refused(database: Database, subjects: list[Subject]) -> None:
    before = stored_rows(database.path)
    with pytest.raises(UsageError, match="empty"):
        add_notes(database, subjects, " \n\x00")
    with pytest.raises(UsageError, match="20,000 are the most"):
        add_notes(database, subjects, "x" * 20_001)
    with pytest.raises(UsageError, match="Name a statement"):
        add_notes(database, [], "x")
    with pytest.raises(NotFound):
        add_notes(database, [*subjects, Subject("speaker", 4711)], "x")
    assert stored_rows(database.path) == before
