"""Many statements at once: how many one step may change, and what it says of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.domain.desk_records import Selection
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.text import shorten
from quotetrack.store.database import Reader
from quotetrack.store.reading.selection import read_selection

if TYPE_CHECKING:
    from quotetrack.domain.tables import Statement
    from quotetrack.store.unit import Unit

MOST_AT_ONCE = 2_000
"""So many statements one step changes at most: nobody else can write while it does."""


def choose_statements(reader: Reader, statement_ids: Sequence[int]) -> Selection:
    """These statements together, as a form shows them.

    Raises:
        NotFound: none of them is there any more.
        Refused: these are more than one step may change.
    """
    refuse_too_many(statement_ids)
    return read_selection(reader.connection, statement_ids)


def refuse_too_many(statement_ids: Sequence[int]) -> None:
    """Allow some statements, and not more than one step may change.

    Raises:
        UsageError: there are none.
        Refused: there are too many.
    """
    if not statement_ids:
        raise UsageError("Name at least one statement.")
    if len(statement_ids) > MOST_AT_ONCE:
        raise Refused(
            f"These are {len(statement_ids):,} statements, and one step changes at most "
            f"{MOST_AT_ONCE:,}. Narrow the search and mark fewer."
        )


def load_statements(unit: "Unit", statement_ids: Sequence[int]) -> "list[Statement]":
    """The rows to be changed, each once, in the order given.

    Raises:
        UsageError, Refused: as refuse_too_many does.
        NotFound: one of them is not there any more.
    """
    from sqlmodel import col, select

    from quotetrack.domain.tables import Statement

    wanted = list(dict.fromkeys(statement_ids))
    refuse_too_many(wanted)
    query = select(Statement).where(col(Statement.id).in_(wanted))
    found = {statement.id: statement for statement in unit.session.exec(query)}
    if not found:
        raise NotFound("There is no such statement any more. Look it up again.")
    if len(found) < len(wanted):
        raise NotFound(
            f"{len(wanted) - len(found):,} of these statements are not there any more. "
            "Drop the marks and search again."
        )
    return [found[each] for each in wanted]


def describe_many(statements: "Sequence[Statement]") -> str:
    """What the history says of them: the words of one, the number of several."""
    if len(statements) == 1:
        return f"“{shorten(statements[0].text, 60)}”"
    return f"{len(statements):,} statements"
