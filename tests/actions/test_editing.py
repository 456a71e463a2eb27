"""Editing a statement, and what follows from another speaker or another date."""

import json
from dataclasses import replace

import pytest

from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker
from quotetrack.actions.editing import (
    KnownRole,
    StatementChanges,
    TypedRole,
    contradictions_given_up,
    edit_statement,
    read_editable,
)
from quotetrack.actions.linking import link_statements
from quotetrack.actions.reading import show_statement
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.records import StatementRecord
from quotetrack.domain.vocabulary import Basis, EventType, Relation, Workflow
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_remark, add_story, add_words, on_day


@pytest.fixture
def remark(database: Database) -> int:
    """What Ames said on 5 December 2022, with its role and source."""
    return add_remark(database, add_story(database))


def record_of(database: Database, statement: int) -> StatementRecord:
    with database.reader() as reader:
        return show_statement(reader, statement)


def speaker_of(database: Database, statement: int) -> int:
    return record_of(database, statement).row.speaker_id


def test_every_field_is_changed_in_one_step_and_one_undo_restores_every_row(
    database: Database, remark: int
) -> None:
    before = stored_rows(database.path)
    (key,) = one_row(database.path, "SELECT date_key FROM statement")
    edit_statement(
        database,
        remark,
        StatementChanges(
            text=" The bridge\topens in spring. ",
            speaker=NewSpeaker("Tom Vale"),
            said=on_day("2022-12-04"),
            role=TypedRole("Pilot", "Port of Ely"),
            venue="the quay",
            language="en",
            on_behalf_of=ExistingSpeaker(speaker_of(database, remark)),
            workflow=Workflow.IN_REVIEW,
        ),
    )
    record = record_of(database, remark)
    row = record.row
    assert (row.text, row.speaker_name) == ("The bridge opens in spring.", "Tom Vale")
    assert (row.role, row.said.earliest) == ("Pilot, Port of Ely", "2022-12-04")
    assert (record.venue, record.language) == ("the quay", "en")
    assert (record.on_behalf_of, row.workflow) == ("Ruth Ames", Workflow.IN_REVIEW)
    assert record.quotes[0].exact == "the bridge opens in spring,\u00a0not before"
    assert row.key != key
    undo(database)
    assert stored_rows(database.path) == before


def test_what_is_not_named_stays_and_what_may_be_missing_is_taken_away(
    database: Database, remark: int
) -> None:
    before = record_of(database, remark)
    edit_statement(database, remark, StatementChanges(role=None))
    after = record_of(database, remark)
    assert after == before._replace(row=before.row._replace(role=None))
    edit_statement(database, remark, StatementChanges(said=UNKNOWN_DATE))
    assert not record_of(database, remark).row.said.known


def test_the_role_is_one_of_the_speakers_own(database: Database, remark: int) -> None:
    with database.reader() as reader:
        role = read_editable(reader, remark).role
    assert role is not None
    edit_statement(database, remark, StatementChanges(role=None))
    edit_statement(database, remark, StatementChanges(role=KnownRole(role.id)))
    assert record_of(database, remark).row.role == "Harbour Master, Port of Ely"
    with pytest.raises(Refused, match="another speaker's"):
        edit_statement(
            database,
            remark,
            StatementChanges(speaker=NewSpeaker("Tom Vale"), role=KnownRole(role.id)),
        )


def test_of_another_speaker_contradictions_become_tensions(database: Database, remark: int) -> None:
    speaker = speaker_of(database, remark)
    later = add_words(database, speaker, "The bridge opens in May.", "2022-12-07")
    link = link_statements(
        database, later, remark, Relation.CONTRADICTS, basis=Basis.POSITION_CHANGE
    )
    repeat = link_statements(database, later, remark, Relation.REPEATS)
    tag_statement(database, remark, EventType.DENIED_UNSPECIFIED, happened=on_day("2022-12-06"))
    before = stored_rows(database.path)
    with database.reader() as reader:
        assert contradictions_given_up(reader, remark, NewSpeaker("Tom Vale")) == 2
        assert contradictions_given_up(reader, remark, ExistingSpeaker(speaker)) == 0
    edit_statement(database, remark, StatementChanges(speaker=NewSpeaker("Tom Vale")))
    relation, basis, reasons = one_row(
        database.path, "SELECT relation, basis, reasons FROM link WHERE id = ?", link
    )
    assert (relation, basis) == ("in_tension", None)
    assert json.loads(str(reasons)) == [
        "two speakers: these words were taken for Ruth Ames's before"
    ]
    assert one_row(
        database.path,
        "SELECT relation, basis FROM link WHERE later_event_id IS NOT NULL",
    ) == ("in_tension", "denial")
    assert one_row(database.path, "SELECT relation FROM link WHERE id = ?", repeat) == ("repeats",)
    row = record_of(database, remark).row
    assert (row.role, row.status, row.contradictions) == (None, "no_later_event", 0)
    assert record_of(database, later).row.contradictions == 0
    undo(database)
    assert stored_rows(database.path) == before


def test_a_tension_that_is_there_already_is_not_doubled(database: Database, remark: int) -> None:
    later = add_words(database, speaker_of(database, remark), "It opens in May.", "2022-12-07")
    link_statements(database, later, remark, Relation.CONTRADICTS)
    link_statements(database, later, remark, Relation.IN_TENSION)
    before = stored_rows(database.path)
    edit_statement(database, remark, StatementChanges(speaker=NewSpeaker("Tom Vale")))
    assert one_row(database.path, "SELECT relation FROM link") == ("in_tension",)
    undo(database)
    assert stored_rows(database.path) == before


@pytest.mark.parametrize("day", ["2022-12-08", "2023-01-01"])
def test_a_date_that_turns_the_order_round_is_refused(
    database: Database, remark: int, day: str
) -> None:
    later = add_words(database, speaker_of(database, remark), "It opens in May.", "2022-12-07")
    link_statements(database, later, remark, Relation.CONTRADICTS)
    with pytest.raises(Refused, match="of 2022-12-07 is recorded as later"):
        edit_statement(database, remark, StatementChanges(said=on_day(day)))
    with pytest.raises(Refused, match="of 2022-12-05 is recorded as earlier"):
        edit_statement(database, later, StatementChanges(said=on_day("2022-12-01")))
    edit_statement(database, remark, StatementChanges(said=on_day("2022-12-07")))
    tag_statement(database, remark, EventType.RETRACTED, happened=on_day("2022-12-07"))
    with pytest.raises(Refused, match="The act “retracted” of 2022-12-07"):
        edit_statement(database, remark, StatementChanges(said=on_day(day)))


def test_the_key_of_a_statement_moves_with_its_date_and_comes_back(
    database: Database, remark: int
) -> None:
    speaker = speaker_of(database, remark)
    neighbours = [add_words(database, speaker, f"Word {n}.", "2022-12-05") for n in range(3)]
    before = stored_rows(database.path)
    edit_statement(database, neighbours[1], StatementChanges(said=on_day("2022-12-09")))
    add_words(database, speaker, "In between.", "2022-12-05")
    undo(database)
    undo(database)
    assert stored_rows(database.path) == before


def test_what_cannot_be_is_refused_and_nothing_is_changed(database: Database, remark: int) -> None:
    before = stored_rows(database.path)
    himself = ExistingSpeaker(speaker_of(database, remark))
    changes = StatementChanges(venue="the quay")
    with pytest.raises(UsageError, match="Nothing is to be changed"):
        edit_statement(database, remark, StatementChanges())
    with pytest.raises(UsageError, match="is empty"):
        edit_statement(database, remark, replace(changes, text=" \n"))
    with pytest.raises(Refused, match="behalf of himself"):
        edit_statement(database, remark, replace(changes, on_behalf_of=himself))
    with pytest.raises(NotFound):
        edit_statement(database, remark, replace(changes, speaker=ExistingSpeaker(4711)))
    with pytest.raises(NotFound):
        edit_statement(database, 4711, changes)
    assert stored_rows(database.path) == before
