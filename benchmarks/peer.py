"""What a peer is: something with the same rows that answers the same searches."""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import ClassVar, NamedTuple, Protocol, Self

PAGE = 64
"""Rows that a search reads."""


class Absent(Exception):
    """A peer is not installed here; the message says what is missing."""


class Row(NamedTuple):
    """One open statement."""

    key: int
    text: str
    quoted: str
    speaker: str
    speaker_id: int
    status: str
    said_to: str | None


class Wanted(NamedTuple):
    """A search: words or a phrase, the beginning of a word, a status, a speaker by id and name."""

    words: tuple[str, ...]
    begun: str = ""
    phrase: bool = False
    status: str = ""
    speaker: str = ""
    speaker_name: str = ""

    @property
    def fts5(self) -> str:
        """The words as SQLite's index takes them."""
        words = [f'"{" ".join(self.words)}"'] if self.phrase else [f'"{w}"' for w in self.words]
        return " ".join(words + ([f'"{self.begun}"*'] if self.begun else []))


class Peer(Protocol):
    """Something that is searched."""

    @property
    def name(self) -> str:
        """What the report calls it."""

    @property
    def server(self) -> int | None:
        """The process that works for it beside this one."""

    def newest(self, wanted: Wanted) -> int:
        """Read the newest page of what is wanted; how many rows it has."""

    def best(self, wanted: Wanted) -> int:
        """Read the page of the best by its own ranking."""


Rows = Callable[[], Iterable[Row]]


class Engine:
    """A peer that is opened on a folder, where its rows are put if they are not there yet."""

    name: ClassVar[str]
    server: int | None = None

    def __init__(self, folder: Path, rows: Rows) -> None:
        self.folder, self.rows = folder, rows

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def open(self) -> None:
        """Fill the folder where that is due, and be ready for searches.

        Raises:
            Absent: it is not installed.
        """

    def close(self) -> None:
        """Stop what was started."""

    def newest(self, wanted: Wanted) -> int:
        """Read the newest page."""
        raise NotImplementedError

    def best(self, wanted: Wanted) -> int:
        """Read the best page."""
        raise NotImplementedError
