"""Notes on the command line: where their text comes from, and how they are printed."""

import sys

from quotetrack.cli.call import Call
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.errors import EditorFailed, UsageError
from quotetrack.domain.identifiers import print_identifier
from quotetrack.domain.records import NoteRecord
from quotetrack.store.database import Database

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BYTES = 1_000_000


def typed_note(typed: str | None, before: str) -> str:
    """The text that was typed, standard input for "-", else what the editor makes of `before`.

    Raises:
        UsageError: standard input is no text.
        EditorFailed: the editor could not be used, or changed nothing.
    """
    if typed == "-":
        try:
            return sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8")
        except UnicodeDecodeError as error:
            raise UsageError("The text on standard input is not in UTF-8.") from error
    if typed is not None:
        return typed
    from quotetrack.editor import edit_text

    edited = edit_text(before)
    if edited is None:
        raise EditorFailed("The text was left as it was, so nothing was written.")
    return edited


def print_note_ids(
    call: Call,
    database: Database,
    subjects: "Sequence[Subject]",
    ids: "Sequence[int]",
    sentence: str,
) -> None:
    """Report notes that were written: their ids, or the notes themselves as JSON."""
    if call.options.json:
        from quotetrack.actions.notes import list_notes

        with database.reader() as reader:
            notes = [
                note
                for subject in subjects
                for note in list_notes(reader, subject)
                if note.id in ids
            ]
        print_notes(call, notes)
        return
    for identifier in ids:
        call.console.line(print_identifier(identifier))
    call.console.message(sentence)


def print_notes(call: Call, notes: "Sequence[NoteRecord]") -> None:
    """Print notes: as JSON, as rows for a program, or as lines for a person."""
    from quotetrack.cli.json_form import note as note_json
    from quotetrack.cli.layout import wrap
    from quotetrack.cli.statement_text import note_text
    from quotetrack.domain.text import clean_line

    console = call.console
    if call.options.json:
        console.json([note_json(note) for note in notes])
        return
    for note in notes:
        if console.terminal:
            for line in wrap(clean_line(note_text(note)), console.width):
                console.line(line)
        else:
            console.row((print_identifier(note.id), note.at, note.author, note.text))
