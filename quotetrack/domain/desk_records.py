"""The small frozen rows of a desk's own order: labels, and statements chosen together."""

from typing import NamedTuple

from quotetrack.domain.records import StatementRow


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
