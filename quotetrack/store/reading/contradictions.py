"""Reads contradictions: the list that waits for decisions, and a pair side by side."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import ContradictionRecord, ContradictionRow
from quotetrack.domain.vocabulary import Basis, EventType, LinkState, Relation
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.events import read_event
from quotetrack.store.reading.links import describe_act
from quotetrack.store.reading.statements import read_statement

CONTRADICTING = (Relation.CONTRADICTS, Relation.IN_TENSION)
"""The relations of which a person decides whether they hold."""

_LIST = " ".join(
    (
        "SELECT link.id, link.basis, link.state, link.score, speaker.name, earlier.text,",
        "later.text, event.type, coalesce(event.evidence_exact, event.note)",
        "FROM link JOIN statement AS earlier ON earlier.id = link.earlier_statement_id",
        "JOIN speaker ON speaker.id = earlier.speaker_id",
        "LEFT JOIN statement AS later ON later.id = link.later_statement_id",
        "LEFT JOIN event ON event.id = link.later_event_id",
        "WHERE link.relation IN (?, ?) AND link.state IN (SELECT value FROM json_each(?)) AND",
        visible_rows("earlier"),
        "AND (later.id IS NULL OR",
        visible_rows("later"),
        ") ORDER BY CASE link.state WHEN 'suggested' THEN 0 WHEN 'needs_more' THEN 1 ELSE 2 END,",
        "link.id DESC",
    )
)


def list_contradictions(
    connection: sqlite3.Connection, states: Sequence[LinkState]
) -> list[ContradictionRow]:
    """Contradictions and tensions in these states: suggested, needing more, decided; newest first.

    Neither end is off the record.
    """
    wanted = '["' + '","'.join(states) + '"]' if states else "[]"
    return [
        ContradictionRow(
            identifier,
            Basis(basis) if basis else None,
            LinkState(state),
            score,
            speaker,
            earlier,
            describe_act(EventType(act), words) if act else later,
        )
        for identifier, basis, state, score, speaker, earlier, later, act, words in (
            connection.execute(_LIST, (*CONTRADICTING, wanted))
        )
    ]


def read_contradiction(connection: sqlite3.Connection, identifier: int) -> ContradictionRecord:
    """A pair side by side, whatever its state.

    Raises:
        NotFound: there is no such link, or it is of another relation.
    """
    link = connection.execute(
        "SELECT relation, basis, state, score, reasons, decided_by, decided_at,"
        " earlier_statement_id, later_statement_id, later_event_id FROM link"
        " WHERE id = ? AND relation IN (?, ?)",
        (identifier, *CONTRADICTING),
    ).fetchone()
    if link is None:
        raise NotFound(
            f"There is no contradiction {short_identifier(identifier)}."
            " 'quotetrack contradictions' lists those there are."
        )
    from json import loads  # importing it would cost every search

    relation, basis, state, score, reasons, decided_by, decided_at, earlier, later, event = link
    return ContradictionRecord(
        identifier,
        Relation(relation),
        Basis(basis) if basis else None,
        LinkState(state),
        score,
        tuple(loads(reasons)),
        decided_by,
        decided_at,
        read_statement(connection, earlier),
        None if later is None else read_statement(connection, later),
        None if event is None else read_event(connection, event),
    )
