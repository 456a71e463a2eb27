"""Tagging a statement: what became of it, when, on what evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrack.actions.choices import SpeakerChoice
from quotetrack.actions.many import describe_many, load_statements
from quotetrack.actions.rows import (
    certainly_before,
    choose,
    latest_text,
    optional_line,
    place_in,
    quoted_identifier,
    write_date,
)
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import Ambiguous, Refused, UsageError
from quotetrack.domain.text import clean_text, shorten
from quotetrack.domain.vocabulary import DENIALS, Basis, EventState, EventType, LinkState, Relation
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Event, Statement
    from quotetrack.store.unit import Unit

OF_THE_PUBLISHER = frozenset({EventType.PUBLISHER_CORRECTED, EventType.PUBLISHER_WITHDREW})
"""What a publisher does to its own quote; it says nothing of the speaker."""

OF_ANOTHER = OF_THE_PUBLISHER | {EventType.THIRD_PARTY_DISPUTED}
"""What the speaker does not do himself."""

_WHAT_IS_DENIED = {
    EventType.DENIED_SAYING: "the speaker denied having said it",
    EventType.DENIED_SUBSTANCE: "the speaker denied its substance",
    EventType.DENIED_UNSPECIFIED: "the speaker denied it; the source does not say which",
}
_DENIAL_WORDS = (
    "denied",
    "denies",
    "denying",
    "deny",
    "denial",
    "rejected",
    "refuted",
    "disavowed",
    "did not say",
    "never said",
)


@dataclass(frozen=True, slots=True)
class Tagging:
    """What became of one statement or of several, as tag_statement describes it."""

    event_type: EventType
    happened: UncertainDate
    actor: SpeakerChoice | None = None
    for_the_speaker: bool = False
    article_id: int | None = None
    evidence: str | None = None
    characterised_by: str | None = None
    note: str | None = None
    quote_id: int | None = None


@dataclass(frozen=True, slots=True)
class TagResult:
    """What tagging made: the event and, for a denial, its link to the earlier remark."""

    event_id: int
    link_id: int | None


def tag_statement(
    database: Database,
    statement_id: int,
    event_type: EventType,
    *,
    happened: UncertainDate,
    actor: SpeakerChoice | None = None,
    for_the_speaker: bool = False,
    article_id: int | None = None,
    evidence: str | None = None,
    characterised_by: str | None = None,
    note: str | None = None,
    quote_id: int | None = None,
) -> TagResult:
    """Record what became of a statement; a denial is linked to it in the same step.

    Args:
        happened: when; UNKNOWN_DATE is the explicit answer "not recorded".
        actor: who did it; None: the speaker, or nobody named for acts of others.
        for_the_speaker: the actor is another, who spoke for the statement's speaker.
        article_id: the source; None: not recorded.
        evidence: the words that show it; anchored in the article where they stand there.
        characterised_by: whose word for it this is, if not the actor's own.
        quote_id: the quote that a publisher corrected or withdrew, where there are several.

    Raises:
        NotFound: there is no such statement, speaker, article or quote.
        Refused: the act cannot be this actor's, or it would lie before the statement.
        Ambiguous: the evidence stands in the article several times, or the quote is not clear.
    """
    tag = Tagging(
        event_type,
        happened,
        actor=actor,
        for_the_speaker=for_the_speaker,
        article_id=article_id,
        evidence=evidence,
        characterised_by=characterised_by,
        note=note,
        quote_id=quote_id,
    )
    return tag_statements(database, [statement_id], tag)[0]


def tag_statements(
    database: Database, statement_ids: Sequence[int], tag: Tagging
) -> list[TagResult]:
    """Record the same of several statements, all in one step.

    Without an actor it is each speaker himself, or nobody named for acts of others.

    Raises:
        UsageError, NotFound, Ambiguous: as tag_statement does.
        Refused: as tag_statement does, naming the statement; nothing was recorded of any.
    """
    with database.unit("tag_statement") as unit:
        from quotetrack.domain.tables import Speaker

        statements = load_statements(unit, statement_ids)
        actor_id = choose(unit, tag.actor) if tag.actor is not None else None
        kind = tag.event_type.value.replace("_", " ")
        if len(statements) == 1:
            (statement,) = statements
            name = unit.get(Speaker, statement.speaker_id).name
            unit.summary = (
                f"Tagged a statement of {name} as {kind}: “{shorten(statement.text, 60)}”"
            )
            return [_tag(unit, statement, tag, actor_id)]
        unit.summary = f"Tagged {describe_many(statements)} as {kind}"
        results = []
        for statement in statements:
            try:
                results.append(_tag(unit, statement, tag, actor_id))
            except Refused as refusal:
                named = f"{quoted_identifier(statement.id)} “{shorten(statement.text, 40)}”"
                raise Refused(f"{named}: {refusal} Nothing was recorded of any.") from refusal
        return results


def _tag(unit: "Unit", statement: "Statement", tag: Tagging, actor_id: int | None) -> TagResult:
    from quotetrack.domain.tables import Speaker

    name = unit.get(Speaker, statement.speaker_id).name
    event_type = tag.event_type
    if actor_id is None and event_type not in OF_ANOTHER:
        if tag.for_the_speaker:
            raise UsageError("Name who spoke for the speaker.")
        actor_id = statement.speaker_id
    _check_actor(statement, name, event_type, actor_id, tag.for_the_speaker)
    _check_order(statement, tag.happened)
    event = _event(
        unit, statement, event_type, tag.happened, tag.article_id, tag.evidence, tag.quote_id
    )
    event.actor_id = actor_id
    if tag.for_the_speaker and actor_id != statement.speaker_id:
        event.on_behalf_of_id = statement.speaker_id
    event.characterised_by = optional_line(tag.characterised_by)
    event.note = (clean_text(tag.note).strip() or None) if tag.note is not None else None
    unit.add(event)
    link_id = _link_denial(unit, statement, event) if event_type in DENIALS else None
    return TagResult(event.id, link_id)


def _check_actor(
    statement: "Statement",
    name: str,
    event_type: EventType,
    actor_id: int | None,
    for_the_speaker: bool,
) -> None:
    kind = event_type.value.replace("_", " ")
    own = actor_id == statement.speaker_id
    if event_type is EventType.THIRD_PARTY_DISPUTED and own:
        raise Refused(f"{name} said it himself; his own rejection is a denial, not a dispute.")
    if event_type in OF_ANOTHER and for_the_speaker:
        raise Refused(f"'{kind}' is never done for the speaker.")
    if event_type not in OF_ANOTHER and not own and not for_the_speaker:
        raise Refused(
            f"Only {name}, or someone speaking for {name}, can have '{kind}' this statement. "
            "Another's rejection is 'third party disputed'."
        )


def _check_order(statement: "Statement", happened: UncertainDate) -> None:
    if certainly_before(happened.latest, happened.zone, statement.said_from, statement.said_zone):
        raise Refused(
            f"That was before the statement was made ({statement.said_from}). Check the date."
        )


def _event(
    unit: "Unit",
    statement: "Statement",
    event_type: EventType,
    happened: UncertainDate,
    article_id: int | None,
    evidence: str | None,
    quote_id: int | None,
) -> "Event":
    from quotetrack.domain.tables import Article, Event

    event = Event(
        id=unit.new_id(),
        statement_id=statement.id,
        type=event_type.value,
        state=EventState.ACCEPTED.value,
    )
    write_date(event, "happened", happened)
    if event_type in OF_THE_PUBLISHER:
        event.quote_id = _quote(unit, statement, quote_id)
    if article_id is not None:
        event.evidence_article_id = unit.get(Article, article_id).id
    words = clean_text(evidence).strip() if evidence is not None else ""
    if not words:
        return event
    event.evidence_exact = words
    stored = latest_text(unit, article_id) if article_id is not None else None
    place = place_in(stored.text, words, None) if stored is not None else None
    if stored is not None and place is not None:
        event.evidence_snapshot_text_id = stored.id
        event.evidence_start, event.evidence_end = place.start, place.end
        event.evidence_exact = stored.text[place.start : place.end]
    return event


def _quote(unit: "Unit", statement: "Statement", quote_id: int | None) -> int:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Quote

    query = select(Quote.id).where(col(Quote.statement_id) == statement.id)
    quotes = list(unit.session.exec(query).all())
    if quote_id is not None and quote_id not in quotes:
        raise Refused("That quote is of another statement.")
    if quote_id is None and not quotes:
        raise Refused("The statement has no quote that a publisher could correct.")
    if quote_id is None and len(quotes) > 1:
        named = ", ".join(quoted_identifier(each) for each in quotes)
        raise Ambiguous(f"The statement has several quotes; say which: {named}.")
    return quotes[0] if quote_id is None else quote_id


def _link_denial(unit: "Unit", statement: "Statement", event: "Event") -> int:
    """The link from the denial to the remark.

    A spokesperson is another speaker than the one he speaks for, so his denial is in tension
    with the remark and contradicts nothing.
    """
    import json

    from quotetrack.domain.tables import Link

    own = event.actor_id == statement.speaker_id
    reasons = [_WHAT_IS_DENIED[EventType(event.type)]]
    if not own:
        reasons = [reasons[0].replace("the speaker", "someone speaking for the speaker")]
    evidence = (event.evidence_exact or "").lower()
    reasons += [f"denial word: {word}" for word in _DENIAL_WORDS if word in evidence][:1]
    link = Link(
        id=unit.new_id(),
        earlier_statement_id=statement.id,
        later_event_id=event.id,
        relation=(Relation.CONTRADICTS if own else Relation.IN_TENSION).value,
        basis=Basis.DENIAL.value,
        state=LinkState.CONFIRMED.value,
        reasons=json.dumps(reasons, ensure_ascii=False),
        decided_by=unit.user,
        decided_at=unit.now,
    )
    unit.add(link)
    return link.id
