"""Splitting a speaker: what goes along, what becomes of contradictions, and one undo."""

import json

import pytest

from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker
from quotetrack.actions.linking import link_statements
from quotetrack.actions.reading import list_speakers, search, show_speaker, show_statement
from quotetrack.actions.speaker_splitting import (
    contradictions_parted,
    offer_splitting,
    split_speaker,
)
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.vocabulary import Basis, EventType, Relation, Status
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_remark, add_story, add_words, on_day


def two_in_one(database: Database) -> tuple[int, int, int]:
    """A speaker with two statements that contradict each other; the later one was taken back."""
    speaker = add_speaker(
        database, "Askwith", aliases=["F. Askwith"], role="owner", attested_on="2022-12-01"
    )
    earlier = add_words(database, speaker, "40 ships wait", "2022-12-06")
    later = add_words(database, speaker, "25 ships wait", "2022-12-07")
    link_statements(
        database, later, earlier, Relation.CONTRADICTS, basis=Basis.NUMBER, reasons=("40, 25",)
    )
    tag_statement(
        database, later, EventType.RETRACTED, happened=on_day("2023-01-02"), article_id=None
    )
    return speaker, earlier, later


def test_statements_names_and_roles_go_to_a_new_speaker_and_undo_is_exact(
    database: Database,
) -> None:
    speaker, _, later = two_in_one(database)
    before = stored_rows(database.path)
    with database.reader() as reader:
        record = show_speaker(reader, speaker)
        (parted,) = contradictions_parted(reader, [later])
    assert (parted.earlier_text, parted.later_text, parted.shown) == (
        "40 ships wait",
        "25 ships wait",
        True,
    )
    other = split_speaker(
        database,
        speaker,
        NewSpeaker("Fiona Askwith"),
        statement_ids=[later],
        name_ids=[record.names[1].id],
        role_ids=[record.roles[0].id],
    )
    with database.reader() as reader:
        there, here = show_speaker(reader, other), show_speaker(reader, speaker)
        assert show_statement(reader, later).row.status is Status.RETRACTED
        assert [row.id for row in search(reader, "speaker:fiona")] == [later]
    assert [name.name for name in there.names] == ["Fiona Askwith", "F. Askwith"]
    assert [role.title for role in there.roles] == ["owner"]
    assert (there.statement_count, here.statement_count, here.roles) == (1, 1, ())
    relation, reasons = one_row(database.path, "SELECT relation, reasons FROM link")
    assert relation == "in_tension"
    assert json.loads(str(reasons)) == ["40, 25", "Askwith and Fiona Askwith are two speakers"]
    assert one_row(database.path, "SELECT actor_id FROM event") == (other,)
    assert check_database(database) == []
    entry = undo(database)
    assert entry.summary == "Split Askwith: 1 statement to Fiona Askwith"
    assert stored_rows(database.path) == before
    assert check_database(database) == []


def test_a_contradiction_on_one_side_stays_what_it_is(database: Database) -> None:
    speaker, earlier, later = two_in_one(database)
    with database.reader() as reader:
        assert contradictions_parted(reader, [earlier, later]) == []
    split_speaker(database, speaker, NewSpeaker("Fiona"), statement_ids=[earlier, later])
    assert one_row(database.path, "SELECT relation FROM link") == ("contradicts",)
    assert check_database(database) == []


def test_a_pair_in_tension_already_is_not_linked_twice(database: Database) -> None:
    speaker, earlier, later = two_in_one(database)
    link_statements(database, later, earlier, Relation.IN_TENSION)
    before = stored_rows(database.path)
    split_speaker(database, speaker, NewSpeaker("Fiona"), statement_ids=[later])
    assert one_row(database.path, "SELECT relation FROM link") == ("in_tension",)
    assert check_database(database) == []
    undo(database)
    assert stored_rows(database.path) == before


def test_the_role_of_a_statement_goes_along(database: Database) -> None:
    statement = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = list_speakers(reader, "ames")[0].id
    other = split_speaker(database, speaker, NewSpeaker("Ann Ames"), statement_ids=[statement])
    with database.reader() as reader:
        assert show_speaker(reader, speaker).roles == ()
        assert [role.title for role in show_speaker(reader, other).roles] == ["Harbour Master"]
        assert show_statement(reader, statement).row.role == "Harbour Master, Port of Ely"


def test_a_role_that_others_carry_too_is_kept_by_both(database: Database) -> None:
    statement = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = list_speakers(reader, "ames")[0].id
    stays = add_words(database, speaker, "we are ready", "2022-12-05")
    with database.unit("touch") as unit:
        from quotetrack.domain.tables import Statement

        row = unit.get(Statement, stays)
        row.role_id = unit.get(Statement, statement).role_id
        unit.add(row)
    before = stored_rows(database.path)
    other = split_speaker(database, speaker, NewSpeaker("Ann Ames"), statement_ids=[statement])
    with database.reader() as reader:
        for each in (speaker, other):
            assert [role.statements for role in show_speaker(reader, each).roles] == [1]
    undo(database)
    assert stored_rows(database.path) == before


def test_a_known_speaker_can_be_the_other(database: Database) -> None:
    speaker, _, later = two_in_one(database)
    known = add_speaker(database, "Fiona Askwith", aliases=["F. Askwith"])
    with database.reader() as reader:
        spelling = show_speaker(reader, speaker).names[1].id
    before = stored_rows(database.path)
    split_speaker(
        database, speaker, ExistingSpeaker(known), statement_ids=[later], name_ids=[spelling]
    )
    with database.reader() as reader:
        assert len(show_speaker(reader, known).names) == 2
        assert show_speaker(reader, known).statement_count == 1
    undo(database)
    assert stored_rows(database.path) == before


def test_what_cannot_be_split_is_refused(database: Database) -> None:
    speaker, _, later = two_in_one(database)
    other = add_speaker(database, "Tom Vale")
    before = stored_rows(database.path)
    with database.reader() as reader:
        name = show_speaker(reader, speaker).names[0].id
    with pytest.raises(UsageError, match="what belongs to the other"):
        split_speaker(database, speaker, NewSpeaker("Fiona"))
    with pytest.raises(Refused, match="same speaker"):
        split_speaker(database, speaker, ExistingSpeaker(speaker), statement_ids=[later])
    with pytest.raises(Refused, match="name itself"):
        split_speaker(database, speaker, NewSpeaker("Fiona"), name_ids=[name])
    with pytest.raises(NotFound, match="Not all of these"):
        split_speaker(database, other, NewSpeaker("Fiona"), statement_ids=[later])
    assert stored_rows(database.path) == before


def test_what_may_go_is_offered_with_what_is_meant_already(database: Database) -> None:
    speaker, earlier, later = two_in_one(database)
    stranger = add_words(database, add_speaker(database, "Tom Vale"), "no", "2022-12-08")
    with database.reader() as reader:
        splitting = offer_splitting(reader, speaker, [earlier, stranger])
    assert [row.id for row in splitting.rows] == [later, earlier]
    assert splitting.chosen == {earlier}
    assert splitting.left_out == 0
