"""Runs the migrations on the connection that quotetrack.store.upgrade hands over.

That connection is already inside BEGIN IMMEDIATE with foreign keys off; nothing here commits.
"""

from alembic import context
from sqlmodel import SQLModel

import quotetrack.domain.tables  # noqa: F401 - registers the tables
from quotetrack.store.search_tables import is_search_table


def _include_name(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and name is not None and is_search_table(name))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    include_name=_include_name,
    render_as_batch=True,
)
context.run_migrations()
