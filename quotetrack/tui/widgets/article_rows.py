"""Draws the rows of an article's text: the margin, quotes, the selection, the cursor."""

from collections.abc import Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from quotetrack.actions.wording import Place
from quotetrack.domain.article_records import ArticleQuote
from quotetrack.domain.text import clean_in_place
from quotetrack.domain.vocabulary import Status
from quotetrack.tui.speaker_letters import SpeakerLetters
from quotetrack.tui.widgets.cells import cut
from quotetrack.tui.widgets.glyphs import status_sign
from quotetrack.tui.widgets.text_layout import TextLayout
from quotetrack.tui.widgets.tones import Tones

MARGIN = 5
"""Cells before the text: letters of speakers and glyphs of statuses, and a blank."""

_PLAIN = Style()
_REVERSE = Style(reverse=True)


class ArticleRows:
    """Keeps the rows lately drawn, as long as nothing moves in them."""

    def __init__(self, tones: Tones) -> None:
        self.letters = SpeakerLetters(())
        self._tones = tones
        self._quotes: Sequence[ArticleQuote] = ()
        self._layout: TextLayout | None = None
        self._on_row: dict[int, list[ArticleQuote]] = {}
        self._strips: LRUCache[tuple[int, int | None], Strip] = LRUCache(1024)

    @property
    def layout(self) -> TextLayout | None:
        """Where rows begin and end; None until the text is wrapped."""
        return self._layout

    @layout.setter
    def layout(self, layout: TextLayout | None) -> None:
        self._layout = layout
        self._place_quotes()

    def show(self, quotes: Sequence[ArticleQuote]) -> None:
        """Mark other quotes."""
        self._quotes = quotes
        self.letters = SpeakerLetters(quotes)
        self._place_quotes()

    def forget(self) -> None:
        """Draw every row anew."""
        self._strips.clear()

    def draw(
        self, row: int, cursor: int | None, selection: Place | None, quote: ArticleQuote | None
    ) -> Strip:
        """One row.

        Args:
            row: its number.
            cursor: where the cursor is drawn, if it is.
            selection: what is selected.
            quote: the quote under the cursor.
        """
        layout = self._layout
        assert layout is not None  # a row of something
        start, end = layout.span(row)
        here = self._on_row.get(row, [])
        under_cursor = quote.id if quote is not None and quote in here else None
        cursor_here = cursor if cursor is not None and layout.row_of(cursor) == row else None
        selected = selection is not None and selection.start < end and start < selection.end
        if cursor_here is not None or selected:
            return self._draw(start, end, here, cursor_here, selection, under_cursor)
        strip = self._strips.get((row, under_cursor))
        if strip is None:
            strip = self._draw(start, end, here, None, None, under_cursor)
            self._strips[row, under_cursor] = strip
        return strip

    def _draw(
        self,
        start: int,
        end: int,
        quotes: Sequence[ArticleQuote],
        cursor: int | None,
        selection: Place | None,
        under_cursor: int | None,
    ) -> Strip:
        layout = self._layout
        assert layout is not None  # a row of something
        shown = clean_in_place(layout.text[start:end])
        edges = {start, end}
        for quote in quotes:
            edges.update((max(start, quote.start or 0), min(end, quote.end or 0)))
        if selection is not None:
            edges.update((max(start, selection.start), min(end, selection.end)))
        if cursor is not None:
            edges.update((cursor, cursor + 1))
        places = sorted(edge for edge in edges if start <= edge <= end)
        segments = self._margin(start, quotes)
        for first, last in pairwise(places):
            style = self._style_at(first, quotes, under_cursor)
            if selection is not None and selection.start <= first < selection.end:
                style += self._tones["selection"]
            if first == cursor:
                style += _REVERSE
            segments.append(Segment(shown[first - start : last - start], style))
        if cursor is not None and cursor >= end:
            segments.append(Segment(" ", _REVERSE))
        return Strip(segments)

    def _style_at(
        self, offset: int, quotes: Sequence[ArticleQuote], under_cursor: int | None
    ) -> Style:
        """Of quotes within one another the shortest is drawn."""
        around = [q for q in quotes if (q.start or 0) <= offset < (q.end or 0)]
        if not around:
            return _PLAIN
        quote = min(around, key=lambda q: (q.end or 0) - (q.start or 0))
        style = self._tones[self.letters.tone(quote.speaker_id)] + self._tones["underline"]
        return style + self._tones["strong"] if quote.id == under_cursor else style

    def _margin(self, start: int, quotes: Sequence[ArticleQuote]) -> list[Segment]:
        """Whose quotes are on the row, and, where one begins, what became of it."""
        pieces: list[tuple[str, Style]] = []
        for quote in quotes:
            tone = self._tones[self.letters.tone(quote.speaker_id)]
            pieces.append((self.letters.letter(quote.speaker_id), tone))
            if quote.status is not Status.NO_LATER_EVENT and (quote.start or 0) >= start:
                sign = status_sign(quote.status, quote.status_event)
                pieces.append((sign.glyph, self._tones.of(sign)))
        room = MARGIN - 1
        segments = []
        for text, style in pieces:
            piece = cut(text, room) if len(text) > room else text
            if not piece:
                break
            segments.append(Segment(piece, style))
            room -= len(piece)
        return [Segment(" " * room), *segments, Segment(" ")]

    def _place_quotes(self) -> None:
        self._strips.clear()
        self._on_row = {}
        layout = self._layout
        if layout is None:
            return
        for quote in self._quotes:
            if quote.start is not None and quote.end is not None and quote.start < quote.end:
                for row in range(layout.row_of(quote.start), layout.row_of(quote.end - 1) + 1):
                    self._on_row.setdefault(row, []).append(quote)
