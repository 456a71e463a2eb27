"""The parser of one command: its errors are typed, its help ends with examples."""

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from quotetrack.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

Member = TypeVar("Member", bound=StrEnum)

EXAMPLES_HEADING = "examples:"
_TABLE_INDENT = "  "
MOST_COLUMNS = 100
"""Help is not set wider than this, for lines have to be found again."""


class _Formatter(RawDescriptionHelpFormatter):
    """Formats help for the terminal's width, without what argparse imports to find it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=min(_terminal_width(), MOST_COLUMNS) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        # Paragraphs are set anew for the width; examples and tables stay as they are to be typed.
        if text.startswith((EXAMPLES_HEADING, _TABLE_INDENT)):
            return super()._fill_text(text, width, indent)
        from textwrap import fill

        return "\n\n".join(
            fill(paragraph, width, break_on_hyphens=False) for paragraph in text.split("\n\n")
        )


class Parser(ArgumentParser):
    """An argument parser that raises UsageError instead of leaving the program."""

    def __init__(self, words: str, description: str, examples: Sequence[str]) -> None:
        lines = "\n".join(f"  {example}" for example in examples)
        super().__init__(
            prog=f"quotetrack {words}",
            description=description,
            epilog=f"{EXAMPLES_HEADING}\n{lines}",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        self.add_argument(
            "--db", metavar="FILE", type=Path, help="the database to use instead of your own"
        )

    def explain(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """Add a table to the help: what may be typed, and what it means."""
        room = max(len(typed) for typed, _ in rows) + 2
        lines = (f"{_TABLE_INDENT}{typed:<{room}}{meaning}" for typed, meaning in rows)
        self.add_argument_group(title, "\n".join(lines))

    def offer_json(self) -> None:
        """Add --json, which every command with data has."""
        self.add_argument("--json", action="store_true", help="print JSON")

    def error(self, message: str) -> "NoReturn":
        """Raise what argparse would print."""
        raise UsageError(f"{_sentence(message)} See '{self.prog} --help'.")


class OneOf(Generic[Member]):
    """A type for options that name one of some members, with hyphens or underscores."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_value = {member.value: member for member in members}

    @property
    def words(self) -> tuple[str, ...]:
        """What may be typed."""
        return tuple(hyphened(value) for value in self._by_value)

    def __call__(self, typed: str) -> Member:
        """The member that was typed."""
        value = typed.strip().lower().replace("-", "_").replace(" ", "_")
        if value in self._by_value:
            return self._by_value[value]
        kinds = [each for each in self.words if each.startswith(f"{hyphened(value)}-")]
        if len(kinds) > 1:
            # "denied" is none of the three denials, and the nearest of them would be a guess.
            raise ArgumentTypeError(f"'{typed}' may be {', '.join(kinds)}; say which")
        hint = did_you_mean(hyphened(value), self.words)
        raise ArgumentTypeError(f"'{typed}' is none of {', '.join(self.words)}{hint}")


def one_of(members: Iterable[Member]) -> OneOf[Member]:
    """A type for options that name one of these members."""
    return OneOf(members)


def hyphened(value: str) -> str:
    """An enumeration's value as commands show it; they take it with underscores too."""
    return value.replace("_", "-")


def listed(members: Iterable[StrEnum]) -> str:
    """All values of an enumeration, for the help of an option."""
    return ", ".join(hyphened(member.value) for member in members)


def whole_number(typed: str) -> int:
    """A type for options that count: 0 or more."""
    if not typed.isdecimal():
        raise ArgumentTypeError(f"'{typed}' is no whole number")
    return int(typed)


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """'. Did you mean X?' where something known is near, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(typed, list(known), n=1)
    return f". Did you mean {close[0]}?" if close else ""


def _sentence(message: str) -> str:
    first = message[:1].upper() + message[1:]
    return first if first.endswith((".", "?", "!")) else f"{first}."


def _terminal_width() -> int:
    import os

    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80
