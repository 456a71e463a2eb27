"""CSV and TSV: cells parted by a sign, with or without a header; an open quote costs one row."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from quotetrack.domain.errors import UsageError
from quotetrack.exchange.importing.columns import NAMES
from quotetrack.exchange.importing.mapping import Mapping
from quotetrack.exchange.importing.opening import LONGEST_LINE, Lines
from quotetrack.exchange.importing.rows import Row, no_row

MOST_LINES = 500
"""A row that goes on for more lines has a quote mark that nobody closed."""

_DELIMITERS = ",;\t|"


class _Unclosed(Exception):
    """A quoted cell does not end."""


class Delimited:
    """The rows of a table.

    Attributes:
        ignored: the headers of columns that are not used.
    """

    def __init__(self, lines: Lines, mapping: Mapping, *, tabs: bool) -> None:
        """Read the header, if there is one.

        Raises:
            UsageError: a column that is asked for is not there, or text or speaker is not.
        """
        self._lines = lines
        self._delimiter = mapping.delimiter or ("\t" if tabs else self._guessed())
        self._quotes = not tabs if mapping.quotes is None else mapping.quotes
        first = self._first_cells(keep=not mapping.header)
        self._width = len(first)
        headers = first if mapping.header else []
        self._values_of, used = _reading(mapping, headers, self._width)
        self.ignored = dict.fromkeys(
            name for place, name in enumerate(headers) if place not in used and name
        )

    def __iter__(self) -> Iterator[Row]:
        lines, delimiter, width, quotes = self._lines, self._delimiter, self._width, self._quotes
        values_of = self._values_of
        for line in lines:
            number = lines.number
            if quotes and '"' in line:
                yield from self._quoted(line, number)
                continue
            bare = line.rstrip("\r\n")
            if lines.too_long:
                yield no_row(number, bare, f"The line is longer than {LONGEST_LINE:,} characters.")
                continue
            cells: list[Any] = bare.split(delimiter)
            if len(cells) != width:
                if not bare.strip():
                    continue
                if not _trim(cells, width):
                    yield no_row(number, bare, _wrong_width(len(cells), width))
                    continue
            yield Row(number, values_of(cells), bare)

    def _quoted(self, line: str, number: int) -> Iterator[Row]:
        """A row with quote marks; where they do not fit, its first line only is refused."""
        taken = [line]
        try:
            cells: list[Any] = next(
                csv.reader(chain((line,), self._further(taken)), delimiter=self._delimiter)
            )
        except _Unclosed:
            problem = "A quote mark opens a cell and none closes it."
        except csv.Error as error:
            problem = f"This is no row of CSV: {error}."
        else:
            if _trim(cells, self._width):
                yield Row(number, self._values_of(cells), "".join(taken).rstrip("\r\n"))
                return
            problem = _wrong_width(len(cells), self._width)
            if len(taken) > 1:
                problem = f"{problem[:-1]}; perhaps a quote mark is not closed."
        # The lines after it may be sound.
        self._lines.give_back(taken[1:])
        yield no_row(number, line.rstrip("\r\n"), problem)

    def _further(self, taken: list[str]) -> Iterator[str]:
        """The lines into which a quoted cell goes on."""
        length = len(taken[0])
        for line in self._lines:
            taken.append(line)
            length += len(line)
            if len(taken) > MOST_LINES or length > LONGEST_LINE:
                raise _Unclosed
            yield line
        raise _Unclosed

    def _guessed(self) -> str:
        first = next(self._lines, "")
        if first:
            self._lines.give_back([first])
        return max(_DELIMITERS, key=first.count)

    def _first_cells(self, *, keep: bool) -> list[str]:
        """The cells of the first row that is not empty."""
        for line in self._lines:
            if line.strip():
                break
        else:
            raise UsageError("The file is empty. Check its name.")
        cells = (
            next(csv.reader([line], delimiter=self._delimiter))
            if self._quotes
            else line.rstrip("\r\n").split(self._delimiter)
        )
        if keep:
            self._lines.give_back([line])
        return [cell.strip() for cell in cells]


def _reading(
    mapping: Mapping, headers: Sequence[str], width: int
) -> tuple[Callable[[list[Any]], Sequence[Any]], set[int]]:
    """A function from cells to values, and the columns that it uses."""
    folded = {_folded(name): place for place, name in reversed(list(enumerate(headers)))}
    places: list[list[int]] = []
    for name in NAMES:
        asked = mapping.columns.get(name)
        if asked is not None:
            places.append([_place(column, folded, headers, width) for column in asked])
        else:
            own = folded.get(name)
            places.append([] if own is None else [own])
    for name in ("text", "speaker"):
        if not places[NAMES.index(name)] and name not in mapping.values:
            raise UsageError(
                f"No column holds the {name}. The file has {_listed(headers, width)}: "
                f"name the one with --column {name}=..."
            )
    used = {place for several in places for place in several}
    # Columns that are not there are read from one cell more, which holds nothing.
    pick = itemgetter(*(several[0] if several else width for several in places))
    several_tags = places[NAMES.index("tags")]
    if len(several_tags) < 2:
        return (lambda cells: pick([*cells, None])), used

    def with_tags(cells: list[Any]) -> Sequence[Any]:
        values = list(pick([*cells, None]))
        values[NAMES.index("tags")] = [cells[place] for place in several_tags]
        return values

    return with_tags, used


def _place(column: str, folded: dict[str, int], headers: Sequence[str], width: int) -> int:
    if _folded(column) in folded:
        return folded[_folded(column)]
    if column.isdecimal() and 1 <= int(column) <= width:
        return int(column) - 1
    raise UsageError(f"There is no column '{column}'. The file has {_listed(headers, width)}.")


def _listed(headers: Sequence[str], width: int) -> str:
    if not headers:
        return f"{width} columns without a header, numbered from 1"
    shown = ", ".join(name or "(no name)" for name in headers[:30])
    return f"the columns {shown}"


def _folded(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


def _trim(cells: list[Any], width: int) -> bool:
    """Cut empty cells behind the last column; whether the row then has all columns, and no more."""
    while len(cells) > width and not cells[-1].strip():
        del cells[-1]
    return len(cells) == width


def _wrong_width(cells: int, width: int) -> str:
    return f"The row has {cells} cells where the file has {width} columns."
