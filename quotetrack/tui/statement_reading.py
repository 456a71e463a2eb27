"""What workers read for the actions on statements; the reading actions are imported there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.domain.records import NoteRecord, SpeakerRecord, StatementRecord

if TYPE_CHECKING:
    from quotetrack.domain.desk_records import (
        EditableStatement,
        LabelRecord,
        Removal,
        Selection,
        Subject,
    )
    from quotetrack.domain.speaker_records import Splitting
    from quotetrack.store.database import Reader


def read_statement(identifier: int, reader: "Reader") -> StatementRecord:
    """Everything about one statement."""
    from quotetrack.actions import reading

    return reading.show_statement(reader, identifier)


def read_speaker(identifier: int, reader: "Reader") -> SpeakerRecord:
    """A speaker with spellings and roles."""
    from quotetrack.actions import reading

    return reading.show_speaker(reader, identifier)


def read_editable(identifier: int, reader: "Reader") -> "EditableStatement":
    """A statement with what a form needs to change it."""
    from quotetrack.actions.editing import read_editable

    return read_editable(reader, identifier)


def read_removal(identifier: int, reader: "Reader") -> "Removal":
    """What removing a statement takes away."""
    from quotetrack.actions.removing import read_removal

    return read_removal(reader, identifier)


def read_selection(reader: "Reader", identifiers: list[int]) -> "Selection":
    """Statements chosen together."""
    from quotetrack.actions.many import choose_statements

    return choose_statements(reader, identifiers)


def read_labels(reader: "Reader", identifiers: list[int]) -> "tuple[Selection, list[LabelRecord]]":
    """Statements chosen together, and every label with how many of them carry it."""
    from quotetrack.actions.labels import list_labels

    selection = read_selection(reader, identifiers)
    return selection, list_labels(reader, selection.ids)


def read_notes(
    reader: "Reader", identifiers: list[int]
) -> "tuple[Selection, Sequence[NoteRecord]]":
    """Statements chosen together, and where it is only one, the notes on it."""
    from quotetrack.actions.notes import list_notes
    from quotetrack.domain.desk_records import Subject

    selection = read_selection(reader, identifiers)
    if len(selection.ids) > 1:
        return selection, ()
    return selection, list_notes(reader, Subject("statement", selection.ids[0]))


def read_splitting(speaker: int, chosen: list[int], reader: "Reader") -> "Splitting":
    """What of a speaker may belong to another; of the statements chosen, those of the speaker."""
    from quotetrack.actions.speaker_splitting import offer_splitting

    return offer_splitting(reader, speaker, chosen)


def read_notes_on(subject: "Subject", reader: "Reader") -> "tuple[str, Sequence[NoteRecord]]":
    """What a speaker or an article is called, and the notes on it."""
    from quotetrack.actions import reading
    from quotetrack.actions.notes import list_notes

    if subject.table == "speaker":
        title = reading.show_speaker(reader, subject.id).name
    else:
        title = reading.read_article(reader, subject.id).summary.title or "untitled article"
    return title, list_notes(reader, subject)
