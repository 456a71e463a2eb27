"""Removing a statement that was entered by mistake, with everything that hangs on it."""

from typing import TYPE_CHECKING

from quotetrack.domain.desk_records import Removal
from quotetrack.domain.text import shorten
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import removal

if TYPE_CHECKING:
    from sqlmodel import SQLModel

    from quotetrack.store.unit import Unit


def read_removal(reader: Reader, statement_id: int) -> Removal:
    """What removing a statement would take away, to be confirmed.

    Raises:
        NotFound: there is no such statement.
    """
    return removal.read_removal(reader.connection, statement_id)


def remove_statement(database: Database, statement_id: int) -> None:
    """Remove a statement with its quotes, acts, links, labels and notes, in one step.

    What leans on one of its quotes elsewhere keeps the words; a capture that had become this
    statement waits in the inbox again. The source stays.

    Raises:
        NotFound: there is no such statement.
    """
    with database.unit("remove_statement") as unit:
        from quotetrack.domain.tables import Speaker, Statement

        statement = unit.get(Statement, statement_id)
        name = unit.get(Speaker, statement.speaker_id).name
        unit.summary = f"Removed a statement of {name}: “{shorten(statement.text, 60)}”"
        for table, row_id in removal.leaning_rows(unit.connection, statement_id):
            _let_stand(unit, table, row_id)
        unit.session.flush()
        tables = _tables()
        for table, row_id in removal.hanging_rows(unit.connection, statement_id):
            unit.delete(unit.get(tables[table], row_id))
        unit.delete(statement)


def _tables() -> "dict[str, type[SQLModel]]":
    """The tables whose rows go with a statement, by name."""
    from quotetrack.domain import tables

    classes: tuple[type[SQLModel], ...] = (
        tables.Link,
        tables.Event,
        tables.Evidence,
        tables.Verdict,
        tables.Anchoring,
        tables.Quote,
        tables.Note,
        tables.StatementTag,
        tables.CheckCaseStatement,
    )
    return {str(each.__tablename__): each for each in classes}


def _let_stand(unit: "Unit", table: str, row_id: int) -> None:
    """Let a row that leans on the statement stand without it."""
    from quotetrack.domain.tables import Capture, Event, Evidence, Quote

    if table == "capture":
        capture = unit.get(Capture, row_id)
        capture.statement_id = None
        if capture.article_id is None:
            capture.state = "waiting"
        return
    if table == "evidence":
        evidence = unit.get(Evidence, row_id)
        if evidence.quote_id is not None:
            quote = unit.get(Quote, evidence.quote_id)
            evidence.article_id = evidence.article_id or quote.article_id
            evidence.exact = evidence.exact or quote.exact
            evidence.quote_id = None
        return
    event = unit.get(Event, row_id)
    if event.evidence_quote_id is not None:
        quote = unit.get(Quote, event.evidence_quote_id)
        event.evidence_quote_id = None
        event.evidence_article_id = event.evidence_article_id or quote.article_id
        if event.evidence_exact is None:
            event.evidence_exact = quote.exact
            event.evidence_snapshot_text_id = quote.snapshot_text_id
            event.evidence_start, event.evidence_end = quote.start, quote.end
