"""Writes the rows that reading is tested on, each in a unit of work as the application does."""

import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlmodel import SQLModel

from quotetrack.domain.tables import (
    Anchoring,
    Article,
    Event,
    Link,
    Outlet,
    Quote,
    Role,
    Snapshot,
    SnapshotText,
    Speaker,
    SpeakerName,
    Statement,
)
from quotetrack.domain.text import fold_name
from quotetrack.store.database import Database


@dataclass(frozen=True)
class Desk:
    """A database to write to, and a connection that reads it."""

    database: Database
    connection: sqlite3.Connection

    def add(self, table: type[SQLModel], **columns: Any) -> int:
        """A row with a new id, which is returned."""
        with self.database.unit("test", "a row") as unit:
            identifier = unit.new_id()
            unit.add(table(id=identifier, **columns))
        return identifier

    def change(self, table: type[SQLModel], identifier: int, **columns: Any) -> None:
        """Other values in some columns of a row."""
        with self.database.unit("test", "a change") as unit:
            row = unit.get(table, identifier)
            for name, value in columns.items():
                setattr(row, name, value)

    def speaker(self, name: str, *spellings: str) -> int:
        """A person under a canonical name and other spellings."""
        speaker = self.add(Speaker, name=name, kind="person")
        for place, spelling in enumerate((name, *spellings)):
            kind = "alias" if place else "canonical"
            self.add(
                SpeakerName,
                speaker_id=speaker,
                name=spelling,
                kind=kind,
                folded=fold_name(spelling),
            )
        return speaker

    def role(self, speaker: int, title: str, **columns: Any) -> int:
        """A role of a speaker."""
        return self.add(Role, speaker_id=speaker, title=title, **columns)

    def statement(self, speaker: int, text: str, said: str | None = None, **columns: Any) -> int:
        """A statement said on one day, or on no known day."""
        dates = {"said_from": said, "said_to": said} if said else {}
        return self.add(Statement, speaker_id=speaker, text=text, **{**dates, **columns})

    def article(self, title: str, text: str | None = None, **columns: Any) -> tuple[int, int]:
        """An article of the Courier and the id of its snapshot's text (0 without a text)."""
        outlet = self.add(Outlet, name="Courier", folded="courier")
        article = self.add(Article, title=title, outlet_id=outlet, **columns)
        return article, 0 if text is None else self.snapshot_text(article, text)

    def snapshot_text(self, article: int, text: str, at: str = "2023-03-02T08:00:00+00:00") -> int:
        """The text of one more snapshot of an article."""
        snapshot = self.add(
            Snapshot,
            article_id=article,
            fetched_at=at,
            captured_by="ada",
            raw=b"",
            raw_sha256="",
        )
        return self.add(
            SnapshotText,
            snapshot_id=snapshot,
            extractor="plain",
            text=text,
            text_sha256=sha256(text.encode()).hexdigest(),
        )

    def quote(self, statement: int, exact: str, **columns: Any) -> int:
        """A quote of a statement."""
        return self.add(Quote, statement_id=statement, exact=exact, **columns)

    def anchoring(self, quote: int, state: str, at: str) -> int:
        """One check of a quote."""
        return self.add(Anchoring, quote_id=quote, state=state, at=at)

    def event(self, statement: int, type: str, **columns: Any) -> int:
        """Something that happened to a statement."""
        return self.add(Event, statement_id=statement, type=type, **columns)

    def link(self, earlier: int, relation: str = "contradicts", **columns: Any) -> int:
        """A later statement or event against an earlier statement."""
        return self.add(Link, earlier_statement_id=earlier, relation=relation, **columns)
