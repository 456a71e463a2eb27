"""Reads a speaker's life: notes, the timeline of statements, and when they were made."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Sequence

from quotetrack.domain.records import NoteRecord
from quotetrack.domain.role_cover import RoleCover, RoleTimes
from quotetrack.domain.speaker_records import (
    MonthCount,
    SpeakerLife,
    Splitting,
    Timeline,
    TimelineEntry,
)
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import listed
from quotetrack.store.reading.events import read_events
from quotetrack.store.reading.speakers import read_speaker
from quotetrack.store.reading.statements import statement_rows

# One walk for all that the screen has to know of every statement before it draws any.
_TIMELINE = " ".join(
    (
        "SELECT statement.date_key, length(statement.text),",
        "(SELECT count(*) FROM event",
        "WHERE event.statement_id = statement.id AND event.state <> 'dismissed'),",
        "statement.said_from, statement.said_to, statement.role_id IS NOT NULL",
        "FROM statement WHERE statement.speaker_id = ? AND",
        visible_rows("statement"),
        "ORDER BY statement.date_key DESC",
    )
)
_KEYS = " ".join(
    (
        "SELECT statement.date_key FROM statement WHERE statement.speaker_id = ? AND",
        visible_rows("statement"),
        "ORDER BY statement.date_key DESC",
    )
)
_CHOSEN_KEYS = " ".join(
    (
        "SELECT statement.date_key FROM json_each(?) AS wanted",
        "CROSS JOIN statement ON statement.id = wanted.value WHERE statement.speaker_id = ? AND",
        visible_rows("statement"),
    )
)
_NOTES = "SELECT id, text, author, at FROM note WHERE speaker_id = ? ORDER BY at, id"


def read_speaker_life(connection: sqlite3.Connection, identifier: int) -> SpeakerLife:
    """Everything about a speaker but the statements' wording.

    Raises:
        NotFound: there is no such speaker.
    """
    speaker = read_speaker(connection, identifier)
    cover = RoleCover(
        [RoleTimes(role.attested_on, role.held_from, role.held_to) for role in speaker.roles]
    )
    timeline = Timeline(array("q"), array("q"), array("q"), array("b"))
    months: Counter[str] = Counter()
    for key, length, events, earliest, latest, has_role in connection.execute(
        _TIMELINE, (identifier,)
    ):
        timeline.keys.append(key)
        timeline.lengths.append(length)
        timeline.events.append(events)
        timeline.outside.append(cover.leaves_out(earliest, latest, bool(has_role)))
        moment = latest or earliest
        if moment and len(moment) >= len("2022-12"):
            months[moment[:7]] += 1
    return SpeakerLife(
        speaker,
        tuple(NoteRecord(*columns) for columns in connection.execute(_NOTES, (identifier,))),
        timeline,
        tuple(MonthCount(month, months[month]) for month in sorted(months)),
        len(timeline.keys) - sum(months.values()),
    )


def read_timeline(connection: sqlite3.Connection, keys: Sequence[int]) -> list[TimelineEntry]:
    """The statements of these date keys with what became of each, in the order given."""
    rows = statement_rows(connection, keys)
    events = read_events(connection, [row.id for row in rows])
    return [TimelineEntry(row, tuple(events.get(row.id, ()))) for row in rows]


def read_splitting(
    connection: sqlite3.Connection, identifier: int, chosen: Sequence[int], limit: int
) -> Splitting:
    """A speaker's newest statements and those chosen, for saying what belongs to another.

    Raises:
        NotFound: there is no such speaker.
    """
    speaker = read_speaker(connection, identifier)
    every = [key for (key,) in connection.execute(_KEYS, (identifier,))]
    meant = {key for (key,) in connection.execute(_CHOSEN_KEYS, (listed(chosen), identifier))}
    keys = sorted(meant.union(every[:limit]), reverse=True)
    rows = statement_rows(connection, keys)
    return Splitting(
        speaker,
        tuple(rows),
        frozenset(row.id for row in rows if row.key in meant),
        len(every) - len(keys),
    )
