"""Reads what a statement's edit form needs, and what hangs on the statement's speaker and date."""

import sqlite3

from quotetrack.domain.desk_records import EditableStatement
from quotetrack.domain.records import SpeakerRecord, SpeakerSummary
from quotetrack.store.reading.speakers import read_speaker
from quotetrack.store.reading.statements import read_statement

# Contradictions at either end of which stands the statement, while the other end is an act or
# the words of another than the speaker named; without one, of anybody.
_BETWEEN_SPEAKERS = (
    "SELECT link.id FROM link"
    " LEFT JOIN statement AS other ON other.id ="
    " CASE WHEN link.earlier_statement_id = :statement THEN link.later_statement_id"
    " ELSE link.earlier_statement_id END"
    " LEFT JOIN event ON event.id = link.later_event_id"
    " WHERE link.relation = 'contradicts'"
    " AND :statement IN (link.earlier_statement_id, link.later_statement_id)"
    " AND coalesce(other.speaker_id, event.actor_id) IS NOT :speaker ORDER BY link.id"
)
_IN_TENSION_ALREADY = (
    "SELECT 1 FROM link JOIN link AS other"
    " ON other.earlier_statement_id = link.earlier_statement_id"
    " AND other.later_statement_id IS link.later_statement_id"
    " AND other.later_event_id IS link.later_event_id"
    " WHERE link.id = ? AND other.relation = 'in_tension'"
)
_LATER_MOMENTS = (
    "SELECT 'The act “' || replace(type, '_', ' ') || '”', happened_to, happened_zone FROM event"
    " WHERE statement_id = :statement AND state <> 'dismissed' AND happened_to IS NOT NULL"
    " UNION ALL SELECT 'The linked statement', later.said_to, later.said_zone FROM link"
    " JOIN statement AS later ON later.id = link.later_statement_id"
    " WHERE link.earlier_statement_id = :statement AND later.said_to IS NOT NULL"
)
_EARLIER_MOMENTS = (
    "SELECT 'The linked statement', earlier.said_from, earlier.said_zone FROM link"
    " JOIN statement AS earlier ON earlier.id = link.earlier_statement_id"
    " WHERE link.later_statement_id = :statement AND earlier.said_from IS NOT NULL"
)


def read_editable(connection: sqlite3.Connection, identifier: int) -> EditableStatement:
    """A statement with its speaker, his roles, and whom it was said for.

    Raises:
        NotFound: there is no such statement.
    """
    record = read_statement(connection, identifier)
    role, principal = connection.execute(
        "SELECT role_id, on_behalf_of_id FROM statement WHERE id = ?", (identifier,)
    ).fetchone()
    speaker = read_speaker(connection, record.row.speaker_id)
    return EditableStatement(
        record,
        _summary(speaker),
        None if principal is None else _summary(read_speaker(connection, principal)),
        next((each for each in speaker.roles if each.id == role), None),
    )


def between_speakers(
    connection: sqlite3.Connection, statement: int, speaker: int | None
) -> list[int]:
    """The contradictions that would join two speakers, were the statement this one's."""
    found = connection.execute(_BETWEEN_SPEAKERS, {"statement": statement, "speaker": speaker})
    return [link for (link,) in found]


def in_tension_already(connection: sqlite3.Connection, link: int) -> bool:
    """Whether the two ends of a link are linked as in tension as well."""
    return connection.execute(_IN_TENSION_ALREADY, (link,)).fetchone() is not None


def later_moments(
    connection: sqlite3.Connection, statement: int
) -> list[tuple[str, str, str | None]]:
    """What is recorded as later than the statement: what it is, its last moment, its zone."""
    return connection.execute(_LATER_MOMENTS, {"statement": statement}).fetchall()


def earlier_moments(
    connection: sqlite3.Connection, statement: int
) -> list[tuple[str, str, str | None]]:
    """What is recorded as earlier: what it is, its first moment, its zone."""
    return connection.execute(_EARLIER_MOMENTS, {"statement": statement}).fetchall()


def _summary(speaker: SpeakerRecord) -> SpeakerSummary:
    return SpeakerSummary(speaker.id, speaker.name, speaker.kind, None, speaker.statement_count)
