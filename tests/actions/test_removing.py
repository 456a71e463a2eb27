"""Removing a statement entered by mistake, and having it back."""

import sqlite3
from contextlib import closing

import pytest

from quotetrack.actions.keeping import check
from quotetrack.actions.labels import label_statements
from quotetrack.actions.linking import link_statements
from quotetrack.actions.notes import add_notes
from quotetrack.actions.reading import show_statement
from quotetrack.actions.removing import read_removal, remove_statement
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.desk_records import Subject, describe_removal
from quotetrack.domain.errors import NotFound
from quotetrack.domain.vocabulary import EventType, Relation
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_remark, add_story, add_words, on_day


@pytest.fixture
def remark(database: Database) -> int:
    """A statement with a source, a denial, two links, a label and a note."""
    remark = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    later = add_words(database, speaker, "It opens in May.", "2022-12-07")
    link_statements(database, later, remark, Relation.CONTRADICTS)
    tag_statement(database, remark, EventType.DENIED_SAYING, happened=on_day("2022-12-06"))
    label_statements(database, [remark, later], add=["harbour"])
    add_notes(database, [Subject("statement", remark), Subject("statement", later)], "see p. 5")
    return remark


def test_everything_that_hangs_on_it_goes_and_one_undo_restores_every_row(
    database: Database, remark: int
) -> None:
    before = stored_rows(database.path)
    with database.reader() as reader:
        removal = read_removal(reader, remark)
    assert describe_removal(removal) == [
        "1 quote",
        "1 act of its after-life",
        "2 links",
        "1 label",
        "1 note",
    ]
    remove_statement(database, remark)
    assert one_row(database.path, "SELECT count(*), sum(tags LIKE '%hcontr%') FROM statement") == (
        1,
        0,
    )
    assert one_row(database.path, "SELECT count(*) FROM article") == (1,)
    assert check(database) == []
    undo(database)
    assert stored_rows(database.path) == before
    assert check(database) == []


def test_what_leans_on_it_elsewhere_keeps_its_words(database: Database, remark: int) -> None:
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    other = add_words(database, speaker, "No comment.", "2022-12-01")
    result = tag_statement(database, other, EventType.CLARIFIED, happened=on_day("2022-12-05"))
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute(
            "UPDATE event SET evidence_quote_id = (SELECT id FROM quote WHERE statement_id = ?)"
            " WHERE id = ?",
            (remark, result.event_id),
        )
        connection.execute(
            "INSERT INTO capture (id, text, author, at, state, statement_id)"
            " VALUES (1, 'x', 'ada', '2023-03-14', 'done', ?)",
            (remark,),
        )
        connection.commit()
    before = stored_rows(database.path)
    with database.reader() as reader:
        assert read_removal(reader, remark).leaning == 2
    remove_statement(database, remark)
    assert one_row(
        database.path,
        "SELECT evidence_quote_id, evidence_exact FROM event WHERE id = ?",
        result.event_id,
    ) == (None, "the bridge opens in spring,\u00a0not before")
    assert one_row(database.path, "SELECT state, statement_id FROM capture") == ("waiting", None)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_statement_that_is_not_there_is_not_removed(database: Database) -> None:
    with database.reader() as reader, pytest.raises(NotFound):
        read_removal(reader, 4711)
    with pytest.raises(NotFound):
        remove_statement(database, 4711)
