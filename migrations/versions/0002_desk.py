"""The desk's own order: quick captures, saved places, and which article relies on which."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = (
    """
    CREATE TABLE capture (
        id INTEGER NOT NULL,
        text TEXT NOT NULL,
        url TEXT,
        author TEXT NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        article_id INTEGER,
        statement_id INTEGER,
        PRIMARY KEY (id),
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT,
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE saved_place (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        screen TEXT NOT NULL,
        row_id INTEGER,
        position INTEGER,
        "query" TEXT,
        author TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE article_reliance (
        id INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        relies_on_id INTEGER NOT NULL,
        note TEXT,
        PRIMARY KEY (id),
        CONSTRAINT article_reliance_two_articles
            CHECK (article_id <> relies_on_id),
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT,
        FOREIGN KEY(relies_on_id) REFERENCES article (id) ON DELETE RESTRICT
    ) STRICT
    """,
)

_INDEXES = (
    "CREATE INDEX ix_capture_article_id ON capture (article_id)",
    "CREATE INDEX ix_capture_statement_id ON capture (statement_id)",
    "CREATE INDEX capture_state ON capture (state)",
    "CREATE UNIQUE INDEX saved_place_name ON saved_place (author, name)",
    "CREATE INDEX ix_article_reliance_article_id ON article_reliance (article_id)",
    "CREATE INDEX ix_article_reliance_relies_on_id ON article_reliance (relies_on_id)",
    "CREATE UNIQUE INDEX article_reliance_pair ON article_reliance (article_id, relies_on_id)",
)


def upgrade() -> None:
    for statement in _TABLES + _INDEXES:
        op.execute(statement)


def downgrade() -> None:
    for name in ("capture", "saved_place", "article_reliance"):
        op.execute(f'DROP TABLE "{name}"')
