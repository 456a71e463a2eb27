"""The list of the inbox: a line for each that was jotted down, the newest first."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import CaptureState
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.glyphs import Sign
from quotetrack.tui.widgets.paged_list import PagedList, movements

CAPTURES = {
    CaptureState.WAITING: Sign("○", "waiting", "accent"),
    CaptureState.WORKED_UP: Sign("✓", "worked up", "success"),
    CaptureState.DISCARDED: Sign("–", "discarded", "quiet"),
}
"""What became of a line."""

_AUTHOR = 10


class CaptureList(PagedList[CaptureRecord]):
    """When, who, and what; what no longer waits says so."""

    BINDINGS: ClassVar[list[BindingType]] = movements("inbox")

    def identity_of(self, row: CaptureRecord) -> int:
        """The capture's id."""
        return row.id

    def segments_of(self, row: CaptureRecord, width: int) -> Iterable[Segment]:
        """The sign, the moment, the name, and the line."""
        sign = CAPTURES[row.state]
        waits = row.state is CaptureState.WAITING
        state = "" if waits else f"{sign.words}: "
        moment = f"{row.at[:16].replace('T', ' ')}  "
        room = max(0, width - 2 - len(moment) - _AUTHOR - 2 - len(state))
        yield Segment(f"{sign.glyph} ", self.tones.of(sign))
        yield Segment(moment, self.tones["quiet"])
        yield Segment(fit(clean_line(row.author), _AUTHOR) + "  ", self.tones["strong"])
        yield Segment(state, self.tones.of(sign))
        yield Segment(cut(clean_line(row.text), room), self.tones["default" if waits else "quiet"])
