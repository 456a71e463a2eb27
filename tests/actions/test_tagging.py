"""Tagging statements."""

import json

import pytest

from quotetrack.actions.reading import list_contradictions, search, show_statement
from quotetrack.actions.statements import ExistingSpeaker, NewSpeaker
from quotetrack.actions.tagging import Tagging, tag_statement, tag_statements
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.errors import Ambiguous, NotFound, Refused, UsageError
from quotetrack.domain.vocabulary import DENIALS, EventType, LinkState, Relation, Status
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import TEXT, add_remark, add_story, add_words, on_day

OWN = (
    EventType.RETRACTED,
    EventType.CORRECTED,
    EventType.CLARIFIED,
    EventType.WALKED_BACK,
    EventType.SUPERSEDED,
)


@pytest.fixture
def article(database: Database) -> int:
    return add_story(database)


@pytest.fixture
def remark(database: Database, article: int) -> int:
    return add_remark(database, article)


@pytest.mark.parametrize("event_type", OWN)
def test_an_act_of_the_speaker_gives_the_status_and_undo_takes_it_back(
    database: Database, remark: int, event_type: EventType
) -> None:
    before = stored_rows(database.path)
    result = tag_statement(database, remark, event_type, happened=on_day("2022-12-06"))
    assert result.link_id is None
    with database.reader() as reader:
        row = show_statement(reader, remark).row
    assert (row.status, row.status_event) == (Status(event_type.value), event_type)
    undo(database)
    assert stored_rows(database.path) == before


@pytest.mark.parametrize("event_type", sorted(DENIALS))
def test_a_denial_its_evidence_and_its_link_are_one_step(
    database: Database, article: int, remark: int, event_type: EventType
) -> None:
    before = stored_rows(database.path)
    result = tag_statement(
        database,
        remark,
        event_type,
        happened=UncertainDate("2022-12-05", "2023-03-02"),
        article_id=article,
        evidence="Ames later denied her remarks.",
    )
    with database.reader() as reader:
        record = show_statement(reader, remark)
        (pair,) = list_contradictions(reader)
    assert record.row.status is Status.DENIED
    assert record.row.status_event is event_type
    assert (pair.id, pair.state) == (result.link_id, LinkState.CONFIRMED)
    (link,) = record.links
    assert (link.relation, link.direction, link.other_id) == (
        Relation.CONTRADICTS,
        "later",
        result.event_id,
    )
    assert "denial word: denied" in link.reasons
    start, end = one_row(database.path, "SELECT evidence_start, evidence_end FROM event")
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert TEXT[start:end] == "Ames later denied her remarks."
    undo(database)
    assert stored_rows(database.path) == before


def test_evidence_that_is_not_in_the_article_is_kept_as_typed(
    database: Database, article: int, remark: int
) -> None:
    tag_statement(
        database,
        remark,
        EventType.RETRACTED,
        happened=UNKNOWN_DATE,
        article_id=article,
        evidence="I take it \x1b[1mback",
        note="by telephone",
        characterised_by="Harbour Post",
    )
    assert one_row(
        database.path,
        "SELECT evidence_exact, evidence_start, note, characterised_by FROM event",
    ) == ("I take it back", None, "by telephone", "Harbour Post")


def test_not_recorded_is_an_answer_to_when_and_where(database: Database, remark: int) -> None:
    tag_statement(database, remark, EventType.APOLOGISED, happened=UNKNOWN_DATE)
    assert one_row(
        database.path,
        "SELECT happened_from, happened_to, happened_basis, evidence_article_id FROM event",
    ) == (None, None, None, None)
    with database.reader() as reader:
        assert show_statement(reader, remark).row.status is Status.NO_LATER_EVENT


def test_another_cannot_retract_for_the_speaker(database: Database, remark: int) -> None:
    before = stored_rows(database.path)
    with pytest.raises(Refused, match="third party disputed"):
        tag_statement(
            database,
            remark,
            EventType.RETRACTED,
            happened=UNKNOWN_DATE,
            actor=NewSpeaker("Tom Vale"),
        )
    assert stored_rows(database.path) == before


def test_a_denial_by_a_spokesperson_is_in_tension_and_gives_the_status(
    database: Database, remark: int
) -> None:
    result = tag_statement(
        database,
        remark,
        EventType.DENIED_SAYING,
        happened=on_day("2022-12-07"),
        actor=NewSpeaker("Tom Vale"),
        for_the_speaker=True,
    )
    relation, reasons = one_row(
        database.path, "SELECT relation, reasons FROM link WHERE id = ?", result.link_id
    )
    assert relation == "in_tension"
    assert json.loads(str(reasons)) == ["someone speaking for the speaker denied having said it"]
    with database.reader() as reader:
        assert show_statement(reader, remark).row.status is Status.DENIED


def test_the_dispute_of_another_is_a_mark_and_no_status(database: Database, remark: int) -> None:
    tag_statement(
        database,
        remark,
        EventType.THIRD_PARTY_DISPUTED,
        happened=on_day("2022-12-07"),
        actor=NewSpeaker("Tom Vale"),
    )
    with database.reader() as reader:
        row = show_statement(reader, remark).row
    assert (row.status, row.marks) == (Status.NO_LATER_EVENT, ("third_party_disputed",))


def test_the_speaker_does_not_dispute_his_own_words(database: Database, remark: int) -> None:
    with database.reader() as reader:
        speaker = ExistingSpeaker(show_statement(reader, remark).row.speaker_id)
    with pytest.raises(Refused, match="a denial, not a dispute"):
        tag_statement(
            database, remark, EventType.THIRD_PARTY_DISPUTED, happened=UNKNOWN_DATE, actor=speaker
        )


def test_a_publishers_correction_belongs_to_the_quote(database: Database, remark: int) -> None:
    tag_statement(database, remark, EventType.PUBLISHER_CORRECTED, happened=on_day("2023-03-03"))
    quote, actor = one_row(database.path, "SELECT quote_id, actor_id FROM event")
    with database.reader() as reader:
        record = show_statement(reader, remark)
    assert (quote, actor) == (record.quotes[0].id, None)
    assert record.row.status is Status.NO_LATER_EVENT


def test_a_quote_of_another_statement_is_refused(database: Database, remark: int) -> None:
    with pytest.raises(Refused, match="of another statement"):
        tag_statement(
            database, remark, EventType.PUBLISHER_WITHDREW, happened=UNKNOWN_DATE, quote_id=7
        )


def test_nothing_happens_to_a_statement_before_it_was_made(database: Database, remark: int) -> None:
    with pytest.raises(Refused, match="before the statement was made"):
        tag_statement(database, remark, EventType.RETRACTED, happened=on_day("2022-12-04"))


def test_evidence_that_stands_twice_is_ambiguous(
    database: Database, article: int, remark: int
) -> None:
    with pytest.raises(Ambiguous, match="2 times"):
        tag_statement(
            database,
            remark,
            EventType.REAFFIRMED,
            happened=UNKNOWN_DATE,
            article_id=article,
            evidence="We are ready",
        )


def test_who_spoke_for_the_speaker_has_to_be_named(database: Database, remark: int) -> None:
    with pytest.raises(UsageError, match="Name who spoke"):
        tag_statement(
            database, remark, EventType.RETRACTED, happened=UNKNOWN_DATE, for_the_speaker=True
        )


def test_a_statement_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        tag_statement(database, 5, EventType.RETRACTED, happened=UNKNOWN_DATE)


def test_a_search_finds_the_new_status_at_once(database: Database, remark: int) -> None:
    tag_statement(database, remark, EventType.DENIED_SUBSTANCE, happened=UNKNOWN_DATE)
    with database.reader() as reader:
        assert [row.id for row in search(reader, "status:denied_substance")] == [remark]
        assert search(reader, "status:denied_saying") == []


def test_several_statements_are_tagged_in_one_step_each_by_its_speaker(
    database: Database, article: int, remark: int
) -> None:
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    other = add_words(database, speaker, "We are ready.", "2022-12-06")
    before = stored_rows(database.path)
    tag = Tagging(EventType.DENIED_SAYING, on_day("2022-12-07"), article_id=article)
    results = tag_statements(database, [remark, other], tag)
    assert [result.link_id is not None for result in results] == [True, True]
    with database.reader() as reader:
        for each in (remark, other):
            record = show_statement(reader, each)
            assert record.row.status is Status.DENIED
            assert record.events[0].actor == record.row.speaker_name
    undo(database)
    assert stored_rows(database.path) == before


def test_if_one_of_several_is_refused_none_is_tagged_and_it_is_named(
    database: Database, remark: int
) -> None:
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    other = add_words(database, speaker, "We are ready.", "2022-12-09")
    before = stored_rows(database.path)
    tag = Tagging(EventType.RETRACTED, on_day("2022-12-07"))
    with pytest.raises(Refused, match=r"“We are ready\.”: That was before .* recorded of any"):
        tag_statements(database, [remark, other], tag)
    assert stored_rows(database.path) == before
