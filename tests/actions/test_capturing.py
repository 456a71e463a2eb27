"""Quick capture: one line in, and what becomes of it, each step taken back exactly."""

import pytest

from quotetrack.actions.articles import add_article
from quotetrack.actions.capturing import (
    LONGEST_LINE,
    count_waiting,
    discard_capture,
    edit_capture,
    jot,
    list_captures,
    show_capture,
)
from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.statements import add_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.vocabulary import CaptureState
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows

ADDRESS = "https://radio.example/pellman"


def test_a_line_is_kept_with_who_when_and_its_address(database: Database) -> None:
    capture = jot(database, f"  Pellman \x1b[31m on the radio: {ADDRESS}.\n")
    with database.reader() as reader:
        record = show_capture(reader, capture)
        assert list_captures(reader) == [record]
        assert count_waiting(reader) == 1
    assert record.text == f"Pellman on the radio: {ADDRESS}."
    assert (record.url, record.author) == (ADDRESS, "ada")
    assert record.at == "2023-03-14T09:30:00+00:00"
    assert record.state is CaptureState.WAITING


def test_an_address_alone_is_enough_and_nothing_is_not(database: Database) -> None:
    with database.reader() as reader:
        assert show_capture(reader, jot(database, ADDRESS)).text == ADDRESS
        assert show_capture(reader, jot(database, "", url=ADDRESS)).text == ADDRESS
    for nothing in ("", " \n", "\x1b[0m"):
        with pytest.raises(UsageError, match="nothing to jot down"):
            jot(database, nothing)
    with pytest.raises(UsageError, match="no web address"):
        jot(database, "look", url="file:///etc/passwd")
    with pytest.raises(UsageError, match="characters"):
        jot(database, "a" * (LONGEST_LINE + 1))


def test_the_stored_article_of_the_address_is_found(database: Database) -> None:
    article = add_article(database, "It was always the plan.", title="Radio", url=ADDRESS)
    with database.reader() as reader:
        assert show_capture(reader, jot(database, f"see {ADDRESS}")).article_id == article


def test_a_line_is_changed_discarded_and_brought_back(database: Database) -> None:
    capture = jot(database, "Ask in Baku")
    first = stored_rows(database.path)
    edit_capture(database, capture, "Ask in Baku on Monday", url=ADDRESS)
    with pytest.raises(Refused, match="says so already"):
        edit_capture(database, capture, "Ask in Baku on Monday", url=ADDRESS)
    second = stored_rows(database.path)
    discard_capture(database, capture)
    with database.reader() as reader:
        assert list_captures(reader) == []
        assert show_capture(reader, capture).state is CaptureState.DISCARDED
    with pytest.raises(Refused, match="discarded already"):
        discard_capture(database, capture)
    undo(database)
    assert stored_rows(database.path) == second
    undo(database)
    assert stored_rows(database.path) == first


def test_a_line_worked_up_is_one_step_with_its_statement(database: Database) -> None:
    capture = jot(database, "The road is open")
    before = stored_rows(database.path)
    statement = add_statement(
        database,
        text="The road is open",
        speaker=NewSpeaker("Ada Smith"),
        article_id=None,
        said=UNKNOWN_DATE,
        capture_id=capture,
    )
    with database.reader() as reader:
        record = show_capture(reader, capture)
    assert (record.state, record.statement_id) == (CaptureState.WORKED_UP, statement)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_line_that_is_not_there_is_named(database: Database) -> None:
    with database.reader() as reader, pytest.raises(NotFound, match="inbox list --all"):
        show_capture(reader, 42)
    with pytest.raises(NotFound):
        discard_capture(database, 42)
