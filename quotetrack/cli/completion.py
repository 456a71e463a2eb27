"""What can be typed after every command, read from the parsers; shell scripts are made of it."""

from argparse import Action
from typing import NamedTuple

from quotetrack.cli.catalogue import CATALOGUE
from quotetrack.cli.parsing import OneOf

KINDS = {
    "FILE": "file",
    "URL|FILE|-": "file",
    "TARGET": "file",
    "SPEAKER": "speaker",
    "ARTICLE": "article",
    "NOTE": "note",
    "ID": "statement",
    "LATER": "statement",
    "EARLIER": "statement",
}
"""What a value's name in the help says of it."""

IDS_OF = {"contradictions": "contradiction", "inbox": "capture"}
"""Whose ids the commands of a group take."""


class Wanted(NamedTuple):
    """What one value may be.

    Attributes:
        kind: what is asked of the database, or "file"; empty where only a person knows.
        words: all that it may be, where these are few.
    """

    kind: str = ""
    words: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option of a command.

    Attributes:
        names: as it is typed, "-x" or "--json".
        help: one line.
        value: what follows it; None: nothing.
    """

    names: tuple[str, ...]
    help: str
    value: Wanted | None


class Place(NamedTuple):
    """A word that a command takes, and whether more of its kind may follow."""

    value: Wanted
    repeats: bool


class Words(NamedTuple):
    """A command with all that may follow it."""

    path: str
    summary: str
    options: tuple[Option, ...]
    places: tuple[Place, ...]


def every_command() -> tuple[Words, ...]:
    """All commands, read from their parsers."""
    from quotetrack.cli.main import build_parser

    return tuple(
        _words(entry.path, entry.summary, build_parser(entry.path)[0]._actions)
        for entry in CATALOGUE
    )


def _words(path: str, summary: str, actions: list[Action]) -> Words:
    return Words(
        path,
        summary,
        tuple(
            Option(
                tuple(action.option_strings),
                " ".join((action.help or "").split()),
                None if action.nargs == 0 else _wanted(path, action),
            )
            for action in actions
            if action.option_strings
        ),
        tuple(
            Place(_wanted(path, action), action.nargs in ("*", "+"))
            for action in actions
            if not action.option_strings
        ),
    )


def _wanted(path: str, action: Action) -> Wanted:
    if action.choices is not None:
        return Wanted(words=tuple(str(choice) for choice in action.choices))
    if isinstance(action.type, OneOf):
        return Wanted(words=action.type.words)
    kind = KINDS.get(action.metavar if isinstance(action.metavar, str) else "", "")
    if kind != "statement":
        return Wanted(kind)
    # Which of a statement's quotes, only a person knows.
    return Wanted("" if action.dest == "quote" else IDS_OF.get(path.split()[0], kind))
