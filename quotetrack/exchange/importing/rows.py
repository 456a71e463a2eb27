"""What a format gives: rows of values in the order of the columns, or why a row is none."""

from collections.abc import Sequence
from typing import Any, NamedTuple

LONGEST_ORIGINAL = 10_000
"""A refused row is kept up to so many characters."""


class Row(NamedTuple):
    """One row of a file.

    Attributes:
        line: where it begins, counted from 1.
        values: what it holds for each of columns.NAMES, not cleaned; None where there is nothing.
        original: the row as it stands in the file.
        problem: why it is no row; None where it is one.
    """

    line: int
    values: Sequence[Any]
    original: str
    problem: str | None = None


def no_row(line: int, original: str, problem: str) -> Row:
    """A row that could not be read."""
    return Row(line, (), original[:LONGEST_ORIGINAL], problem)
