"""What stands beside the tables: search indexes, kept counters and triggers, made by one helper.

They are derived from the tables, so migrations know nothing of them: the triggers are dropped
before migrating and made anew after it, which no batch migration can forget.
"""

import sqlite3
from collections import Counter
from itertools import chain

from quotetrack.store.name_index import (
    NAME_INDEXES,
    NAME_KEY,
    NAME_TABLES,
    NAME_TRIGGERS,
    fill_name_tables,
)

SEARCH_TABLES = ("statement_search", *NAME_INDEXES)
"""The FTS5 tables; each has shadow tables named after it."""

DERIVED_TABLES = (*SEARCH_TABLES, NAME_KEY, "facet_count")
"""Tables that hold nothing of their own, which autogenerate and audit leave alone."""

_STATEMENT_SEARCH = """
CREATE VIRTUAL TABLE statement_search USING fts5(
    text, quoted, tags,
    content="statement", content_rowid="date_key",
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
)
"""

_FACET_COUNT = """
CREATE TABLE facet_count (
    term TEXT NOT NULL PRIMARY KEY,
    statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""
# The values of a facet that most statements have, without a look at the others.
_FACET_MOST = "CREATE INDEX facet_most ON facet_count (substr(term, 1, 1), statements)"

ALL_OPEN = "vopen"
"""The term that counts all open statements, for no others are counted."""


_COUNTED_LETTERS = "sotyvrg"

COUNTED = f"instr('{_COUNTED_LETTERS}', substr(term.value, 1, 1)) > 0"
"""SQL that holds for a term to be counted.

Of a speaker, outlet, status, year, or visibility, of a word of a role, or of a label.
"""


def terms_of(statement: str) -> str:
    """SQL for the search terms of a row of statement, one a row, in the table `term`."""
    # Terms are letters and digits, so that nothing in them needs escaping.
    return f"""json_each('["' || replace({statement}.tags, ' ', '","') || '"]') AS term"""


def _counted(row: str) -> str:
    return " ".join(
        ("SELECT term.value FROM", terms_of(row), f"WHERE {row}.visibility = 'open' AND", COUNTED)
    )


def arrived(row: str) -> str:
    """SQL that holds for a row of statement that is not of an import still under way.

    An import fills index and counters once, when all its rows are in, so until then none is there.
    """
    return (
        "NOT EXISTS (SELECT 1 FROM import_batch AS batch"  # noqa: S608 - a row of ours
        f" WHERE batch.id = {row}.import_batch_id AND batch.finished_at IS NULL)"
    )


_REMOVE_STATEMENT = """
    INSERT INTO statement_search (statement_search, rowid, text, quoted, tags)
    VALUES ('delete', old.date_key, old.text, old.quoted, old.tags);
"""
_INSERT_STATEMENT = """
    INSERT INTO statement_search (rowid, text, quoted, tags)
    VALUES (new.date_key, new.text, new.quoted, new.tags);
"""
_COUNT_UP = " ".join(
    (
        "INSERT INTO facet_count (term, statements) SELECT value, 1 FROM (",
        _counted("new"),
        ") WHERE true ON CONFLICT (term) DO UPDATE SET statements = statements + 1;",
    )
)
_COUNT_DOWN = " ".join(
    (
        "UPDATE facet_count SET statements = statements - 1 WHERE term IN (",
        _counted("old"),
        "); DELETE FROM facet_count WHERE statements = 0 AND term IN (",
        _counted("old"),
        ");",
    )
)

_TRIGGERS = {
    "statement_search_insert": (
        f"AFTER INSERT ON statement WHEN {arrived('new')} BEGIN {_INSERT_STATEMENT} {_COUNT_UP} END"
    ),
    "statement_search_delete": (
        f"AFTER DELETE ON statement WHEN {arrived('old')}"
        f" BEGIN {_REMOVE_STATEMENT} {_COUNT_DOWN} END"
    ),
    "statement_search_update": (
        f"AFTER UPDATE OF text, quoted, tags, date_key ON statement WHEN {arrived('old')}"
        f" BEGIN {_REMOVE_STATEMENT} {_INSERT_STATEMENT} END"
    ),
    "statement_facet_update": (
        f"AFTER UPDATE OF tags, visibility ON statement WHEN {arrived('old')}"
        f" BEGIN {_COUNT_DOWN} {_COUNT_UP} END"
    ),
    **NAME_TRIGGERS,
    "snapshot_immutable": (
        "BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END"
    ),
    "snapshot_text_immutable": (
        "BEFORE UPDATE ON snapshot_text "
        "BEGIN SELECT RAISE(ABORT, 'the text of a snapshot is never changed'); END"
    ),
    "audit_no_update": (
        "BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END"
    ),
    "audit_no_delete": (
        "BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END"
    ),
}
_FACETS = " ".join(
    (
        "SELECT term.value, count(*) FROM statement,",
        terms_of("statement"),
        "WHERE statement.visibility = 'open' AND",
        COUNTED,
        "AND {rows} GROUP BY term.value",
    )
)
_INDEX = (
    "INSERT INTO statement_search (rowid, text, quoted, tags)"
    " SELECT date_key, text, quoted, tags FROM statement WHERE {rows} ORDER BY date_key"
)


_OF_SINGLE_ROWS = (
    *(name for name in _TRIGGERS if name.startswith("statement_")),
    "speaker_name_key_insert",
)
"""Triggers whose work is done in bulk where many rows come at once."""


def is_search_table(name: str) -> bool:
    """Whether a table is a search index, a shadow of one, or kept beside the tables."""
    return name in DERIVED_TABLES or any(name.startswith(f"{table}_") for table in SEARCH_TABLES)


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Drop every trigger, so that a migration may rebuild tables under them."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def drop_search_tables(connection: sqlite3.Connection) -> None:
    """Drop the search indexes and the kept counters."""
    for name in DERIVED_TABLES:
        connection.execute(f'DROP TABLE IF EXISTS "{name}"')


def create_search_tables(connection: sqlite3.Connection) -> None:
    """Make search indexes, counters and triggers anew from the tables."""
    drop_triggers(connection)
    drop_search_tables(connection)
    for statement in (_STATEMENT_SEARCH, *NAME_TABLES.values(), _FACET_COUNT, _FACET_MOST):
        connection.execute(statement)
    # In the order of its rowid and optimized once, an index is built 2.5 times cheaper than by
    # its own 'rebuild'.
    connection.execute(_INDEX.format(rows=arrived("statement")))
    fill_name_tables(connection)
    optimize_search_tables(connection)
    connection.executemany("INSERT INTO facet_count VALUES (?, ?)", count_facets(connection))
    for name, body in _TRIGGERS.items():
        connection.execute(f'CREATE TRIGGER "{name}" {body}')


def index_import(connection: sqlite3.Connection, batch_id: int, *, most: bool) -> None:
    """Add an import's statements to the index and the counters, all at once.

    Args:
        most: whether they are most of all statements; then the index is made one piece again.
    """
    # Most rows are walked by date; few are found by their batch, and sorted.
    rows = f"{'+' if most else ''}import_batch_id = {batch_id:d}"
    connection.execute(_INDEX.format(rows=rows))
    if most:
        connection.execute("INSERT INTO statement_search (statement_search) VALUES ('optimize')")
    tags = connection.execute(
        f"SELECT tags FROM statement WHERE {rows} AND visibility = 'open'"  # noqa: S608 - a number
    )
    # Counted here, for taking the terms apart in SQL costs several times as much.
    terms = Counter(chain.from_iterable(of_one.split() for (of_one,) in tags))
    counted = [each for each in terms.items() if each[0][0] in _COUNTED_LETTERS]
    connection.executemany(
        "INSERT INTO facet_count (term, statements) VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET statements = statements + excluded.statements",
        counted,
    )


def set_triggers_aside(connection: sqlite3.Connection) -> None:
    """Drop the triggers of single rows; put_triggers_back has to follow in the same transaction."""
    for name in _OF_SINGLE_ROWS:
        connection.execute(f'DROP TRIGGER "{name}"')


def put_triggers_back(connection: sqlite3.Connection) -> None:
    """Make the triggers of single rows again."""
    for name in _OF_SINGLE_ROWS:
        connection.execute(f'CREATE TRIGGER "{name}" {_TRIGGERS[name]}')


def optimize_search_tables(connection: sqlite3.Connection) -> None:
    """Merge the indexes' segments into one each."""
    for name in SEARCH_TABLES:
        connection.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'optimize\')')  # noqa: S608 - a constant name


def search_table_drift(connection: sqlite3.Connection) -> list[str]:
    """The search indexes that no longer agree with their tables; the check takes a write lock.

    Only this check sees such drift: PRAGMA integrity_check looks at the index by itself. While an
    import is under way the index lacks its statements, and is looked at by itself too.
    """
    drifted = []
    (under_way,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM import_batch WHERE finished_at IS NULL)"
    ).fetchone()
    for name in SEARCH_TABLES:
        beside_table = 0 if under_way and name == "statement_search" else 1
        try:
            connection.execute(
                f'INSERT INTO "{name}" ("{name}", rank) VALUES (\'integrity-check\', ?)',  # noqa: S608 - a constant name
                (beside_table,),
            )
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            drifted.append(name)
    return drifted


def count_facets(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The counters as the tables say they should be: term, open statements."""
    return sorted(connection.execute(_FACETS.format(rows=arrived("statement"))).fetchall())
