"""The list of Contradictions: a line a pair, with what was decided about it."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from quotetrack.domain.records import ContradictionRow
from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import movement
from quotetrack.tui.link_words import decision_sign
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.paged_list import PagedList

_SIGN = 17
_SPEAKER = 24

NEAR = 4
"""So many pairs before and after the cursor are read with the one under it."""


class PairList(PagedList[ContradictionRow]):
    """What was decided, the speaker, and the earlier wording."""

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("contradictions.down", "j,down", "move(1)", "Next pair"),
        movement("contradictions.up", "k,up", "move(-1)", "Previous pair"),
        movement("contradictions.first", "g,home", "move(-1000000000)", "First pair"),
        movement("contradictions.last", "G,end", "move(1000000000)", "Last pair"),
        movement("contradictions.read_on", "ctrl+d,space,pagedown", "screen.read(1)", "Read on"),
        movement("contradictions.read_back", "ctrl+u,b,pageup", "screen.read(-1)", "Read back"),
        movement("contradictions.earlier", "left", "screen.take_side('earlier')", "Earlier side"),
        movement("contradictions.later", "right", "screen.take_side('later')", "Later side"),
        movement(
            "contradictions.side", "tab,shift+tab", "screen.other_side", "Other side", show=True
        ),
    ]

    @property
    def rows_near_cursor(self) -> list[ContradictionRow]:
        """The pair under the cursor, and those around it."""
        return self.rows[max(0, self.cursor - NEAR) : self.cursor + NEAR + 1]

    def identity_of(self, row: ContradictionRow) -> int:
        """The link's id."""
        return row.id

    def segments_of(self, row: ContradictionRow, width: int) -> Iterable[Segment]:
        """The decision, the name, and the wording."""
        sign = decision_sign(row.state, row.basis)
        speaker = min(_SPEAKER, width // 4)
        yield Segment(fit(str(sign), _SIGN) + "  ", self.tones.of(sign))
        yield Segment(fit(clean_line(row.speaker_name), speaker) + "  ", self.tones["strong"])
        yield Segment(cut(clean_line(row.earlier_text), width - _SIGN - speaker - 4))
