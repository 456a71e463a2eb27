"""Linking statements, and deciding on contradictions."""

import pytest

from quotetrack.actions.linking import Decision, decide_contradiction, link_statements
from quotetrack.actions.reading import list_contradictions, show_contradiction
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.statements import ExistingSpeaker, add_statement
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import NotFound, Refused
from quotetrack.domain.vocabulary import Basis, EventType, LinkState, Relation
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows
from tests.actions.story import add_words, on_day


@pytest.fixture
def speaker(database: Database) -> int:
    return add_speaker(database, "Ruth Ames")


@pytest.fixture
def pair(database: Database, speaker: int) -> tuple[int, int]:
    """A later statement and an earlier one."""
    earlier = add_words(database, speaker, "40 ships wait", "2022-12-05")
    return add_words(database, speaker, "25 ships wait", "2022-12-06"), earlier


def test_two_statements_of_one_speaker_can_contradict(
    database: Database, pair: tuple[int, int]
) -> None:
    before = stored_rows(database.path)
    link = link_statements(
        database,
        *pair,
        Relation.CONTRADICTS,
        basis=Basis.NUMBER,
        reasons=["numbers differ: 40, 25"],
    )
    with database.reader() as reader:
        record = show_contradiction(reader, link)
    assert record.later is not None
    assert (record.later.row.id, record.earlier.row.id) == pair
    assert (record.basis, record.state) == (Basis.NUMBER, LinkState.CONFIRMED)
    assert (record.reasons, record.decided_by) == (("numbers differ: 40, 25",), "ada")
    undo(database)
    assert stored_rows(database.path) == before


def test_two_speakers_cannot_contradict_but_be_in_tension(
    database: Database, pair: tuple[int, int]
) -> None:
    other = add_speaker(database, "Tom Vale")
    reply = add_words(database, other, "No ship waits", "2022-12-07")
    with pytest.raises(Refused, match=r"two speakers.*in tension"):
        link_statements(database, reply, pair[1], Relation.CONTRADICTS)
    link_statements(database, reply, pair[1], Relation.IN_TENSION)
    with database.reader() as reader:
        assert len(list_contradictions(reader)) == 1


def test_the_earlier_one_may_not_be_later_in_time(
    database: Database, pair: tuple[int, int]
) -> None:
    with pytest.raises(Refused, match="other way round"):
        link_statements(database, pair[1], pair[0], Relation.CONTRADICTS)


def test_two_of_one_day_may_stand_in_either_order(database: Database, speaker: int) -> None:
    one = add_words(database, speaker, "Open", "2022-12-05")
    two = add_words(database, speaker, "Shut", "2022-12-05")
    assert link_statements(database, one, two, Relation.CONTRADICTS)


def test_a_pair_is_linked_once_whichever_way_round(database: Database, speaker: int) -> None:
    one = add_words(database, speaker, "Open", "2022-12-05")
    two = add_words(database, speaker, "Shut", "2022-12-05")
    link_statements(database, one, two, Relation.CONTRADICTS)
    for later, earlier in ((one, two), (two, one)):
        with pytest.raises(Refused, match="already, by link"):
            link_statements(database, later, earlier, Relation.CONTRADICTS)


def test_a_statement_is_not_linked_to_itself(database: Database, pair: tuple[int, int]) -> None:
    with pytest.raises(Refused, match="itself"):
        link_statements(database, pair[0], pair[0], Relation.REPEATS)


def test_what_is_only_suggested_was_decided_by_nobody(
    database: Database, pair: tuple[int, int]
) -> None:
    link = link_statements(
        database, *pair, Relation.CONTRADICTS, state=LinkState.SUGGESTED, score=0.8
    )
    with database.reader() as reader:
        record = show_contradiction(reader, link)
    assert (record.state, record.decided_by, record.score) == (LinkState.SUGGESTED, None, 0.8)


@pytest.mark.parametrize(
    ("decision", "state", "basis"),
    [
        (Decision.CONFIRMED, LinkState.CONFIRMED, Basis.NUMBER),
        (Decision.DISMISSED, LinkState.DISMISSED, Basis.NUMBER),
        (Decision.NEEDS_MORE, LinkState.NEEDS_MORE, Basis.NUMBER),
        (Decision.POSITION_CHANGE, LinkState.CONFIRMED, Basis.POSITION_CHANGE),
    ],
)
def test_a_decision_is_kept_with_who_made_it_and_can_be_undone(
    database: Database,
    pair: tuple[int, int],
    decision: Decision,
    state: LinkState,
    basis: Basis,
) -> None:
    link = link_statements(
        database, *pair, Relation.CONTRADICTS, basis=Basis.NUMBER, state=LinkState.SUGGESTED
    )
    before = stored_rows(database.path)
    decide_contradiction(database, link, decision)
    with database.reader() as reader:
        record = show_contradiction(reader, link)
    assert (record.state, record.basis) == (state, basis)
    assert (record.decided_by, record.decided_at) == ("ada", "2023-03-14T09:30:00+00:00")
    undo(database)
    assert stored_rows(database.path) == before


def test_a_denial_is_no_change_of_position(database: Database, pair: tuple[int, int]) -> None:
    tagged = tag_statement(
        database, pair[1], EventType.DENIED_SAYING, happened=on_day("2022-12-08")
    )
    assert tagged.link_id is not None
    with pytest.raises(Refused, match="no change of position"):
        decide_contradiction(database, tagged.link_id, Decision.POSITION_CHANGE)


def test_two_speakers_have_no_common_position_to_change(
    database: Database, pair: tuple[int, int]
) -> None:
    other = add_speaker(database, "Tom Vale")
    reply = add_words(database, other, "No ship waits", "2022-12-07")
    link = link_statements(database, reply, pair[1], Relation.IN_TENSION)
    with pytest.raises(Refused, match="two speakers"):
        decide_contradiction(database, link, Decision.POSITION_CHANGE)


def test_there_is_nothing_to_decide_on_a_repetition(
    database: Database, pair: tuple[int, int]
) -> None:
    link = link_statements(database, *pair, Relation.REPEATS)
    with pytest.raises(Refused, match="no contradiction to decide on"):
        decide_contradiction(database, link, Decision.CONFIRMED)


def test_a_link_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        decide_contradiction(database, 5, Decision.CONFIRMED)


def test_a_side_without_a_date_may_be_earlier_or_later(database: Database, speaker: int) -> None:
    dated = add_words(database, speaker, "Open", "2022-12-05")
    undated = add_statement(
        database,
        text="Shut",
        speaker=ExistingSpeaker(speaker),
        article_id=None,
        said=UNKNOWN_DATE,
    )
    assert link_statements(database, undated, dated, Relation.CONTRADICTS)
