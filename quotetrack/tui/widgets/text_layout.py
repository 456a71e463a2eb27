"""TextLayout: a stored text wrapped to a width, each row as offsets into the text as received."""

import re
from array import array
from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

from quotetrack.domain.text import clean_in_place

_LINE = re.compile(r"([^\r\n]*)(\r\n|[\r\n]|\Z)")
_OF_OTHER_WIDTH = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u05cf\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1100-\u11ff\u200b-\u200d\u20d0-\u20ff"
    "\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe00-\uffef"
    "\U00010000-\U0010ffff]"
)
"""Characters that may take no cell, or two."""


class TextLayout:
    """Where each row begins and ends; rows are drawn from the text when they are seen."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = width
        self._starts = array("q")
        self._ends = array("q")
        self._wrap(max(width, 1))

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._starts)

    def span(self, row: int) -> tuple[int, int]:
        """The first character of a row, and the offset behind the last one that is shown."""
        return self._starts[row], self._ends[row]

    def row_of(self, offset: int) -> int:
        """The row in which a character stands; blanks that were broken at end their row."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def column_of(self, offset: int) -> int:
        """The cell of its row at which a character stands."""
        start, end = self.span(self.row_of(offset))
        return cell_len(clean_in_place(self.text[start : min(offset, end)]))

    def offset_at(self, row: int, column: int) -> int:
        """The character of a row that stands at a cell, or the end of the row."""
        start, end = self.span(row)
        shown = clean_in_place(self.text[start:end])
        edges = list(accumulate(map(get_character_cell_size, shown)))
        return start + bisect_right(edges, max(column, 0))

    def _wrap(self, width: int) -> None:
        words = re.compile(rf"(.{{1,{width}}})(?:\s+|\Z)|(.{{1,{width}}})", re.DOTALL)
        starts, ends = self._starts, self._ends
        for line in _LINE.finditer(self.text):
            first, last = line.span(1)
            if last - first <= width and line[1].isascii():
                starts.append(first)
                ends.append(last)
            elif not line[1].isascii() and _OF_OTHER_WIDTH.search(line[1]):
                self._wrap_by_cells(first, last, width)
            else:
                for row in words.finditer(self.text, first, last):
                    starts.append(row.start())
                    ends.append(max(row.end(1), row.end(2)))
                if first == last:
                    starts.append(first)
                    ends.append(last)
            if not line[2]:
                break

    def _wrap_by_cells(self, first: int, last: int, width: int) -> None:
        shown = clean_in_place(self.text[first:last])
        start, used, gap = first, 0, None
        position = first
        while position < last:
            character = shown[position - first]
            used += get_character_cell_size(character)
            if used > width and position > start:
                behind = position if gap is None else gap + 1
                self._starts.append(start)
                self._ends.append(position if gap is None else gap)
                start, used, gap, position = behind, 0, None, behind
                continue
            if character.isspace():
                gap = position
            position += 1
        self._starts.append(start)
        self._ends.append(last)
