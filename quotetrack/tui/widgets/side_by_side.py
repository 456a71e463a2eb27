"""The pane of a pair: the earlier and the later side by side, one of them the one that is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.message import Message

from quotetrack.tui.pairs import Pair, Side
from quotetrack.tui.widgets.document_pane import READABLE, DocumentPane
from quotetrack.tui.widgets.pair_document import PairDocument

_EDGES = {True: ("▌ ", "accent"), False: ("│ ", "quiet")}
"""What stands before each line of a side that is meant, and of one that is not."""


class SideBySide(DocumentPane, can_focus=False):
    """Head, the two sides, and the reasons; they scroll as one, so that both sides stay level."""

    # The scrollbar has its room before it comes: two columns would else be set twice.
    DEFAULT_CSS = "SideBySide { scrollbar-gutter: stable; }"

    readable: ClassVar[int] = 2 * READABLE

    @dataclass
    class Chosen(Message):
        """A side was clicked."""

        side: Side

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pair: Pair | None = None
        self.side: Side = "earlier"

    def show(self, pair: Pair | None, side: Side) -> None:
        """Show a pair, another from its top, with a side that is meant.

        Where the later side is an event, the statement it is about is meant.
        """
        same = self.pair is not None and pair is not None and self.pair.record.id == pair.record.id
        self.pair = pair
        self.side = side if pair is not None and pair.statement(side) else "earlier"
        self.border_subtitle = f"keys act on the {self.side} statement" if pair else ""
        self.draw_again(from_top=not same)

    def on_click(self, event: events.Click) -> None:
        """Mean the side that was clicked."""
        self.post_message(self.Chosen("earlier" if event.x < self.size.width // 2 else "later"))

    def wrapped(self, room: int) -> Iterator[tuple[int, Text]]:
        """Head, the two sides level, reasons."""
        if self.pair is None:
            return
        document = PairDocument(self.pair, self.tones)
        for paragraph in document.head():
            yield from self.wrap(paragraph, room)
        yield 0, Text(end="")
        column = room // 2
        sides: tuple[Side, Side] = ("earlier", "later")
        lines = [
            [
                line
                for paragraph in document.side(side, chosen=side == self.side)
                for line in self.wrap(paragraph, column - 4)
            ]
            for side in sides
        ]
        for level in zip_longest(*lines, fillvalue=(1, Text(end=""))):
            row = Text(end="")
            for side, (indent, text) in zip(sides, level, strict=True):
                row.append(" " * (column * sides.index(side) - row.cell_len))
                edge, tone = _EDGES[side == self.side]
                row.append(edge, self.tones[tone])
                row.append(" " * (indent - 1)).append_text(text)
            yield 1, row
        yield 0, Text(end="")
        for paragraph in document.reasons():
            yield from self.wrap(paragraph, room)
