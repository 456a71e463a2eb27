"""The list of History: one line for each unit of work, the newest first."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.paged_list import PagedList, movements

_ACTOR = 10


class UnitList(PagedList[HistoryEntry]):
    """When, who, and what was done; what was taken back says so."""

    BINDINGS: ClassVar[list[BindingType]] = movements("history")

    def identity_of(self, row: HistoryEntry) -> int:
        """The unit's number."""
        return row.unit

    def segments_of(self, row: HistoryEntry, width: int) -> Iterable[Segment]:
        """The moment, the name, and what was done."""
        what = clean_line(row.summary or row.action.replace("_", " "))
        if row.undoes is not None:
            state, tone = "↩ took back: ", "quiet"
        elif row.undone_by is not None:
            state, tone = "✗ taken back: ", "quiet"
        else:
            state, tone = "", "default"
        moment = f"{row.at[:16].replace('T', ' ')}  "
        room = max(0, width - len(moment) - _ACTOR - 2 - len(state))
        yield Segment(moment, self.tones["quiet"])
        yield Segment(fit(clean_line(row.actor), _ACTOR) + "  ", self.tones["strong"])
        yield Segment(state, self.tones["warning"])
        yield Segment(cut(what, room), self.tones[tone])
