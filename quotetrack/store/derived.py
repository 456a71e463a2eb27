"""The derived columns of a statement: status, marks, search terms, wordings and date key."""

import datetime
import sqlite3
from dataclasses import dataclass
from typing import Any

from quotetrack.domain.search_terms import Searchable, search_terms
from quotetrack.domain.status import Act, Outcome, derive_status
from quotetrack.domain.vocabulary import EventState, EventType, LinkState, Relation

COLUMNS = ("status", "status_event", "marks", "quoted", "tags", "date_key")
"""The columns of statement that the unit of work computes."""

SEQUENCE_BITS = 20
"""The low bits of a date key: 2**20 places a day."""

_FIRST_TIMED_PLACE = 1 << (SEQUENCE_BITS - 1)
_PLACES_A_MINUTE = _FIRST_TIMED_PLACE // (24 * 60)


@dataclass(frozen=True, slots=True)
class _Statement:
    """The columns of a statement that its derived ones depend on."""

    id: int
    speaker_id: int
    role_id: int | None
    text: str
    said_from: str | None
    said_to: str | None
    workflow: str
    visibility: str
    date_key: int


def derive_columns(connection: sqlite3.Connection, statement_id: int) -> dict[str, Any] | None:
    """What the derived columns of a statement should be; None where there is no such statement."""
    row = connection.execute(
        "SELECT id, speaker_id, role_id, text, said_from, said_to, workflow, visibility, date_key"
        " FROM statement WHERE id = ?",
        (statement_id,),
    ).fetchone()
    if row is None:
        return None
    statement = _Statement(*row)
    acts = _read_acts(connection, statement)
    outcome = derive_status(acts)
    return {
        "status": str(outcome.status),
        "status_event": None if outcome.event is None else str(outcome.event),
        "marks": " ".join(outcome.marks),
        "quoted": "\n".join(_wordings(connection, statement)),
        "tags": _terms(connection, statement, acts, outcome),
        "date_key": _date_key(connection, statement),
    }


def _read_acts(connection: sqlite3.Connection, statement: _Statement) -> list[Act]:
    rows = connection.execute(
        "SELECT type, actor_id, on_behalf_of_id, state, quote_id, happened_from, happened_to"
        " FROM event WHERE statement_id = ? ORDER BY id",
        (statement.id,),
    ).fetchall()
    return [
        Act(
            type=EventType(type_),
            by_speaker=statement.speaker_id in (actor, on_behalf_of),
            accepted=state == EventState.ACCEPTED,
            on_quote=quote is not None,
            earliest=earliest,
            latest=latest,
            order=order,
        )
        for order, (type_, actor, on_behalf_of, state, quote, earliest, latest) in enumerate(rows)
    ]


def _wordings(connection: sqlite3.Connection, statement: _Statement) -> list[str]:
    """Each distinct wording of a quote on one line; the statement's own is searched already."""
    own = " ".join(statement.text.split())
    rows = connection.execute(
        "SELECT exact FROM quote WHERE statement_id = ? ORDER BY id", (statement.id,)
    ).fetchall()
    lines = dict.fromkeys(" ".join(exact.split()) for (exact,) in rows)
    return [line for line in lines if line != own]


def _terms(
    connection: sqlite3.Connection, statement: _Statement, acts: list[Act], outcome: Outcome
) -> str:
    tags = connection.execute(
        "SELECT tag_id FROM statement_tag WHERE statement_id = ?", (statement.id,)
    )
    quotes = connection.execute(
        "SELECT form, outlet_id FROM quote LEFT JOIN article ON article.id = article_id"
        " WHERE statement_id = ?",
        (statement.id,),
    ).fetchall()
    title, organisation = connection.execute(
        "SELECT max(title), max(organisation) FROM role WHERE id = ?", (statement.role_id,)
    ).fetchone()
    contradicted, noted = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM link WHERE ?1 IN (earlier_statement_id, later_statement_id)"
        " AND relation = ?2 AND state <> ?3),"
        " EXISTS (SELECT 1 FROM note WHERE statement_id = ?1)",
        (statement.id, Relation.CONTRADICTS, LinkState.DISMISSED),
    ).fetchone()
    return search_terms(
        Searchable(
            statement.speaker_id,
            outcome.status,
            statement.visibility,
            statement.workflow,
            statement.said_from,
            statement.said_to,
            status_event=outcome.event,
            role_title=title,
            role_organisation=organisation,
            events=[act.type for act in acts if act.accepted],
            tags=[tag for (tag,) in tags],
            forms=[form for form, _ in quotes],
            outlets=[outlet for _, outlet in quotes if outlet is not None],
            contradicted=bool(contradicted),
            noted=bool(noted),
        )
    )


def _date_key(connection: sqlite3.Connection, statement: _Statement) -> int:
    """The statement's key where it still lies on its day and minute, else the next free one."""
    first, end = places_of(_moment(connection, statement))
    if first <= statement.date_key < end:
        return statement.date_key
    while True:
        (last,) = connection.execute(
            "SELECT max(date_key) FROM statement WHERE date_key >= ? AND date_key < ?",
            (first, end),
        ).fetchone()
        if last is None:
            return first
        if last + 1 < end:
            return int(last) + 1
        first, end = spilled_places(end)


def _moment(connection: sqlite3.Connection, statement: _Statement) -> str:
    """What dates a statement in lists: when it was said at the latest, else first published."""
    if statement.said_to:
        return statement.said_to
    (published,) = connection.execute(
        "SELECT min(published_at) FROM quote JOIN article ON article.id = article_id"
        " WHERE statement_id = ?",
        (statement.id,),
    ).fetchone()
    return published or statement.said_from or ""


def places_of(moment: str) -> tuple[int, int]:
    """The stretch of keys for a moment: half a day's places by the minute, half for no time."""
    try:
        day = datetime.date.fromisoformat(moment[:10]).toordinal() - 1
    except ValueError:
        day = 0
    start = day << SEQUENCE_BITS
    try:
        time = datetime.time.fromisoformat(moment[11:16])
    except ValueError:
        return start, start + _FIRST_TIMED_PLACE
    start += _FIRST_TIMED_PLACE + (time.hour * 60 + time.minute) * _PLACES_A_MINUTE
    return start, start + _PLACES_A_MINUTE


def spilled_places(end: int) -> tuple[int, int]:
    """The stretch into which a full one spills that ends here: the next minute, or the next day."""
    next_day = ((end >> SEQUENCE_BITS) + 1) << SEQUENCE_BITS
    if end % (1 << SEQUENCE_BITS) == 0:
        return end, end + _FIRST_TIMED_PLACE
    return end, min(end + _PLACES_A_MINUTE, next_day)
