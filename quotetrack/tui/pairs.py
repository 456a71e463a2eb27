"""Pairs of contradictions made ready to be shown: read and compared in a worker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from quotetrack.domain.records import ContradictionRecord, StatementRecord
from quotetrack.domain.text import clean_text, shorten
from quotetrack.tui.time_between import describe_time_between
from quotetrack.tui.word_difference import Piece, mark_differences, only_telling, share_kept

if TYPE_CHECKING:
    from quotetrack.store.database import Reader

Side = Literal["earlier", "later"]

LONGEST = 2_000
"""Characters of a wording that are shown; more would bury the other side."""

_ALIKE = (
    0.25  # two wordings that share less are two sentences, and marking all of both says nothing
)


class Pair(NamedTuple):
    """A contradiction, its wordings in pieces so that what differs can be marked.

    Attributes:
        earlier: the earlier wording.
        later: the later wording; empty where the later side is an event.
        alike: whether the two share enough words for their differences to say something.
        between: the time between the two, in words.
    """

    record: ContradictionRecord
    earlier: Sequence[Piece]
    later: Sequence[Piece]
    alike: bool
    between: str

    def statement(self, side: Side) -> StatementRecord | None:
        """The statement on a side; None where an event stands there."""
        return self.record.earlier if side == "earlier" else self.record.later


def read_pairs(reader: "Reader", link_ids: Sequence[int]) -> dict[int, Pair]:
    """These pairs by their ids; runs in a worker, since comparing takes time."""
    from quotetrack.actions import reading

    return {
        record.id: make_pair(record) for record in reading.show_contradictions(reader, link_ids)
    }


def make_pair(record: ContradictionRecord) -> Pair:
    """Compare the two wordings."""
    earlier_text = _wording(record.earlier)
    said = record.earlier.row.said
    if record.later is None:
        event = record.later_event
        if event is None:
            raise ValueError("a contradiction has a later end")
        between = describe_time_between(said, event.happened)
        return Pair(record, (Piece(earlier_text, False),), (), True, between)
    earlier, later = mark_differences(earlier_text, _wording(record.later))
    alike = max(share_kept(earlier), share_kept(later)) >= _ALIKE
    if not alike:
        earlier, later = only_telling(earlier), only_telling(later)
    return Pair(record, earlier, later, alike, describe_time_between(said, record.later.row.said))


def _wording(record: StatementRecord) -> str:
    return shorten(clean_text(record.row.text), LONGEST)
