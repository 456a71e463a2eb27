"""Notes: remarks on statements, speakers and articles; only their author changes them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.actions.many import describe_many, load_statements
from quotetrack.actions.reading import find_row
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.records import NoteRecord
from quotetrack.domain.text import clean_text, shorten
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import notes as note_pages

if TYPE_CHECKING:
    from quotetrack.domain.tables import Note
    from quotetrack.store.unit import Unit

SUBJECTS = ("statement", "speaker", "article")
"""The tables on whose rows one may write a note."""

LONGEST_NOTE = 20_000


def list_notes(reader: Reader, subject: Subject) -> list[NoteRecord]:
    """The notes on a row, oldest first."""
    return note_pages.read_notes_on(reader.connection, subject)


def find_note(reader: Reader, printed: str) -> tuple[NoteRecord, Subject]:
    """The note that a printed id names, and the row on which it stands.

    Raises:
        UsageError, NotFound, Ambiguous: as find_row does.
    """
    return note_pages.read_note(reader.connection, find_row(reader, "note", printed))


def add_notes(database: Database, subjects: Sequence[Subject], text: str) -> list[int]:
    """Write the same note on each of these rows, all in one step.

    Returns:
        The ids of the new notes, in the order of the rows.

    Raises:
        UsageError: the note is empty or too long, or nothing is named.
        NotFound: a row is not there any more.
        Refused: these are more statements than one step may change.
    """
    cleaned = _note_text(text)
    with database.unit("add_note") as unit:
        from quotetrack.domain.tables import Note

        what = _describe(unit, subjects)
        notes = [
            Note(id=unit.new_id(), text=cleaned, author=unit.user, at=unit.now) for _ in subjects
        ]
        for note, subject in zip(notes, subjects, strict=True):
            setattr(note, f"{subject.table}_id", subject.id)
            unit.session.add(note)
        unit.summary = f"Noted on {what}: {shorten(cleaned, 60)}"
        unit.session.flush()
        return [note.id for note in notes]


def edit_note(database: Database, note_id: int, text: str) -> None:
    """Change the words of one's own note.

    Raises:
        UsageError: the note is empty or too long.
        NotFound: there is no such note.
        Refused: somebody else wrote it.
    """
    cleaned = _note_text(text)
    with database.unit("edit_note", f"Changed a note: {shorten(cleaned, 60)}") as unit:
        note = _own_note(unit, note_id)
        note.text = cleaned
        unit.session.flush()


def remove_note(database: Database, note_id: int) -> None:
    """Remove one's own note.

    Raises:
        NotFound: there is no such note.
        Refused: somebody else wrote it.
    """
    with database.unit("remove_note") as unit:
        note = _own_note(unit, note_id)
        unit.summary = f"Removed a note: {shorten(note.text, 60)}"
        unit.delete(note)


def _note_text(text: str) -> str:
    cleaned = clean_text(text).strip()
    if not cleaned:
        raise UsageError("The note is empty. Type at least one word.")
    if len(cleaned) > LONGEST_NOTE:
        raise UsageError(
            f"The note has {len(cleaned):,} characters, and {LONGEST_NOTE:,} are the most. "
            "Store a longer text as a source."
        )
    return cleaned


def _own_note(unit: "Unit", note_id: int) -> "Note":
    from quotetrack.domain.tables import Note

    note = unit.get(Note, note_id)
    if note.author != unit.user:
        raise Refused(
            f"{note.author} wrote this note, and only {note.author} changes or removes it. "
            "Add one of your own."
        )
    return note


def _describe(unit: "Unit", subjects: Sequence[Subject]) -> str:
    """What is noted on, for the history; and whether all of it is there."""
    from quotetrack.domain.tables import Article, Speaker

    if not subjects:
        raise UsageError("Name a statement, a speaker or an article.")
    statements = [subject.id for subject in subjects if subject.table == "statement"]
    parts = [describe_many(load_statements(unit, statements))] if statements else []
    for subject in subjects:
        if subject.table == "speaker":
            parts.append(unit.get(Speaker, subject.id).name)
        elif subject.table == "article":
            title = unit.get(Article, subject.id).title
            parts.append(f"the article “{shorten(title or 'untitled', 60)}”")
    return ", ".join(parts)
