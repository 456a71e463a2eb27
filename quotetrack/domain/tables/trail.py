"""Tables of the audit trail: append-only entries, and payloads that may be erased."""

from sqlalchemy import Index, Integer
from sqlmodel import Field, SQLModel

from quotetrack.domain.tables import columns


class Audit(SQLModel, table=True):
    """One change to one row; entries of one unit of work share `unit`.

    `hash` is SHA-256 over `previous_hash` and the entry's other fields, so that an altered,
    dropped or reordered entry breaks the chain. `digest` is SHA-256 over the payload's salt and
    its before and after.
    """

    __tablename__ = "audit"
    __table_args__ = (Index("audit_row", "row_table", "row_id"), columns.STRICT)

    id: int = Field(primary_key=True, sa_type=Integer)
    unit: int = Field(sa_type=Integer, index=True)
    at: str = columns.text()
    actor: str = columns.text()
    action: str = columns.text()
    summary: str = columns.text("")
    change: str = columns.text()
    row_table: str = columns.text()
    row_id: int = columns.integer()
    undoes: int | None = Field(default=None, sa_type=Integer, nullable=True, index=True)
    digest: str = columns.text()
    previous_hash: str = columns.text()
    hash: str = columns.text()


class AuditPayload(SQLModel, table=True):
    """The row before and after, as JSON, with its salt; erasable without breaking the chain."""

    __tablename__ = "audit_payload"
    __table_args__ = columns.STRICT

    audit_id: int = Field(primary_key=True, sa_type=Integer, foreign_key="audit.id")
    salt: bytes = columns.blob()
    before: str | None = columns.optional_text()
    after: str | None = columns.optional_text()
