"""Reading connections kept open between readings: to open one costs as much as ten readings."""

import sqlite3
from pathlib import Path
from threading import Lock

_MOST = 4
"""More readings at a time are rare, and then open connections of their own."""


class KeptConnections:
    """The idle connections to one file, each used by one reader at a time.

    What others write is seen by the next reading on them, for SQLite looks before each. What they
    would miss is that another file has taken the place of theirs, so that is looked at here.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._idle: list[sqlite3.Connection] = []
        self._file = _identity(path)
        self._closed = False

    def take(self) -> sqlite3.Connection | None:
        """An idle connection to the file that is there now, if there is one."""
        file = _identity(self._path)
        with self._lock:
            if file != self._file:
                self._file = file
                self._close_idle()
            return self._idle.pop() if self._idle else None

    def give_back(self, connection: sqlite3.Connection) -> None:
        """Keep a connection on which nothing runs any more, or close it."""
        with self._lock:
            if self._closed or len(self._idle) >= _MOST or _identity(self._path) != self._file:
                connection.close()
            else:
                self._idle.append(connection)

    def let_go(self) -> None:
        """Close the idle ones, so that whoever closes next is the last and tidies up the log."""
        with self._lock:
            self._close_idle()

    def close(self) -> None:
        """Close the idle ones, and each of the others when its reading has ended."""
        with self._lock:
            self._closed = True
            self._close_idle()

    def _close_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
