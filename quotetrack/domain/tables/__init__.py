"""The SQLModel tables; importing this room costs 0.6 s of CPU, so only writing does."""

from quotetrack.domain.tables.desk import (
    Capture,
    CheckCase,
    CheckCaseArticle,
    CheckCaseStatement,
    Evidence,
    ImportBatch,
    ImportChunk,
    Inquiry,
    Note,
    SavedPlace,
    SavedSearch,
    StatementTag,
    Tag,
    Verdict,
)
from quotetrack.domain.tables.sources import (
    Article,
    ArticleReliance,
    Outlet,
    Snapshot,
    SnapshotText,
)
from quotetrack.domain.tables.speakers import Role, Speaker, SpeakerName
from quotetrack.domain.tables.statements import Anchoring, Event, Link, Quote, Statement
from quotetrack.domain.tables.trail import Audit, AuditPayload

__all__ = [
    "Anchoring",
    "Article",
    "ArticleReliance",
    "Audit",
    "AuditPayload",
    "Capture",
    "CheckCase",
    "CheckCaseArticle",
    "CheckCaseStatement",
    "Event",
    "Evidence",
    "ImportBatch",
    "ImportChunk",
    "Inquiry",
    "Link",
    "Note",
    "Outlet",
    "Quote",
    "Role",
    "SavedPlace",
    "SavedSearch",
    "Snapshot",
    "SnapshotText",
    "Speaker",
    "SpeakerName",
    "Statement",
    "StatementTag",
    "Tag",
    "Verdict",
]
