"""Draws one statement of a speaker's timeline: its day and role, the wording, its after-life."""

import textwrap
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from quotetrack.domain.edtf import describe_date
from quotetrack.domain.records import EventRecord, StatementRow
from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.facts import list_date
from quotetrack.tui.widgets.glyphs import EVENTS, OUTSIDE_ROLES, status_sign
from quotetrack.tui.widgets.statement_line import Pieces, StatementLines

_DATE = 12
_INDENT = 3
_PLAIN = Style()


def wording_lines(characters: int, width: int) -> int:
    """How many lines a wording of so many characters gets: one, or two where it needs more."""
    return 1 if characters <= room_for_wording(width) else 2


def room_for_wording(width: int) -> int:
    """Cells of a line of wording."""
    return max(width - _INDENT - 1, 10)


class TimelineLines(StatementLines):
    """Draws entries in the tones of one widget; a rail at the left ties them together."""

    def draw_entry(
        self,
        row: StatementRow,
        events: Sequence[EventRecord],
        *,
        outside: bool,
        wording: int,
        part: int,
        width: int,
        state: int,
        marked: bool,
    ) -> Strip:
        """One line of an entry.

        Args:
            row: the statement.
            events: what became of it, oldest first.
            outside: it falls outside every attested role.
            wording: how many lines the wording gets.
            part: which line of the entry.
            width: cells of the line.
            state: 0 elsewhere, 1 under the cursor, 2 under the cursor of the focused list.
            marked: whether it is marked.
        """
        if part == 0:
            pieces = self._head(row, width, outside)
        elif part <= wording:
            pieces = self._wording(row, width, wording, part - 1)
        elif part - wording - 1 < len(events):
            pieces = self._event(events[part - wording - 1], width)
        else:
            pieces = [("│", self.tones["quiet"])]
        edge = self.edge(state, marked and part == 0)
        strip = Strip([Segment(text, style) for text, style in (edge, *pieces) if text])
        strip = strip.adjust_cell_length(width, _PLAIN)
        if state:
            ground = self.tones["cursor-focused" if state == 2 else "cursor-blurred"]
            strip = strip.apply_style(ground)
        return strip

    def _head(self, row: StatementRow, width: int, outside: bool) -> Pieces:
        tones = self.tones
        end = self.outcome(row, brief=width < 60)
        taken = sum(len(text) for text, _ in end)
        room = width - _INDENT - _DATE - 3 - taken
        if outside:
            beside = (str(OUTSIDE_ROLES), tones.of(OUTSIDE_ROLES))
        else:
            beside = (clean_line(row.role) if row.role else "", tones["quiet"])
        sign = status_sign(row.status, row.status_event)
        return [
            ("◆ ", tones.of(sign)),
            (fit(list_date(row.said), _DATE) + "  ", tones["strong"]),
            (fit(beside[0], room) + " ", beside[1]),
            *end,
        ]

    def _wording(self, row: StatementRow, width: int, lines: int, number: int) -> Pieces:
        room = room_for_wording(width)
        text = clean_line(row.text)
        if lines == 1:
            shown = cut(text, room)
        else:
            wrapped = textwrap.wrap(text, room, max_lines=lines, placeholder=" …") or [""]
            shown = wrapped[number] if number < len(wrapped) else ""
        return [("│ ", self.tones["quiet"]), (cut(shown, room), _PLAIN)]

    def _event(self, event: EventRecord, width: int) -> Pieces:
        tones = self.tones
        sign = EVENTS[event.type]
        when = describe_date(event.happened) if event.happened.known else "date not recorded"
        rest = [when]
        if event.actor:
            rest.append(f"by {event.actor}")
        if event.state != "accepted":
            rest.append(f"({event.state})")
        article = event.article
        source = article and (article.outlet or article.title)
        rest.append(source or "source not recorded")
        words = cut(clean_line(" · ".join(rest)), width - _INDENT - 3 - len(str(sign)))
        return [
            ("├─ ", tones["quiet"]),
            (f"{sign}  ", tones.of(sign)),
            (words, tones["quiet"]),
        ]
