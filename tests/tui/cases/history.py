"""What is done in History."""

from quotetrack.actions.notes import add_notes
from quotetrack.actions.reading import list_speakers
from quotetrack.domain.desk_records import Subject
from quotetrack.store.database import Database
from tests.tui.cases.case import Case, Rows, by_keys, count


def write_two_notes(database: Database) -> None:
    """The newest units of work, of which the last is under the cursor."""
    with database.reader() as reader:
        speaker = list_speakers(reader)[0].id
    for text in ("the first", "the second"):
        add_notes(database, [Subject("speaker", speaker)], text)


def only_a_note_is_gone(before: Rows, after: Rows) -> bool:
    """Every other row is as it was before the note."""
    return count("note", -1)(before, after) and before | {"note": []} == after | {"note": []}


CASES = {
    "undo_entry": Case(
        only_a_note_is_gone,
        by_keys("j"),  # the cursor stays on what was taken back; the entry before comes next
        by_keys("5"),
        asks=False,
        prepare=write_two_notes,
        undone=False,
    ),
}
