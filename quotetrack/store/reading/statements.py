"""Reads statements: the keys a search finds, the lines of a page, everything about one."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence

from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import StatementRecord, StatementRow
from quotetrack.domain.source_records import NO_SOURCES
from quotetrack.domain.vocabulary import EventType, SpeakerKind, Status, Workflow
from quotetrack.query.clause import Clause, build_clause, reaches_beyond, visible_rows
from quotetrack.query.fields import Order
from quotetrack.query.terms import Query, wanted_words
from quotetrack.store.reading.columns import date_columns, listed, to_date, to_role
from quotetrack.store.reading.events import read_events
from quotetrack.store.reading.labels import read_labels
from quotetrack.store.reading.links import read_links
from quotetrack.store.reading.named import find_named
from quotetrack.store.reading.notes import read_notes
from quotetrack.store.reading.quotes import read_quotes

COUNT_CAP = 1_001
"""Counting stops here: more than a thousand is shown as such."""

MOST_RANKED = 1_000
"""So many of the newest hits are put in order of relevance."""

_COUNTED_LINK = "link.relation = 'contradicts' AND link.state <> 'dismissed'"

# Contradictions are counted from either end; the act of one statement may speak against another.
_ROW_QUERY = " ".join(
    (
        "SELECT statement.id, statement.date_key, statement.speaker_id, speaker.name, role.title,",
        "role.organisation, statement.text, statement.status, statement.status_event,",
        "statement.marks, statement.workflow,",
        "(SELECT count(*) FROM link LEFT JOIN statement AS later",
        "ON later.id = link.later_statement_id",
        "WHERE link.earlier_statement_id = statement.id AND",
        _COUNTED_LINK,
        "AND (later.id IS NULL OR",
        visible_rows("later"),
        ")) + (SELECT count(*) FROM link JOIN statement AS earlier",
        "ON earlier.id = link.earlier_statement_id",
        "WHERE link.later_statement_id = statement.id AND",
        _COUNTED_LINK,
        "AND",
        visible_rows("earlier"),
        "),",
        "(SELECT count(*) FROM quote WHERE quote.statement_id = statement.id), statement.quoted,",
        date_columns("statement", "said"),
        "FROM json_each(?) AS wanted CROSS JOIN statement ON statement.{column} = wanted.value",
        "JOIN speaker ON speaker.id = statement.speaker_id",
        "LEFT JOIN role ON role.id = statement.role_id",
        "ORDER BY wanted.key",
    )
)
_IDS_BY_KEY = (
    "SELECT statement.id FROM json_each(?) AS wanted"
    " CROSS JOIN statement ON statement.date_key = wanted.value"
)
_KEYS_AT_ONCE = 10_000

_ROWS_BY_KEY = _ROW_QUERY.replace("{column}", "date_key")
_ROWS_BY_ID = _ROW_QUERY.replace("{column}", "id")


def statement_keys(
    connection: sqlite3.Connection,
    query: Query,
    limit: int | None = None,
    after: int | None = None,
) -> "array[int]":
    """The date keys of the statements that a search finds, in its order.

    Args:
        connection: an open database.
        query: the search.
        limit: how many at most; None for all.
        after: only what comes behind this key, the last of the page before.
    """
    clause = _clause(connection, query)
    if clause.empty:
        return array("q")
    if query.order is Order.RELEVANCE and clause.match is not None and wanted_words(query):
        sql, parameters = ranked_query(clause)
        ranked = array("q", [key for (key,) in connection.execute(sql, parameters)])
        # A row that is found no longer has nothing behind it.
        behind = ranked.index(after) if after in ranked else len(ranked)
        first = 0 if after is None else behind + 1
        return ranked[first : None if limit is None else first + limit]
    sql, parameters = key_query(clause, limit, after, oldest=query.order is Order.OLDEST)
    found = connection.execute(sql, parameters)
    keys = array("q")
    # A million at once would take fifty megabytes on their way.
    while some := found.fetchmany(_KEYS_AT_ONCE):
        keys.extend(key for (key,) in some)
    return keys


def key_query(
    clause: Clause, limit: int | None = None, after: int | None = None, *, oldest: bool = False
) -> tuple[str, list[str | int]]:
    """The SQL that walks an index from one end by date, and its parameters.

    Statements that are not searched by words are walked by date key. A condition on the row joins
    outwards from the search, never the other way round: the planner would scan the statements.
    """
    key, source, conditions, parameters = _source(clause)
    if after is not None:
        conditions.append(f"{key} {'>' if oldest else '<'} ?")
        parameters.append(after)
    parameters.append(-1 if limit is None else limit)
    parts = ("SELECT", key, "FROM", source, "WHERE", " AND ".join(conditions))
    return " ".join((*parts, "ORDER BY", key, "ASC" if oldest else "DESC", "LIMIT ?")), parameters


def ranked_query(clause: Clause) -> tuple[str, list[str | int]]:
    """The SQL that ranks the newest hits by how well they match, and its parameters.

    To rank all of them would take seconds for a common word.
    """
    key, source, conditions, parameters = _source(clause)
    newest = " ".join(
        (
            f"SELECT {key} AS key, bm25(statement_search, 1.0, 1.0, 0.0) AS score FROM",
            source,
            "WHERE",
            " AND ".join(conditions),
            f"ORDER BY {key} DESC LIMIT {MOST_RANKED}",
        )
    )
    parts = ("SELECT key FROM (", newest, ") ORDER BY score, key DESC")
    return " ".join(parts), parameters


def _source(clause: Clause) -> tuple[str, str, list[str], list[str | int]]:
    """What is walked: its key, the tables, the conditions and their parameters."""
    conditions = list(clause.conditions)
    # The index of open statements has their speakers too: of very many, no row need be read.
    statement = "statement INDEXED BY statement_open"
    if clause.match is None:
        return "statement.date_key", statement, conditions, list(clause.parameters)
    source = "statement_search"
    if conditions:
        source += f" CROSS JOIN {statement} ON statement.date_key = statement_search.rowid"
    conditions.insert(0, "statement_search MATCH ?")
    return "statement_search.rowid", source, conditions, [clause.match, *clause.parameters]


def statement_rows(
    connection: sqlite3.Connection, keys: Sequence[int], query: Query | None = None
) -> list[StatementRow]:
    """The list lines of these date keys, in their order, in one query.

    With the search that found them, a line dated wider than it asked for is marked, and has the
    wording in which it was found where that is not the statement's own.
    """
    return _to_rows(connection.execute(_ROWS_BY_KEY, (listed(keys),)), query)


def statement_key(connection: sqlite3.Connection, identifier: int) -> int | None:
    """The date key of a statement; None where there is none."""
    found = connection.execute("SELECT date_key FROM statement WHERE id = ?", (identifier,))
    row: tuple[int] | None = found.fetchone()
    return None if row is None else row[0]


def statement_ids(connection: sqlite3.Connection, keys: Sequence[int]) -> "array[int]":
    """The ids of the statements with these date keys; a million of them take a second."""
    identifiers = array("q")
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        found = connection.execute(_IDS_BY_KEY, (listed(keys[start : start + _KEYS_AT_ONCE]),))
        identifiers.extend(identifier for (identifier,) in found)
    return identifiers


def search_statements(
    connection: sqlite3.Connection, query: Query, limit: int | None, after: int | None = None
) -> list[StatementRow]:
    """The first lines that a search finds, at most `limit`, behind the key `after`."""
    return statement_rows(connection, statement_keys(connection, query, limit, after), query)


def count_statements(connection: sqlite3.Connection, query: Query, cap: int = COUNT_CAP) -> int:
    """How many statements a search finds; `cap` means that many or more."""
    clause = _clause(connection, query)
    if clause.empty:
        return 0
    sql, parameters = key_query(clause, cap)
    counting = " ".join(("SELECT count(*) FROM (", sql, ")"))
    (count,) = connection.execute(counting, parameters).fetchone()
    return int(count)


def read_statement(connection: sqlite3.Connection, identifier: int) -> StatementRecord:
    """Everything about one statement.

    Raises:
        NotFound: there is no such statement.
    """
    for record in read_statements(connection, (identifier,)):
        return record
    raise NotFound(
        f"There is no statement {short_identifier(identifier)}. A search lists those there are."
    )


def read_statements(
    connection: sqlite3.Connection, identifiers: Sequence[int], query: Query | None = None
) -> list[StatementRecord]:
    """Everything about these statements, in their order, in a handful of queries for all.

    Ids that no statement has are passed over.
    """
    # Imported here, since lists, which a search prints, judge no sources.
    from quotetrack.store.reading.sources import read_independence

    wanted = listed(identifiers)
    rows = _to_rows(connection.execute(_ROWS_BY_ID, (wanted,)), query)
    particulars = {
        identifier: (SpeakerKind(kind), on_behalf_of, venue, language)
        for identifier, kind, on_behalf_of, venue, language in connection.execute(
            "SELECT statement.id, speaker.kind, principal.name, statement.venue, statement.language"
            " FROM json_each(?) AS wanted CROSS JOIN statement ON statement.id = wanted.value"
            " JOIN speaker ON speaker.id = statement.speaker_id"
            " LEFT JOIN speaker AS principal ON principal.id = statement.on_behalf_of_id",
            (wanted,),
        )
    }
    quotes = read_quotes(connection, identifiers)
    independence = read_independence(connection, quotes)
    events = read_events(connection, identifiers)
    links = read_links(connection, identifiers)
    notes = read_notes(connection, identifiers)
    labels = read_labels(connection, identifiers)
    return [
        StatementRecord(
            row,
            *particulars[row.id],
            quotes=tuple(quotes.get(row.id, ())),
            events=tuple(events.get(row.id, ())),
            links=tuple(links.get(row.id, ())),
            notes=tuple(notes.get(row.id, ())),
            labels=tuple(labels.get(row.id, ())),
            independence=independence.get(row.id, NO_SOURCES),
        )
        for row in rows
    ]


def _clause(connection: sqlite3.Connection, query: Query) -> Clause:
    return build_clause(query, lambda field, text: find_named(connection, field, text))


def _hit(query: Query | None) -> Callable[[str, str], str | None]:
    """Finds the words that a search was found by, where they are not the statement's own."""
    if query is None or not wanted_words(query):
        return lambda _, __: None
    # Imported here, since a search without words looks for none.
    from quotetrack.query.matching import hit_in_quote

    return lambda text, quoted: hit_in_quote(text, quoted, query)


def _to_rows(found: Iterable[tuple], query: Query | None) -> list[StatementRow]:  # type: ignore[type-arg]
    rows = []
    hit = _hit(query)
    for columns in found:
        identifier, key, speaker_id, speaker, title, organisation, text, status, act = columns[:9]
        marks, workflow, contradictions, quote_count, quoted = columns[9:14]
        said = to_date(columns[14:])
        rows.append(
            StatementRow(
                identifier,
                key,
                speaker_id,
                speaker,
                to_role(title, organisation),
                text,
                said,
                Status(status),
                EventType(act) if act else None,
                tuple(marks.split()),
                contradictions,
                Workflow(workflow),
                quote_count,
                query is not None and reaches_beyond(query, said.earliest, said.latest),
                hit(text, quoted),
            )
        )
    return rows
