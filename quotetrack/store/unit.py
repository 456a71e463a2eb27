"""A unit of work: one transaction with its changes, their derived columns and audit entries."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from typing import Any, TypeVar

from sqlalchemy import event
from sqlmodel import Session, SQLModel

from quotetrack.domain.errors import NotFound
from quotetrack.domain.tables import Statement
from quotetrack.store import failures
from quotetrack.store.audit import (
    TRAIL_TABLES,
    Change,
    Image,
    Occasion,
    append_entry,
    next_unit,
    read_image,
)
from quotetrack.store.database import Database
from quotetrack.store.derived import COLUMNS, derive_columns
from quotetrack.store.name_index import write_name_keys
from quotetrack.store.writing import connect_for_writing, engine_on, explained_writing

Row = TypeVar("Row", bound=SQLModel)


class Unit:
    """What an action works with inside `with database.unit(...)`.

    Attributes:
        session: the SQLModel session; rows are changed through it only.
        connection: the connection beneath it, for reading what has been flushed.
        number: the unit's number in the audit trail.
        now: the time of the unit, ISO 8601 in UTC.
        user: who is at work.
        action: the name of the action.
        summary: what is done, in a few words; may be set until the unit ends.
        undoes: the number of the unit that this one takes back.
    """

    def __init__(
        self,
        database: Database,
        session: Session,
        connection: sqlite3.Connection,
        action: str,
        summary: str,
    ) -> None:
        self.session = session
        self.connection = connection
        self.user = database.user
        self.now = database.clock().astimezone(UTC).isoformat(timespec="seconds")
        self.action = action
        self.summary = summary
        self.undoes: int | None = None
        self.number = next_unit(connection)
        self._identifiers = database.identifiers
        self._salts = database.salts
        self._before: dict[tuple[str, int], Image | None] = {}
        event.listen(session, "before_flush", self._before_flush)

    def new_id(self) -> int:
        """A new row id."""
        return self._identifiers.next()

    def add(self, row: SQLModel) -> None:
        """Insert a row at once, so that rows arrive in the order in which they are added."""
        self.session.add(row)
        self.session.flush()

    def delete(self, row: SQLModel) -> None:
        """Delete a row at once."""
        self.session.delete(row)
        self.session.flush()

    def get(self, table: type[Row], row_id: int) -> Row:
        """The row with an id.

        Raises:
            NotFound: there is none.
        """
        row = self.session.get(table, row_id)
        if row is None:
            name = str(table.__tablename__).replace("_", " ")
            raise NotFound(f"There is no such {name} any more. Look it up again.")
        return row

    def touch(self, table: str, row_id: int) -> None:
        """Remember how a row stands before this unit first changes it."""
        if table not in TRAIL_TABLES and (table, row_id) not in self._before:
            self._before[table, row_id] = read_image(self.connection, table, row_id)

    def finish(self) -> None:
        """Flush, write what is derived, and append the audit entries."""
        self.session.flush()
        for statement_id in self._touched_statements():
            self._write_derived(statement_id)
        write_name_keys(
            self.connection, [row_id for table, row_id in self._before if table == "speaker_name"]
        )
        occasion = Occasion(
            self.number, self.now, self.user, self.action, self.summary, self.undoes
        )
        for (table, row_id), before in self._before.items():
            after = read_image(self.connection, table, row_id)
            if before != after:
                change = Change(table, row_id, before, after)
                append_entry(self.connection, occasion, change, self._salts())

    def _before_flush(self, session: Session, _context: object, _instances: object) -> None:
        for row in session.new:
            if isinstance(row, Statement) and row.date_key is None:
                # A passing key that no dated statement can have, until the unit ends.
                row.date_key = -row.id
        # Gathered once: the session looks through all its rows each time that it is asked.
        dirty = session.dirty
        for row in (*session.new, *dirty, *session.deleted):
            if row in dirty and not session.is_modified(row):
                continue
            if row.__tablename__ not in TRAIL_TABLES:
                self.touch(row.__tablename__, row.id)

    def _touched_statements(self) -> list[int]:
        touched: dict[int, None] = {}
        for (table, row_id), before in list(self._before.items()):
            after = read_image(self.connection, table, row_id)
            if before == after:
                continue
            for image in (before, after):
                if image is not None:
                    touched.update(dict.fromkeys(self._statements_of(table, image)))
        return list(touched)

    def _statements_of(self, table: str, image: Image) -> list[int]:
        """The statements whose derived columns depend on a row."""
        match table:
            case "statement":
                return [image["id"]]
            case "quote" | "event" | "statement_tag":
                return [image["statement_id"]]
            case "note":
                return [] if image["statement_id"] is None else [image["statement_id"]]
            case "link":
                ends = (image["earlier_statement_id"], image["later_statement_id"])
                return [end for end in ends if end is not None]
            case "role":
                rows = self.connection.execute(
                    "SELECT id FROM statement WHERE role_id = ? ORDER BY id", (image["id"],)
                )
                return [statement_id for (statement_id,) in rows]
            case "article":
                rows = self.connection.execute(
                    "SELECT DISTINCT statement_id FROM quote WHERE article_id = ?"
                    " ORDER BY statement_id",
                    (image["id"],),
                )
                return [statement_id for (statement_id,) in rows]
            case _:
                return []

    def _write_derived(self, statement_id: int) -> None:
        columns = derive_columns(self.connection, statement_id)
        if columns is None:
            return
        self.touch("statement", statement_id)
        self.connection.execute(
            "UPDATE statement SET status = ?, status_event = ?, marks = ?, quoted = ?, tags = ?,"
            " date_key = ? WHERE id = ? AND (status, status_event, marks, quoted, tags, date_key)"
            " IS NOT (?, ?, ?, ?, ?, ?)",
            (*_in_order(columns), statement_id, *_in_order(columns)),
        )


@contextmanager
def unit_of_work(database: Database, action: str, summary: str) -> Iterator[Unit]:
    """Run one unit: BEGIN IMMEDIATE, the block, derived columns, audit entries, COMMIT.

    Raises:
        DatabaseError: the file cannot be written; nothing was changed.
    """
    if database.read_only:
        raise failures.read_only(database.path)
    connection = connect_for_writing(database.path, busy_seconds=database.busy_seconds)
    try:
        with (
            explained_writing(database.path),
            Session(engine_on(connection), autoflush=True) as session,
        ):
            session.connection()
            # Taking the write lock first: a transaction that reads before it writes would be
            # refused at once, whatever the timeout.
            connection.execute("BEGIN IMMEDIATE")
            unit = Unit(database, session, connection, action, summary)
            yield unit
            unit.finish()
            session.commit()
    finally:
        database.let_go()
        connection.close()


def _in_order(columns: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(columns[name] for name in COLUMNS)
