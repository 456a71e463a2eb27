"""The small frozen rows of a desk's own order: labels, and statements chosen together."""

from typing import NamedTuple

from quotetrack.domain.records import RoleRecord, SpeakerSummary, StatementRecord, StatementRow


class LabelRecord(NamedTuple):
    """A free tag of the desk.

    Attributes:
        statements: how many statements carry it.
        chosen: how many of those that were asked about.
    """

    id: int
    name: str
    statements: int
    chosen: int = 0


class Subject(NamedTuple):
    """A row on which a note may stand: of "statement", "speaker" or "article"."""

    table: str
    id: int


class Selection(NamedTuple):
    """Statements to which the same thing is to be done.

    Attributes:
        ids: their ids.
        speakers: how many speakers said them.
        newest: the one said last, which stands for a single one.
    """

    ids: tuple[int, ...]
    speakers: int
    newest: StatementRow


class EditableStatement(NamedTuple):
    """A statement with what a form needs to change it.

    Attributes:
        role: the speaker's role then, one of his roles.
    """

    record: StatementRecord
    speaker: SpeakerSummary
    on_behalf_of: SpeakerSummary | None
    role: RoleRecord | None


class Removal(NamedTuple):
    """What removing a statement takes away.

    Attributes:
        row: the statement.
        rows: how many rows of which table go with it.
        leaning: rows elsewhere that lean on it, and will stand without it.
    """

    row: StatementRow
    rows: tuple[tuple[str, int], ...]
    leaning: int


_GOING = {
    "quote": ("quote", "quotes"),
    "event": ("act of its after-life", "acts of its after-life"),
    "link": ("link", "links"),
    "statement_tag": ("label", "labels"),
    "note": ("note", "notes"),
    "verdict": ("verdict", "verdicts"),
    "check_case_statement": ("place in a case", "places in cases"),
}


def describe_removal(removal: Removal) -> list[str]:
    """What goes with the statement, each kind in a few words: "2 links", "1 note"."""
    counts = dict(removal.rows)
    return [
        f"{counts[table]:,} {one if counts[table] == 1 else several}"
        for table, (one, several) in _GOING.items()
        if table in counts
    ]


def describe_selection(selection: Selection) -> str:
    """How many statements of how many speakers: "14 statements of 3 speakers"."""
    count = len(selection.ids)
    if count == 1:
        return f"1 statement of {selection.newest.speaker_name}"
    who = (
        selection.newest.speaker_name
        if selection.speakers == 1
        else f"{selection.speakers} speakers"
    )
    return f"{count:,} statements of {who}"
