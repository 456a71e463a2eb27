"""Reads the links of statements, as each end sees them."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.records import LinkRecord
from quotetrack.domain.text import shorten
from quotetrack.domain.vocabulary import DENIALS, Basis, EventType, LinkState, Relation
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import date_columns, listed, to_date

FEW_WORDS = 160
"""Characters of the other end that a link carries."""

_LINK_COLUMNS = "link.id, link.relation, link.basis, link.state, link.score, link.reasons,"

# The three ways in which a statement is an end of a link: as the earlier one, as the later one,
# and through an act on it that speaks against another statement. A link to a statement that lists
# do not show is not shown either.
_QUERY = " ".join(
    (
        "SELECT link.earlier_statement_id, 'later',",
        "CASE WHEN event.id IS NULL THEN 'statement' ELSE 'event' END,",
        "coalesce(event.id, other.id), coalesce(event.evidence_exact, event.note, other.text),",
        "event.type,",
        _LINK_COLUMNS,
        ", ".join(
            f"CASE WHEN event.id IS NULL THEN other.said_{part} ELSE event.happened_{part} END"
            for part in ("from", "to", "precision", "zone", "phrase", "basis")
        ),
        "FROM link",
        "LEFT JOIN statement AS other ON other.id = link.later_statement_id",
        "LEFT JOIN event ON event.id = link.later_event_id",
        "WHERE link.earlier_statement_id IN (SELECT value FROM json_each(:statements))",
        "AND (event.id IS NOT NULL OR",
        visible_rows("other"),
        ") UNION ALL",
        "SELECT link.later_statement_id, 'earlier', 'statement', other.id, other.text, NULL,",
        _LINK_COLUMNS,
        date_columns("other", "said"),
        "FROM link JOIN statement AS other ON other.id = link.earlier_statement_id",
        "WHERE link.later_statement_id IN (SELECT value FROM json_each(:statements)) AND",
        visible_rows("other"),
        "UNION ALL",
        "SELECT event.statement_id, 'earlier', 'statement', other.id, other.text, NULL,",
        _LINK_COLUMNS,
        date_columns("other", "said"),
        "FROM event JOIN link ON link.later_event_id = event.id",
        "JOIN statement AS other ON other.id = link.earlier_statement_id",
        "WHERE event.statement_id IN (SELECT value FROM json_each(:statements))",
        "AND other.id <> event.statement_id AND",
        visible_rows("other"),
        "ORDER BY 7",
    )
)


def read_links(
    connection: sqlite3.Connection, statements: Sequence[int]
) -> dict[int, list[LinkRecord]]:
    """The links of each of these statements, in the order they were made."""
    from json import loads  # importing it would cost every search

    links: dict[int, list[LinkRecord]] = {}
    for columns in connection.execute(_QUERY, {"statements": listed(statements)}):
        statement, direction, kind, other, text, act = columns[:6]
        identifier, relation, basis, state, score, reasons = columns[6:12]
        links.setdefault(statement, []).append(
            LinkRecord(
                identifier,
                Relation(relation),
                Basis(basis) if basis else None,
                LinkState(state),
                direction,
                kind,
                other,
                describe_act(EventType(act), text) if act else shorten(text, FEW_WORDS),
                to_date(columns[12:]),
                score,
                tuple(loads(reasons)),
            )
        )
    return links


def describe_act(act: EventType, words: str | None) -> str:
    """An event in a few words: "denied (saying): he has since denied the remark"."""
    kind, _, rest = act.value.partition("_")
    if act not in DENIALS:
        name = act.value.replace("_", " ")
    elif act is EventType.DENIED_UNSPECIFIED:
        name = f"{kind} (not said which)"
    else:
        name = f"{kind} ({rest})"
    return f"{name}: {shorten(words, FEW_WORDS)}" if words else name
