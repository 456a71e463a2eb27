"""Mapping: which column of a file holds what, and what holds for all its rows."""

import json
from collections.abc import Iterable
from collections.abc import Mapping as Columns
from dataclasses import asdict, dataclass, field

from quotetrack.domain.errors import UsageError
from quotetrack.exchange.importing.columns import NAMES

FORMATS = ("jsonl", "csv", "tsv")


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a file is to be read.

    Attributes:
        columns: column of ours -> columns of the file: a header, or a number from 1.
        values: column of ours -> what it holds where a row says nothing.
        format: one of FORMATS; None: by the name of the file, else by what it holds.
        header: whether the first row of a table names its columns.
        delimiter: what parts the cells; None: a tab in TSV, else the sign the header has most.
        quotes: whether quote marks may enclose a cell; None: in CSV they do, in TSV they do not.
        encoding: the encoding; None: UTF-8, or UTF-16 where the file begins so.
        tag_separator: what parts several labels in one field.
        slugs: whether speakers are written as in addresses: "ruth-ames" for Ruth Ames.
        day_first: what 3/4/2020 means: True the third of April, False the fourth of March, None
            nothing certain.
    """

    columns: Columns[str, tuple[str, ...]] = field(default_factory=dict)
    values: Columns[str, str] = field(default_factory=dict)
    format: str | None = None
    header: bool = True
    delimiter: str | None = None
    quotes: bool | None = None
    encoding: str | None = None
    tag_separator: str = ","
    slugs: bool = False
    day_first: bool | None = None

    def __post_init__(self) -> None:
        for name in (*self.columns, *self.values):
            if name not in NAMES:
                raise UsageError(f"'{name}' is no column of an import{_near(name)}")
        for name, places in self.columns.items():
            if len(places) > 1 and name != "tags":
                raise UsageError(f"'{name}' comes from one column; only tags may have several.")
        if self.delimiter is not None and (len(self.delimiter) != 1 or self.delimiter in '"\r\n'):
            raise UsageError("A delimiter is one sign, such as ';', or the word tab.")
        if not self.tag_separator:
            raise UsageError("Something has to part labels from each other: give a separator.")

    def described(self) -> str:
        """What is not as usual, as JSON; equal mappings are described equally."""
        usual = asdict(Mapping())
        unusual = {name: value for name, value in asdict(self).items() if value != usual[name]}
        return json.dumps(unusual, ensure_ascii=False, sort_keys=True)


def pair(typed: str, what: str) -> tuple[str, str]:
    """The two sides of NAME=VALUE.

    Raises:
        UsageError: it is no such pair; `what` shows one.
    """
    name, separator, value = typed.partition("=")
    if not separator or not name.strip() or not value.strip():
        raise UsageError(f"'{typed}' says nothing. Write it as {what}.")
    return name.strip(), value.strip()


def mapped_columns(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Columns of ours with those of the file, from "text=Statement" and its like.

    Raises:
        UsageError: one of them is no such pair.
    """
    columns: dict[str, tuple[str, ...]] = {}
    for typed in pairs:
        name, place = pair(typed, "text=Statement or text=3")
        columns[name] = (*columns.get(name, ()), place)
    return columns


def _near(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, NAMES, n=1)
    return f". Did you mean {close[0]}?" if close else f". It is one of {', '.join(NAMES)}."
