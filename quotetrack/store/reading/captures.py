"""Reads the inbox: lines jotted down, the newest first."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.vocabulary import CaptureState

_CAPTURES = " ".join(
    (
        "SELECT capture.id, capture.text, capture.url, capture.author, capture.at, capture.state,",
        "coalesce(capture.article_id, (SELECT article.id FROM article",
        "WHERE article.url = capture.url ORDER BY article.id DESC LIMIT 1)), capture.statement_id",
        "FROM capture",
    )
)
_IN_STATES = " ".join(
    (
        _CAPTURES,
        "WHERE capture.state IN (SELECT value FROM json_each(?))",
        "ORDER BY capture.at DESC, capture.id DESC LIMIT ?",
    )
)
_ONE = " ".join((_CAPTURES, "WHERE capture.id = ?"))


def list_captures(
    connection: sqlite3.Connection, states: Sequence[CaptureState], limit: int
) -> list[CaptureRecord]:
    """The lines in these states, the newest first."""
    wanted = ", ".join(f'"{state.value}"' for state in states)
    return [
        _to_record(columns) for columns in connection.execute(_IN_STATES, (f"[{wanted}]", limit))
    ]


def read_capture(connection: sqlite3.Connection, identifier: int) -> CaptureRecord:
    """One line of the inbox.

    Raises:
        NotFound: there is no such line.
    """
    columns = connection.execute(_ONE, (identifier,)).fetchone()
    if columns is None:
        raise NotFound(
            f"There is no line {short_identifier(identifier)} in the inbox."
            " 'quotetrack inbox list --all' shows those there are."
        )
    return _to_record(columns)


def count_waiting(connection: sqlite3.Connection) -> int:
    """How many lines wait to be worked up."""
    (count,) = connection.execute(
        "SELECT count(*) FROM capture WHERE state = ?", (CaptureState.WAITING.value,)
    ).fetchone()
    return int(count)


def _to_record(columns: tuple) -> CaptureRecord:  # type: ignore[type-arg]
    identifier, text, url, author, at, state, article, statement = columns
    return CaptureRecord(identifier, text, url, author, at, CaptureState(state), article, statement)
