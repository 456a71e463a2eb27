"""A little story for the store's tests, and the logical content of a file to compare."""

import hashlib
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from quotetrack.domain.tables import (
    Article,
    Event,
    Link,
    Outlet,
    Quote,
    Snapshot,
    SnapshotText,
    Speaker,
    SpeakerName,
    Statement,
)
from quotetrack.store.database import Database
from quotetrack.store.search_tables import SEARCH_TABLES
from quotetrack.store.unit import Unit

REPORT = "The minister said the bridge was safe. He later denied it."
REMARK = "the bridge was safe"


@dataclass(frozen=True)
class Story:
    """The ids of the rows of a story."""

    speaker: int
    article: int
    text: int
    statement: int
    quote: int


def add_speaker(unit: Unit, name: str) -> int:
    speaker = unit.new_id()
    unit.add(Speaker(id=speaker, name=name, kind="person"))
    unit.add(
        SpeakerName(
            id=unit.new_id(), speaker_id=speaker, name=name, kind="canonical", folded=name.lower()
        )
    )
    return speaker


def add_article(unit: Unit, published: str = "2023-02-01") -> tuple[int, int]:
    """The ids of an article and of its snapshot's text."""
    outlet = Outlet(id=unit.new_id(), name="The Courier", folded="the courier")
    unit.add(outlet)
    article = Article(id=unit.new_id(), outlet_id=outlet.id, title="A", published_at=published)
    unit.add(article)
    raw = REPORT.encode()
    snapshot = Snapshot(
        id=unit.new_id(),
        article_id=article.id,
        fetched_at=unit.now,
        captured_by=unit.user,
        raw=zlib.compress(raw),
        raw_sha256=hashlib.sha256(raw).hexdigest(),
    )
    unit.add(snapshot)
    text = SnapshotText(
        id=unit.new_id(),
        snapshot_id=snapshot.id,
        extractor="plain/1",
        text=REPORT,
        text_sha256=hashlib.sha256(raw).hexdigest(),
    )
    unit.add(text)
    return article.id, text.id


def add_statement(
    unit: Unit, speaker: int, text: str, said: str | None = None, visibility: str = "open"
) -> int:
    statement = unit.new_id()
    unit.add(
        Statement(
            id=statement,
            speaker_id=speaker,
            text=text,
            said_from=said,
            said_to=said,
            visibility=visibility,
        )
    )
    return statement


def add_event(unit: Unit, statement: int, actor: int | None, kind: str, day: str) -> int:
    event = unit.new_id()
    unit.add(
        Event(
            id=event,
            statement_id=statement,
            actor_id=actor,
            type=kind,
            happened_from=day,
            happened_to=day,
        )
    )
    return event


def add_story(database: Database, said: str | None = "2022-12-05") -> Story:
    """A speaker, an article with its snapshot, a statement and its quote, in one unit."""
    with database.unit("add_statement", "a remark on the bridge") as unit:
        speaker = add_speaker(unit, "Ida Berg")
        article, text = add_article(unit)
        statement = add_statement(unit, speaker, "The bridge was safe.", said)
        start = REPORT.index(REMARK)
        quote = Quote(
            id=unit.new_id(),
            statement_id=statement,
            article_id=article,
            snapshot_text_id=text,
            start=start,
            end=start + len(REMARK),
            exact=REMARK,
        )
        unit.add(quote)
        return Story(speaker, article, text, statement, quote.id)


def add_denial(database: Database, story: Story) -> int:
    """The denial of the story's remark with its link, in one unit; the id of the event."""
    with database.unit("tag_statement", "denied, not said which") as unit:
        event = add_event(unit, story.statement, story.speaker, "denied_unspecified", "2023-02-01")
        unit.add(
            Link(
                id=unit.new_id(),
                earlier_statement_id=story.statement,
                later_event_id=event,
                relation="contradicts",
                basis="denial",
                state="confirmed",
            )
        )
        return event


def logical_content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the trail, and every word of the search indexes."""
    content = {}
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("audit") and "_search_" not in name
        ]
        for name in names:
            content[name] = sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)
        for index in SEARCH_TABLES:
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.{index}_words USING fts5vocab(main, {index}, instance)"
            )
            words = connection.execute(f"SELECT * FROM temp.{index}_words").fetchall()
            content[f"{index}_words"] = sorted(words, key=repr)
    return content


def value(database: Database, sql: str, *parameters: object) -> object:
    """The single value that a query gives."""
    with database.reader() as reader:
        (result,) = reader.connection.execute(sql, parameters).fetchone()
        return result


def rows(database: Database, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    """The rows that a query gives."""
    with database.reader() as reader:
        return reader.connection.execute(sql, parameters).fetchall()
