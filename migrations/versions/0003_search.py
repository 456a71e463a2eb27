"""Search at a million statements: a walk of the open ones by date, and named searches."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_IMPORT_BATCH = """
    CREATE TABLE import_batch_new (
        id INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        mapping TEXT NOT NULL,
        actor TEXT NOT NULL,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        rows_read INTEGER NOT NULL,
        rows_added INTEGER NOT NULL,
        rows_known INTEGER NOT NULL,
        rows_refused INTEGER NOT NULL,
        line INTEGER NOT NULL,
        rows_digest TEXT,
        PRIMARY KEY (id)
    ) STRICT
"""
_IMPORT_CHUNK = """
    CREATE TABLE import_chunk (
        id INTEGER NOT NULL,
        import_batch_id INTEGER NOT NULL,
        made TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) ON DELETE RESTRICT
    ) STRICT
"""
_FIRST_IMPORT_BATCH = """
    CREATE TABLE import_batch_old (
        id INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        rows_read INTEGER NOT NULL,
        rows_added INTEGER NOT NULL,
        rows_refused INTEGER NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
"""
_FIRST_COLUMNS = (
    "id, file_name, file_sha256, started_at, finished_at, rows_read, rows_added, rows_refused"
)

_INDEXES = {
    "ix_import_chunk_import_batch_id": (
        "CREATE INDEX ix_import_chunk_import_batch_id ON import_chunk (import_batch_id)"
    ),
    "statement_open": "CREATE INDEX statement_open ON statement (date_key)"
    " WHERE visibility = 'open'",
    "saved_search_name": "CREATE UNIQUE INDEX saved_search_name ON saved_search (name)",
}


def upgrade() -> None:
    op.execute(_IMPORT_BATCH)
    op.execute(
        f"INSERT INTO import_batch_new ({_FIRST_COLUMNS}, mapping, actor, rows_known, line)"
        f" SELECT {_FIRST_COLUMNS}, '{{}}', '', 0, 0 FROM import_batch"
    )
    op.execute("DROP TABLE import_batch")
    op.execute("ALTER TABLE import_batch_new RENAME TO import_batch")
    op.execute(_IMPORT_CHUNK)
    for statement in _INDEXES.values():
        op.execute(statement)


def downgrade() -> None:
    for name in _INDEXES:
        op.execute(f'DROP INDEX "{name}"')
    op.execute("DROP TABLE import_chunk")
    op.execute(_FIRST_IMPORT_BATCH)
    op.execute(
        f"INSERT INTO import_batch_old ({_FIRST_COLUMNS}) SELECT {_FIRST_COLUMNS} FROM import_batch"
    )
    op.execute("DROP TABLE import_batch")
    op.execute("ALTER TABLE import_batch_old RENAME TO import_batch")
