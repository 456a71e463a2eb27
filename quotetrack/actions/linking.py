"""Linking two statements, and deciding on a contradiction."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from quotetrack.actions.rows import certainly_before, optional_line, quoted_identifier
from quotetrack.domain.errors import Refused
from quotetrack.domain.text import shorten
from quotetrack.domain.vocabulary import Basis, LinkState, Relation
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Link
    from quotetrack.store.unit import Unit


class Decision(StrEnum):
    """What a person says of a pair."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    POSITION_CHANGE = "position_change"
    NEEDS_MORE = "needs_more"


_STATE_OF = {
    Decision.CONFIRMED: LinkState.CONFIRMED,
    Decision.DISMISSED: LinkState.DISMISSED,
    Decision.POSITION_CHANGE: LinkState.CONFIRMED,
    Decision.NEEDS_MORE: LinkState.NEEDS_MORE,
}


def link_statements(
    database: Database,
    later_id: int,
    earlier_id: int,
    relation: Relation,
    *,
    basis: Basis | None = None,
    state: LinkState = LinkState.CONFIRMED,
    reasons: Sequence[str] = (),
    score: float | None = None,
) -> int:
    """Relate a later statement to an earlier one.

    Returns:
        The new link's id.

    Raises:
        NotFound: one of the two is not there.
        Refused: they are one statement, the earlier one is later in time, they are linked like
            this already, or a contradiction would be between two speakers.
    """
    if later_id == earlier_id:
        raise Refused("A statement cannot be linked to itself.")
    with database.unit("link_statements") as unit:
        from quotetrack.domain.tables import Link, Speaker, Statement

        later, earlier = unit.get(Statement, later_id), unit.get(Statement, earlier_id)
        name = unit.get(Speaker, later.speaker_id).name
        other = unit.get(Speaker, earlier.speaker_id).name
        if relation is Relation.CONTRADICTS and later.speaker_id != earlier.speaker_id:
            raise Refused(
                f"{name} and {other} are two speakers, and nobody contradicts himself through "
                "another. Link them as in tension, or as a response."
            )
        if certainly_before(later.said_to, later.said_zone, earlier.said_from, earlier.said_zone):
            raise Refused(
                f"The statement named as the later one was made on {later.said_to}, before the "
                f"other one ({earlier.said_from}). Name them the other way round."
            )
        _refuse_known(unit, later_id, earlier_id, relation)
        words = [line for reason in reasons if (line := optional_line(reason)) is not None]
        if relation is Relation.CONTRADICTS and _translated(unit, later_id, earlier_id):
            words.append("one side is a translation")
        decided = state is not LinkState.SUGGESTED
        link = Link(
            id=unit.new_id(),
            earlier_statement_id=earlier_id,
            later_statement_id=later_id,
            relation=relation.value,
            basis=basis and basis.value,
            state=state.value,
            score=score,
            reasons=json.dumps(words, ensure_ascii=False),
            decided_by=unit.user if decided else None,
            decided_at=unit.now if decided else None,
        )
        unit.summary = (
            f"Linked “{shorten(later.text, 40)}” to “{shorten(earlier.text, 40)}”: "
            f"{relation.value.replace('_', ' ')}"
        )
        unit.add(link)
        return link.id


def decide_contradiction(database: Database, link_id: int, decision: Decision) -> None:
    """Confirm or dismiss a contradiction, call it a change of position, or keep it open.

    Raises:
        NotFound: there is no such link.
        Refused: the link is of another relation, or a denial would become a change of position.
    """
    with database.unit("decide_contradiction") as unit:
        from quotetrack.domain.tables import Link, Statement

        link = unit.get(Link, link_id)
        if link.relation not in (Relation.CONTRADICTS.value, Relation.IN_TENSION.value):
            raise Refused(
                f"This link says '{link.relation.replace('_', ' ')}'; there is no contradiction "
                "to decide on."
            )
        if decision is Decision.POSITION_CHANGE:
            _make_position_change(link)
        link.state = _STATE_OF[decision].value
        link.decided_by, link.decided_at = unit.user, unit.now
        unit.add(link)
        earlier = unit.get(Statement, link.earlier_statement_id)
        unit.summary = (
            f"Decided on a contradiction of “{shorten(earlier.text, 60)}”: "
            f"{decision.value.replace('_', ' ')}"
        )


def _make_position_change(link: "Link") -> None:
    if link.later_event_id is not None:
        raise Refused(
            "A denial is no change of position: it says that the remark does not hold, not that "
            "the speaker thinks otherwise now. Confirm or dismiss it."
        )
    if link.relation != Relation.CONTRADICTS.value:
        raise Refused(
            "These are the words of two speakers, and a change of position is one speaker's. "
            "Confirm or dismiss the tension."
        )
    link.basis = Basis.POSITION_CHANGE.value


def _refuse_known(unit: "Unit", later_id: int, earlier_id: int, relation: Relation) -> None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Link

    pair = (later_id, earlier_id)
    query = select(Link.id).where(
        col(Link.relation) == relation.value,
        col(Link.later_statement_id).in_(pair),
        col(Link.earlier_statement_id).in_(pair),
    )
    known = unit.session.exec(query).first()
    if known is not None:
        raise Refused(f"They are linked like this already, by link {quoted_identifier(known)}.")


def _translated(unit: "Unit", *statement_ids: int) -> bool:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Quote

    query = select(Quote.id).where(
        col(Quote.statement_id).in_(statement_ids), col(Quote.translated_from).is_not(None)
    )
    return unit.session.exec(query).first() is not None
