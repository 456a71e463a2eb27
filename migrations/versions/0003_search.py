"""Search at a million statements: a walk of the open ones by date, and named searches."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_INDEXES = {
    "statement_open": "CREATE INDEX statement_open ON statement (date_key)"
    " WHERE visibility = 'open'",
    "saved_search_name": "CREATE UNIQUE INDEX saved_search_name ON saved_search (name)",
}


def upgrade() -> None:
    for statement in _INDEXES.values():
        op.execute(statement)


def downgrade() -> None:
    for name in _INDEXES:
        op.execute(f'DROP INDEX "{name}"')
