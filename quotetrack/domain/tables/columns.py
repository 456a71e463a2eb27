"""Column makers for STRICT tables, which refuse SQLModel's default types."""

from typing import Any

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.types import REAL
from sqlmodel import Field

STRICT = {"sqlite_strict": True}


def identifier() -> Any:
    """The primary key: an id made by the application (domain.identifiers)."""
    return Field(primary_key=True, sa_type=Integer, sa_column_kwargs={"autoincrement": False})


def text(default: Any = ...) -> Any:
    """A TEXT column; required unless a default is given."""
    return Field(default=default, sa_type=Text)


def optional_text() -> Any:
    """A TEXT column that may be null."""
    return Field(default=None, sa_type=Text, nullable=True)


def integer(default: Any = ...) -> Any:
    """An INTEGER column; required unless a default is given."""
    return Field(default=default, sa_type=Integer)


def optional_integer() -> Any:
    """An INTEGER column that may be null."""
    return Field(default=None, sa_type=Integer, nullable=True)


def optional_real() -> Any:
    """A REAL column that may be null."""
    return Field(default=None, sa_type=REAL, nullable=True)


def blob() -> Any:
    """A BLOB column."""
    return Field(sa_type=LargeBinary)


def reference(table: str, *, cascade: bool = False) -> Any:
    """A required foreign key, indexed; with `cascade` the row goes with its parent."""
    return Field(
        sa_type=Integer,
        foreign_key=f"{table}.id",
        ondelete="CASCADE" if cascade else "RESTRICT",
        index=True,
    )


def optional_reference(table: str) -> Any:
    """A foreign key that may be null, indexed."""
    return Field(
        default=None,
        sa_type=Integer,
        foreign_key=f"{table}.id",
        ondelete="RESTRICT",
        nullable=True,
        index=True,
    )


__all__ = [
    "STRICT",
    "blob",
    "identifier",
    "integer",
    "optional_integer",
    "optional_real",
    "optional_reference",
    "optional_text",
    "reference",
    "text",
]
