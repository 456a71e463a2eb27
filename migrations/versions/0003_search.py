"""Search at a million statements: a walk of the open ones by date, and named searches."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_IMPORT_BATCH = """
    CREATE TABLE import_batch (
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
    CREATE TABLE import_batch (
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
    "statement_open": "CREATE INDEX statement_open ON statement (date_key, speaker_id)"
    " WHERE visibility = 'open'",
    "saved_search_name": "CREATE UNIQUE INDEX saved_search_name ON saved_search (name)",
}


def upgrade() -> None:
    _make_import_batch_anew(
        _IMPORT_BATCH, {"mapping": "'{}'", "actor": "''", "rows_known": "0", "line": "0"}
    )
    op.execute(_IMPORT_CHUNK)
    for statement in _INDEXES.values():
        op.execute(statement)


def downgrade() -> None:
    for name in _INDEXES:
        op.execute(f'DROP INDEX "{name}"')
    op.execute("DROP TABLE import_chunk")
    _make_import_batch_anew(_FIRST_IMPORT_BATCH, {})


def _make_import_batch_anew(table: str, added: dict[str, str]) -> None:
    """Give the table other columns, keeping its rows; added ones hold the same in all of them."""
    op.execute("CREATE TABLE import_batch_kept AS SELECT * FROM import_batch")
    op.execute("DROP TABLE import_batch")
    op.execute(table)
    columns = ", ".join((_FIRST_COLUMNS, *added))
    values = ", ".join((_FIRST_COLUMNS, *added.values()))
    # Names and values of ours.
    op.execute(f"INSERT INTO import_batch ({columns}) SELECT {values} FROM import_batch_kept")  # noqa: S608
    op.execute("DROP TABLE import_batch_kept")
