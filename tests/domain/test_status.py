"""What became of a statement follows from its speaker's accepted acts."""

import pytest

from quotetrack.domain.status import Act, Outcome, derive_status
from quotetrack.domain.vocabulary import DENIALS, EventType, Status


def act(
    type: EventType,
    latest: str | None = "2023-01-01",
    earliest: str | None = None,
    *,
    by_speaker: bool = True,
    accepted: bool = True,
    on_quote: bool = False,
    order: int = 0,
) -> Act:
    return Act(type, by_speaker, accepted, on_quote, earliest or latest, latest, order)


def test_nothing_later_is_said_as_such() -> None:
    assert derive_status([]) == Outcome(Status.NO_LATER_EVENT, None, ())


@pytest.mark.parametrize("denial", sorted(DENIALS))
def test_a_denial_never_becomes_another_denial_nor_a_retraction(denial: EventType) -> None:
    assert derive_status([act(denial)]) == Outcome(Status.DENIED, denial, ())


def test_the_latest_act_decides() -> None:
    acts = [act(EventType.RETRACTED, "2023-02-01"), act(EventType.CLARIFIED, "2023-01-01")]
    assert derive_status(acts).status is Status.RETRACTED


def test_ties_go_to_the_later_start_and_then_to_the_later_entry() -> None:
    early = act(EventType.CLARIFIED, "2023-02-01", "2023-01-01", order=2)
    late = act(EventType.CORRECTED, "2023-02-01", "2023-01-20", order=1)
    assert derive_status([late, early]).status is Status.CORRECTED
    again = act(EventType.WALKED_BACK, "2023-02-01", "2023-01-20", order=3)
    assert derive_status([again, late, early]).status is Status.WALKED_BACK


def test_an_act_without_a_date_holds_now() -> None:
    acts = [
        act(EventType.RETRACTED, None, order=1),
        act(EventType.CLARIFIED, "2023-02-01", order=2),
    ]
    assert derive_status(acts).status is Status.RETRACTED


def test_an_apology_leaves_the_status() -> None:
    acts = [act(EventType.RETRACTED, "2023-01-01"), act(EventType.APOLOGISED, "2023-02-01")]
    assert derive_status(acts).status is Status.RETRACTED


def test_what_others_do_gives_no_status() -> None:
    acts = [
        act(EventType.RETRACTED, by_speaker=False),
        act(EventType.RETRACTED, accepted=False),
        act(EventType.RETRACTED, on_quote=True),
        act(EventType.PUBLISHER_CORRECTED, on_quote=True, by_speaker=False),
    ]
    assert derive_status(acts) == Outcome(Status.NO_LATER_EVENT, None, ())


def test_marks_stand_beside_the_status() -> None:
    acts = [
        act(EventType.THIRD_PARTY_DISPUTED, by_speaker=False),
        act(EventType.REAFFIRMED),
        act(EventType.DENIED_SAYING),
    ]
    assert derive_status(acts) == Outcome(
        Status.DENIED, EventType.DENIED_SAYING, ("reaffirmed", "third_party_disputed")
    )
    assert derive_status([act(EventType.REAFFIRMED, by_speaker=False)]).marks == ()
