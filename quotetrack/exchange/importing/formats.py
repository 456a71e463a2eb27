"""Which format a file is in, and its rows."""

from collections.abc import Iterator
from typing import Protocol

from quotetrack.domain.errors import UsageError
from quotetrack.exchange.importing.delimited import Delimited
from quotetrack.exchange.importing.json_lines import JsonLines
from quotetrack.exchange.importing.mapping import FORMATS, Mapping
from quotetrack.exchange.importing.opening import OpenFile
from quotetrack.exchange.importing.rows import Row

_ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
}


class Rows(Protocol):
    """The rows of a file, in whatever format.

    Attributes:
        ignored: columns of the file that are not used.
    """

    ignored: dict[str, None]

    def __iter__(self) -> Iterator[Row]:
        """Each row in turn."""


def rows_of(file: OpenFile, mapping: Mapping) -> Rows:
    """The rows of a file in the format it is in.

    Raises:
        UsageError: there is no such format, or a column asked for is missing.
    """
    chosen = mapping.format or _format_of(file)
    if chosen not in FORMATS:
        raise UsageError(
            f"'{chosen}' is no format of an import. It is one of {', '.join(FORMATS)}."
        )
    if chosen == "jsonl":
        return JsonLines(file.lines, mapping)
    return Delimited(file.lines, mapping, tabs=chosen == "tsv")


def _format_of(file: OpenFile) -> str:
    name = file.name.lower().removesuffix(".gz")
    for ending, named in _ENDINGS.items():
        if name.endswith(ending):
            return named
    first = next(file.lines, "")
    if first:
        file.lines.give_back([first])
    if first.lstrip().startswith("{"):
        return "jsonl"
    return "tsv" if "\t" in first else "csv"
