"""Draws one statement as the one or two lines of a list."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from quotetrack.domain.records import StatementRow
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import Status
from quotetrack.tui.widgets.cells import fit
from quotetrack.tui.widgets.facts import list_date
from quotetrack.tui.widgets.glyphs import CONTRADICTION, mark_sign, status_sign
from quotetrack.tui.widgets.tones import Tones

_DATE = 12
_SPEAKER = 18
_QUOTED = "quoted: "
_PLAIN = Style()

MARKED = "●"
MARKED_UNDER_CURSOR = "◉"
"""What stands at the edge of a marked row; without a mark the cursor has a bar there."""

Piece = tuple[str, Style]
Pieces = list[Piece]


class StatementLines:
    """Draws rows in the tones of one widget."""

    def __init__(self, tones: Tones) -> None:
        self.tones = tones
        self.spans_in: Callable[[str], list[tuple[int, int]]] | None = None

    def draw(
        self,
        row: StatementRow,
        width: int,
        height: int,
        part: int,
        state: int,
        *,
        marked: bool = False,
    ) -> Strip:
        """One line of a row.

        Args:
            row: the statement.
            width: cells of the line.
            height: lines the row takes, 1 or 2.
            part: which of them.
            state: 0 elsewhere, 1 under the cursor, 2 under the cursor of the focused list.
            marked: whether the row is marked.
        """
        edge = self.edge(state, marked and part == 0)
        pieces = (
            self._one_line(row, width, edge)
            if height == 1
            else self._second_line(row, width, edge)
            if part
            else self._first_line(row, width, edge)
        )
        strip = Strip([Segment(text, style) for text, style in pieces if text])
        strip = strip.adjust_cell_length(width, _PLAIN)
        if state:
            ground = self.tones["cursor-focused" if state == 2 else "cursor-blurred"]
            strip = strip.apply_style(ground)
        return strip

    def _one_line(self, row: StatementRow, width: int, edge: Piece) -> Pieces:
        end = self.outcome(row, brief=True)
        speaker = min(_SPEAKER, max(10, width // 5))
        room = width - 1 - _DATE - 2 - speaker - 2 - _length(end) - (2 if end else 0)
        return [
            edge,
            (fit(_date(row), _DATE) + "  ", self.tones["quiet"]),
            (fit(clean_line(row.speaker_name), speaker) + "  ", self.tones["strong"]),
            *self._marked_wording(row, room),
            ("  " if end else "", _PLAIN),
            *end,
        ]

    def _first_line(self, row: StatementRow, width: int, edge: Piece) -> Pieces:
        name = clean_line(row.speaker_name)
        end = self.outcome(row, brief=False)
        room = width - 1 - _DATE - 2 - 2
        if _length(end) + cell_len(name) > room:
            end = self.outcome(row, brief=True)
        room -= _length(end) if end else -2
        return [
            edge,
            (fit(_date(row), _DATE) + "  ", self.tones["quiet"]),
            (fit(name, room), self.tones["strong"]),
            ("  " if end else "", _PLAIN),
            *end,
        ]

    def _second_line(self, row: StatementRow, width: int, edge: Piece) -> Pieces:
        room = width - 1 - _DATE - 2 - 1
        return [
            edge,
            (" " * (_DATE + 2), _PLAIN),
            *self._marked_wording(row, room),
        ]

    def _marked_wording(self, row: StatementRow, room: int) -> Pieces:
        """The wording with the words of the search marked, or that of the quote that has them."""
        before = _QUOTED if row.hit is not None and room > 2 * len(_QUOTED) else ""
        room -= len(before)
        text = fit(clean_line(row.text if row.hit is None else row.hit), room)
        pieces: Pieces = [(before, self.tones["quiet"])]
        position = 0
        for start, end in self.spans_in(text) if self.spans_in is not None else ():
            pieces += (text[position:start], _PLAIN), (text[start:end], self.tones["found"])
            position = end
        return [*pieces, (text[position:], _PLAIN)]

    def edge(self, state: int, marked: bool) -> Piece:
        """The first cell of a line: a mark, or a bar under the cursor."""
        if marked:
            return (MARKED_UNDER_CURSOR if state else MARKED, self.tones["accent"])
        return ("▌" if state else " ", self.tones["accent" if state == 2 else "quiet"])

    def outcome(self, row: StatementRow, *, brief: bool) -> Pieces:
        """What became of the statement: contradictions, marks, then the status."""
        pieces: Pieces = []
        if row.contradictions:
            named = row.status is Status.NO_LATER_EVENT or not brief
            text = str(CONTRADICTION) if named else CONTRADICTION.glyph
            pieces.append((text + " ", self.tones.of(CONTRADICTION)))
        for mark in row.marks:
            sign = mark_sign(mark)
            pieces.append((sign.glyph + " ", self.tones.of(sign)))
        if row.status is not Status.NO_LATER_EVENT:
            sign = status_sign(row.status, row.status_event)
            pieces.append((f"{sign} ", self.tones.of(sign)))
        return pieces


def _date(row: StatementRow) -> str:
    """The date of the first column; `↔` says that it is wider than the one searched for."""
    date = list_date(row.said)
    return "↔" + date[1:] if row.wider else date


def _length(pieces: Pieces) -> int:
    return sum(cell_len(text) for text, _ in pieces)
