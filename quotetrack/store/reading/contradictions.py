"""Reads contradictions: the list that waits for decisions, and a pair side by side."""

import sqlite3
from collections.abc import Mapping, Sequence

from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import (
    ContradictionRecord,
    ContradictionRow,
    EventRecord,
    StatementRecord,
)
from quotetrack.domain.vocabulary import Basis, EventType, LinkState, Relation
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import listed
from quotetrack.store.reading.events import read_events_by_id
from quotetrack.store.reading.links import describe_act
from quotetrack.store.reading.statements import read_statements

CONTRADICTING = (Relation.CONTRADICTS, Relation.IN_TENSION)
"""The relations of which a person decides whether they hold."""

_LIST = " ".join(
    (
        "SELECT link.id, link.basis, link.state, link.score, speaker.name, earlier.text,",
        "later.text, event.type, coalesce(event.evidence_exact, event.note),",
        "earlier.id, earlier.speaker_id, later.id, later.speaker_id",
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

_PAIRS = " ".join(
    (
        "SELECT link.id, relation, basis, state, score, reasons, decided_by, decided_at,",
        "earlier_statement_id, later_statement_id, later_event_id",
        "FROM json_each(?) AS wanted CROSS JOIN link ON link.id = wanted.value",
        "WHERE relation IN (?, ?) ORDER BY wanted.key",
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
            *ends,
        )
        for identifier, basis, state, score, speaker, earlier, later, act, words, *ends in (
            connection.execute(_LIST, (*CONTRADICTING, wanted))
        )
    ]


def read_contradiction(connection: sqlite3.Connection, identifier: int) -> ContradictionRecord:
    """A pair side by side, whatever its state.

    Raises:
        NotFound: there is no such link, or it is of another relation.
    """
    for record in read_contradictions(connection, (identifier,)):
        return record
    raise NotFound(
        f"There is no contradiction {short_identifier(identifier)}."
        " 'quotetrack contradictions' lists those there are."
    )


def read_contradictions(
    connection: sqlite3.Connection, identifiers: Sequence[int]
) -> list[ContradictionRecord]:
    """These pairs side by side, in their order, in a handful of queries for all.

    Ids that no contradiction has are passed over.
    """
    links = connection.execute(_PAIRS, (listed(identifiers), *CONTRADICTING)).fetchall()
    ends = {end for link in links for end in link[8:10] if end is not None}
    statements = {record.row.id: record for record in read_statements(connection, list(ends))}
    events = read_events_by_id(connection, [link[10] for link in links if link[10] is not None])
    return [
        _to_record(link, statements, events)
        for link in links
        # Somebody else may have removed an end in between.
        if link[8] in statements and (link[9] in statements or link[10] in events)
    ]


def _to_record(
    link: tuple,  # type: ignore[type-arg]
    statements: Mapping[int, StatementRecord],
    events: Mapping[int, EventRecord],
) -> ContradictionRecord:
    from json import loads  # importing it would cost every search

    identifier, relation, basis, state, score, reasons, decided_by, decided_at = link[:8]
    earlier, later, event = link[8:]
    return ContradictionRecord(
        identifier,
        Relation(relation),
        Basis(basis) if basis else None,
        LinkState(state),
        score,
        tuple(loads(reasons)),
        decided_by,
        decided_at,
        statements[earlier],
        None if later is None else statements[later],
        None if event is None else events[event],
    )
