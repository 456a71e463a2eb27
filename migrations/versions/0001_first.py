"""The whole model: speakers, sources, statements and their after-life, the desk, the trail.

The text is frozen: it says what version 1 was, whatever the tables in the code are by now.
Search indexes, counters and triggers are made by quotetrack.store.search_tables.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = (
    """
    CREATE TABLE audit (
        id INTEGER NOT NULL,
        unit INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        summary TEXT NOT NULL,
        change TEXT NOT NULL,
        row_table TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        undoes INTEGER,
        digest TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE check_case (
        id INTEGER NOT NULL,
        title TEXT NOT NULL,
        owner TEXT,
        deadline TEXT,
        embargo TEXT,
        state TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
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
    """,
    """
    CREATE TABLE outlet (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        home_url TEXT,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE saved_search (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        "query" TEXT NOT NULL,
        author TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE speaker (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        wikidata_id TEXT,
        public_role_only INTEGER NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE tag (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE article (
        id INTEGER NOT NULL,
        outlet_id INTEGER,
        kind TEXT NOT NULL,
        account TEXT,
        provenance TEXT NOT NULL,
        url TEXT,
        canonical_url TEXT,
        title TEXT,
        byline TEXT,
        language TEXT,
        published_at TEXT,
        published_precision TEXT,
        published_zone TEXT,
        updated_at TEXT,
        updated_precision TEXT,
        updated_zone TEXT,
        field_origins TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(outlet_id) REFERENCES outlet (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE audit_payload (
        audit_id INTEGER NOT NULL,
        salt BLOB NOT NULL,
        "before" TEXT,
        "after" TEXT,
        PRIMARY KEY (audit_id),
        FOREIGN KEY(audit_id) REFERENCES audit (id)
    ) STRICT
    """,
    """
    CREATE TABLE inquiry (
        id INTEGER NOT NULL,
        check_case_id INTEGER,
        speaker_id INTEGER,
        addressee TEXT,
        sent_at TEXT,
        channel TEXT,
        question TEXT NOT NULL,
        due TEXT,
        outcome TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(check_case_id) REFERENCES check_case (id) ON DELETE RESTRICT,
        FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE speaker_name (
        id INTEGER NOT NULL,
        speaker_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        script TEXT,
        language TEXT,
        folded TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE check_case_article (
        id INTEGER NOT NULL,
        check_case_id INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(check_case_id) REFERENCES check_case (id) ON DELETE RESTRICT,
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE role (
        id INTEGER NOT NULL,
        speaker_id INTEGER NOT NULL,
        title TEXT NOT NULL,
        organisation TEXT,
        kind TEXT NOT NULL,
        attested_on TEXT,
        basis TEXT NOT NULL,
        held_from TEXT,
        held_to TEXT,
        article_id INTEGER,
        PRIMARY KEY (id),
        FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE RESTRICT,
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE snapshot (
        id INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        fetched_at TEXT NOT NULL,
        captured_by TEXT NOT NULL,
        http_status INTEGER,
        media_type TEXT NOT NULL,
        raw BLOB NOT NULL,
        raw_sha256 TEXT NOT NULL,
        archive_url TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE snapshot_text (
        id INTEGER NOT NULL,
        snapshot_id INTEGER NOT NULL,
        extractor TEXT NOT NULL,
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(snapshot_id) REFERENCES snapshot (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE statement (
        id INTEGER NOT NULL,
        speaker_id INTEGER NOT NULL,
        on_behalf_of_id INTEGER,
        role_id INTEGER,
        text TEXT NOT NULL,
        said_from TEXT,
        said_to TEXT,
        said_precision TEXT,
        said_zone TEXT,
        said_edtf TEXT,
        said_phrase TEXT,
        said_basis TEXT,
        venue TEXT,
        language TEXT,
        workflow TEXT NOT NULL,
        visibility TEXT NOT NULL,
        external_source TEXT,
        external_id TEXT,
        import_batch_id INTEGER,
        status TEXT NOT NULL,
        status_event TEXT,
        marks TEXT NOT NULL,
        quoted TEXT NOT NULL,
        tags TEXT NOT NULL,
        date_key INTEGER NOT NULL,
        PRIMARY KEY (id),
        CONSTRAINT statement_said_order
            CHECK (said_from IS NULL OR said_to IS NULL OR said_from <= said_to),
        FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE RESTRICT,
        FOREIGN KEY(on_behalf_of_id) REFERENCES speaker (id) ON DELETE RESTRICT,
        FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE RESTRICT,
        FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE check_case_statement (
        id INTEGER NOT NULL,
        check_case_id INTEGER NOT NULL,
        statement_id INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(check_case_id) REFERENCES check_case (id) ON DELETE RESTRICT,
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE note (
        id INTEGER NOT NULL,
        statement_id INTEGER,
        speaker_id INTEGER,
        article_id INTEGER,
        check_case_id INTEGER,
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (id),
        CONSTRAINT note_one_subject
            CHECK ((statement_id IS NOT NULL) + (speaker_id IS NOT NULL)
            + (article_id IS NOT NULL) + (check_case_id IS NOT NULL) = 1),
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE RESTRICT,
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT,
        FOREIGN KEY(check_case_id) REFERENCES check_case (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE quote (
        id INTEGER NOT NULL,
        statement_id INTEGER NOT NULL,
        article_id INTEGER,
        snapshot_text_id INTEGER,
        start INTEGER,
        "end" INTEGER,
        timecode REAL,
        page INTEGER,
        region TEXT,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        form TEXT NOT NULL,
        mention TEXT,
        cue TEXT,
        chain TEXT,
        attribution TEXT NOT NULL,
        attribution_basis TEXT NOT NULL,
        language TEXT,
        translated_from TEXT,
        translated_by TEXT,
        PRIMARY KEY (id),
        CONSTRAINT quote_both_offsets
            CHECK (("start" IS NULL) = ("end" IS NULL)),
        CONSTRAINT quote_offsets_order
            CHECK ("start" IS NULL OR (0 <= "start" AND "start" <= "end")),
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT,
        FOREIGN KEY(snapshot_text_id) REFERENCES snapshot_text (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE statement_tag (
        id INTEGER NOT NULL,
        statement_id INTEGER NOT NULL,
        tag_id INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(tag_id) REFERENCES tag (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE verdict (
        id INTEGER NOT NULL,
        statement_id INTEGER NOT NULL,
        check_case_id INTEGER,
        rating_label TEXT,
        rating_value REAL,
        summary TEXT,
        url TEXT,
        published_at TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(check_case_id) REFERENCES check_case (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE anchoring (
        id INTEGER NOT NULL,
        quote_id INTEGER NOT NULL,
        snapshot_text_id INTEGER,
        state TEXT NOT NULL,
        start INTEGER,
        "end" INTEGER,
        score REAL,
        at TEXT NOT NULL,
        decided_by TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE RESTRICT,
        FOREIGN KEY(snapshot_text_id) REFERENCES snapshot_text (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE event (
        id INTEGER NOT NULL,
        statement_id INTEGER NOT NULL,
        quote_id INTEGER,
        type TEXT NOT NULL,
        state TEXT NOT NULL,
        actor_id INTEGER,
        on_behalf_of_id INTEGER,
        happened_from TEXT,
        happened_to TEXT,
        happened_precision TEXT,
        happened_zone TEXT,
        happened_edtf TEXT,
        happened_phrase TEXT,
        happened_basis TEXT,
        evidence_quote_id INTEGER,
        evidence_article_id INTEGER,
        evidence_snapshot_text_id INTEGER,
        evidence_start INTEGER,
        evidence_end INTEGER,
        evidence_exact TEXT,
        characterised_by TEXT,
        note TEXT,
        PRIMARY KEY (id),
        CONSTRAINT event_happened_order
            CHECK (happened_from IS NULL OR happened_to IS NULL OR happened_from <= happened_to),
        FOREIGN KEY(statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE RESTRICT,
        FOREIGN KEY(actor_id) REFERENCES speaker (id) ON DELETE RESTRICT,
        FOREIGN KEY(on_behalf_of_id) REFERENCES speaker (id) ON DELETE RESTRICT,
        FOREIGN KEY(evidence_quote_id) REFERENCES quote (id) ON DELETE RESTRICT,
        FOREIGN KEY(evidence_article_id) REFERENCES article (id) ON DELETE RESTRICT,
        FOREIGN KEY(evidence_snapshot_text_id) REFERENCES snapshot_text (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE evidence (
        id INTEGER NOT NULL,
        verdict_id INTEGER NOT NULL,
        article_id INTEGER,
        quote_id INTEGER,
        exact TEXT,
        note TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(verdict_id) REFERENCES verdict (id) ON DELETE RESTRICT,
        FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT,
        FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE RESTRICT
    ) STRICT
    """,
    """
    CREATE TABLE link (
        id INTEGER NOT NULL,
        earlier_statement_id INTEGER NOT NULL,
        later_statement_id INTEGER,
        later_event_id INTEGER,
        relation TEXT NOT NULL,
        basis TEXT,
        state TEXT NOT NULL,
        score REAL,
        reasons TEXT NOT NULL,
        decided_by TEXT,
        decided_at TEXT,
        PRIMARY KEY (id),
        CONSTRAINT link_one_later_end
            CHECK ((later_statement_id IS NULL) <> (later_event_id IS NULL)),
        CONSTRAINT link_two_statements
            CHECK (later_statement_id IS NULL OR later_statement_id <> earlier_statement_id),
        FOREIGN KEY(earlier_statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(later_statement_id) REFERENCES statement (id) ON DELETE RESTRICT,
        FOREIGN KEY(later_event_id) REFERENCES event (id) ON DELETE RESTRICT
    ) STRICT
    """,
)

_INDEXES = (
    "CREATE INDEX audit_row ON audit (row_table, row_id)",
    "CREATE INDEX ix_audit_undoes ON audit (undoes)",
    "CREATE INDEX ix_audit_unit ON audit (unit)",
    "CREATE UNIQUE INDEX tag_folded ON tag (folded)",
    "CREATE INDEX ix_article_outlet_id ON article (outlet_id)",
    "CREATE INDEX ix_inquiry_check_case_id ON inquiry (check_case_id)",
    "CREATE INDEX ix_inquiry_speaker_id ON inquiry (speaker_id)",
    "CREATE INDEX ix_speaker_name_speaker_id ON speaker_name (speaker_id)",
    "CREATE INDEX ix_check_case_article_article_id ON check_case_article (article_id)",
    "CREATE INDEX ix_check_case_article_check_case_id ON check_case_article (check_case_id)",
    "CREATE INDEX ix_role_article_id ON role (article_id)",
    "CREATE INDEX ix_role_speaker_id ON role (speaker_id)",
    "CREATE INDEX ix_snapshot_article_id ON snapshot (article_id)",
    "CREATE INDEX ix_snapshot_text_snapshot_id ON snapshot_text (snapshot_id)",
    "CREATE INDEX ix_statement_import_batch_id ON statement (import_batch_id)",
    "CREATE INDEX ix_statement_on_behalf_of_id ON statement (on_behalf_of_id)",
    "CREATE INDEX ix_statement_role_id ON statement (role_id)",
    "CREATE INDEX ix_statement_speaker_id ON statement (speaker_id)",
    "CREATE UNIQUE INDEX statement_date_key ON statement (date_key)",
    "CREATE UNIQUE INDEX statement_external ON statement (external_source, external_id)",
    "CREATE INDEX ix_check_case_statement_check_case_id ON check_case_statement (check_case_id)",
    "CREATE INDEX ix_check_case_statement_statement_id ON check_case_statement (statement_id)",
    "CREATE INDEX ix_note_article_id ON note (article_id)",
    "CREATE INDEX ix_note_check_case_id ON note (check_case_id)",
    "CREATE INDEX ix_note_speaker_id ON note (speaker_id)",
    "CREATE INDEX ix_note_statement_id ON note (statement_id)",
    "CREATE INDEX ix_quote_article_id ON quote (article_id)",
    "CREATE INDEX ix_quote_snapshot_text_id ON quote (snapshot_text_id)",
    "CREATE INDEX ix_quote_statement_id ON quote (statement_id)",
    "CREATE INDEX ix_statement_tag_statement_id ON statement_tag (statement_id)",
    "CREATE INDEX ix_statement_tag_tag_id ON statement_tag (tag_id)",
    "CREATE UNIQUE INDEX statement_tag_pair ON statement_tag (statement_id, tag_id)",
    "CREATE INDEX ix_verdict_check_case_id ON verdict (check_case_id)",
    "CREATE INDEX ix_verdict_statement_id ON verdict (statement_id)",
    "CREATE INDEX ix_anchoring_quote_id ON anchoring (quote_id)",
    "CREATE INDEX ix_anchoring_snapshot_text_id ON anchoring (snapshot_text_id)",
    "CREATE INDEX ix_event_actor_id ON event (actor_id)",
    "CREATE INDEX ix_event_evidence_article_id ON event (evidence_article_id)",
    "CREATE INDEX ix_event_evidence_quote_id ON event (evidence_quote_id)",
    "CREATE INDEX ix_event_evidence_snapshot_text_id ON event (evidence_snapshot_text_id)",
    "CREATE INDEX ix_event_on_behalf_of_id ON event (on_behalf_of_id)",
    "CREATE INDEX ix_event_quote_id ON event (quote_id)",
    "CREATE INDEX ix_event_statement_id ON event (statement_id)",
    "CREATE INDEX ix_evidence_article_id ON evidence (article_id)",
    "CREATE INDEX ix_evidence_quote_id ON evidence (quote_id)",
    "CREATE INDEX ix_evidence_verdict_id ON evidence (verdict_id)",
    "CREATE INDEX ix_link_earlier_statement_id ON link (earlier_statement_id)",
    "CREATE INDEX ix_link_later_event_id ON link (later_event_id)",
    "CREATE INDEX ix_link_later_statement_id ON link (later_statement_id)",
    "CREATE UNIQUE INDEX link_events ON link (earlier_statement_id, later_event_id, relation)",
    "CREATE INDEX link_state ON link (relation, state)",
    "CREATE UNIQUE INDEX link_statements"
    " ON link (earlier_statement_id, later_statement_id, relation)",
)

_CHILDREN_FIRST = (
    "link",
    "evidence",
    "event",
    "anchoring",
    "verdict",
    "statement_tag",
    "quote",
    "note",
    "check_case_statement",
    "statement",
    "snapshot_text",
    "snapshot",
    "role",
    "check_case_article",
    "speaker_name",
    "inquiry",
    "audit_payload",
    "article",
    "tag",
    "speaker",
    "saved_search",
    "outlet",
    "import_batch",
    "check_case",
    "audit",
)


def upgrade() -> None:
    for statement in _TABLES + _INDEXES:
        op.execute(statement)


def downgrade() -> None:
    for name in _CHILDREN_FIRST:
        op.execute(f'DROP TABLE "{name}"')
