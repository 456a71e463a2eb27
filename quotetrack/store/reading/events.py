"""Reads the events of statements, as their timeline shows them."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.records import EventRecord
from quotetrack.domain.vocabulary import EventState, EventType
from quotetrack.store.reading.columns import (
    ARTICLE_COLUMNS,
    date_columns,
    listed,
    to_article,
    to_date,
)

_COLUMNS = " ".join(
    (
        "SELECT event.statement_id, event.id, event.type, event.state, event.actor_id, actor.name,",
        "coalesce(event.evidence_exact, evidence.exact), event.characterised_by, event.note,",
        date_columns("event", "happened"),
        ",",
        ARTICLE_COLUMNS,
        "FROM event",
        "LEFT JOIN speaker AS actor ON actor.id = event.actor_id",
        "LEFT JOIN quote AS evidence ON evidence.id = event.evidence_quote_id",
        "LEFT JOIN article",
        "ON article.id = coalesce(event.evidence_article_id, evidence.article_id)",
        "LEFT JOIN outlet ON outlet.id = article.outlet_id",
    )
)

# What has no date comes last; a dismissed suggestion did not happen.
_OF_STATEMENTS = " ".join(
    (
        _COLUMNS,
        "WHERE event.statement_id IN (SELECT value FROM json_each(?))",
        "AND event.state <> 'dismissed'",
        "ORDER BY coalesce(event.happened_to, event.happened_from) IS NULL,",
        "coalesce(event.happened_to, event.happened_from), event.happened_from, event.id",
    )
)
_BY_ID = " ".join((_COLUMNS, "WHERE event.id IN (SELECT value FROM json_each(?))"))


def read_events(
    connection: sqlite3.Connection, statements: Sequence[int]
) -> dict[int, list[EventRecord]]:
    """The events of each of these statements, oldest first, without the dismissed."""
    events: dict[int, list[EventRecord]] = {}
    for columns in connection.execute(_OF_STATEMENTS, (listed(statements),)):
        event = _to_event(columns)
        events.setdefault(event.statement_id, []).append(event)
    return events


def read_events_by_id(
    connection: sqlite3.Connection, identifiers: Sequence[int]
) -> dict[int, EventRecord]:
    """These events, whatever their state; ids that no event has are passed over."""
    found = map(_to_event, connection.execute(_BY_ID, (listed(identifiers),)))
    return {event.id: event for event in found}


def _to_event(columns: tuple) -> EventRecord:  # type: ignore[type-arg]
    statement, identifier, act, state, actor_id, actor, evidence, characterised_by, note = columns[
        :9
    ]
    return EventRecord(
        identifier,
        statement,
        EventType(act),
        EventState(state),
        actor_id,
        actor,
        to_date(columns[9:15]),
        evidence,
        to_article(columns[15:22]),
        characterised_by,
        note,
    )
