"""Editing a statement: its wording, speaker, date and circumstances; never a quote's own words."""

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from quotetrack.actions.choices import NewSpeaker, SpeakerChoice
from quotetrack.actions.rows import (
    certainly_before,
    choose,
    optional_line,
    required_line,
    write_date,
)
from quotetrack.actions.statements import role_then
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.desk_records import EditableStatement
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.text import shorten
from quotetrack.domain.vocabulary import Basis, Relation, Workflow
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import editing as editing_pages

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article, Statement
    from quotetrack.store.unit import Unit


class Keep(Enum):
    """What is not named stays as it is; None would mean that it is not recorded."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A role that is recorded already."""

    id: int


@dataclass(frozen=True, slots=True)
class TypedRole:
    """A role by its title, recorded unless it is known."""

    title: str
    organisation: str | None = None


RoleChoice = KnownRole | TypedRole


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChanges:
    """What is to change; None takes away what may be missing."""

    text: str | Keep = KEEP
    speaker: SpeakerChoice | Keep = KEEP
    said: UncertainDate | Keep = KEEP
    role: RoleChoice | Keep | None = KEEP
    venue: str | Keep | None = KEEP
    language: str | Keep | None = KEEP
    on_behalf_of: SpeakerChoice | Keep | None = KEEP
    workflow: Workflow | Keep = KEEP


NO_CHANGES = StatementChanges()


def read_editable(reader: Reader, statement_id: int) -> EditableStatement:
    """A statement with what a form needs to change it.

    Raises:
        NotFound: there is no such statement.
    """
    return editing_pages.read_editable(reader.connection, statement_id)


def contradictions_given_up(reader: Reader, statement_id: int, speaker: SpeakerChoice) -> int:
    """How many contradictions would turn into tensions, were these the words of `speaker`."""
    speaker_id = None if isinstance(speaker, NewSpeaker) else speaker.id
    found = editing_pages.between_speakers(reader.connection, statement_id, speaker_id)
    return len(found)


def edit_statement(database: Database, statement_id: int, changes: StatementChanges) -> None:
    """Change what is recorded of a statement, all in one step.

    Another speaker takes the role with him, which was the former one's; and contradictions with
    words or acts of the former one become tensions, since only one speaker contradicts himself.

    Raises:
        UsageError: nothing is to change, or the wording is empty.
        NotFound: the statement, a speaker or a role is not there.
        Refused: the role is another speaker's, somebody would speak for himself, or something
            recorded of the statement would lie before it.
    """
    if changes == NO_CHANGES:
        raise UsageError("Nothing is to be changed. Name at least one field.")
    with database.unit("edit_statement") as unit:
        from quotetrack.domain.tables import Speaker, Statement

        statement = unit.get(Statement, statement_id)
        said = _recorded(statement)
        if not isinstance(changes.said, Keep):
            said = changes.said
            _check_order(unit, statement, said)
        # What the statement will point at is recorded before the statement is changed: undoing
        # goes the way back, and takes nothing away that is still pointed at.
        speaker_id = statement.speaker_id
        if not isinstance(changes.speaker, Keep):
            speaker_id = choose(unit, changes.speaker)
        represented = statement.on_behalf_of_id
        if not isinstance(changes.on_behalf_of, Keep):
            principal = changes.on_behalf_of
            represented = choose(unit, principal) if principal else None
        if represented == speaker_id:
            raise Refused(
                "Nobody speaks on behalf of himself. Name another speaker, or nobody on whose "
                "behalf it was said."
            )
        role_id = statement.role_id if speaker_id == statement.speaker_id else None
        if not isinstance(changes.role, Keep):
            role_id = _role(unit, statement, speaker_id, said, changes.role)

        if not isinstance(changes.text, Keep):
            statement.text = required_line(changes.text, "The statement")
        if not isinstance(changes.said, Keep):
            write_date(statement, "said", said)
        if not isinstance(changes.venue, Keep):
            statement.venue = optional_line(changes.venue)
        if not isinstance(changes.language, Keep):
            statement.language = optional_line(changes.language)
        if not isinstance(changes.workflow, Keep):
            statement.workflow = changes.workflow.value
        statement.role_id = role_id
        statement.on_behalf_of_id = represented
        if speaker_id != statement.speaker_id:
            _change_speaker(unit, statement, speaker_id)
        name = unit.get(Speaker, statement.speaker_id).name
        unit.summary = f"Edited a statement of {name}: “{shorten(statement.text, 60)}”"
        unit.session.flush()


def _change_speaker(unit: "Unit", statement: "Statement", speaker_id: int) -> None:
    from quotetrack.domain.tables import Link, Speaker

    former = unit.get(Speaker, statement.speaker_id).name
    statement.speaker_id = speaker_id
    unit.session.flush()
    for link_id in editing_pages.between_speakers(unit.connection, statement.id, speaker_id):
        link = unit.get(Link, link_id)
        if editing_pages.in_tension_already(unit.connection, link_id):
            unit.delete(link)
            continue
        link.relation = Relation.IN_TENSION.value
        if link.basis == Basis.POSITION_CHANGE.value:
            link.basis = None
        reason = f"two speakers: these words were taken for {former}'s before"
        link.reasons = json.dumps([*json.loads(link.reasons), reason], ensure_ascii=False)


def _role(
    unit: "Unit",
    statement: "Statement",
    speaker_id: int,
    said: UncertainDate,
    choice: RoleChoice | None,
) -> int | None:
    from quotetrack.domain.tables import Role

    if choice is None:
        return None
    if isinstance(choice, KnownRole):
        role = unit.get(Role, choice.id)
        if role.speaker_id != speaker_id:
            raise Refused("That role is another speaker's. Pick one of this speaker's, or type it.")
        return role.id
    source = _first_source(unit, statement)
    return role_then(unit, speaker_id, choice.title, choice.organisation, said, source)


def _recorded(statement: "Statement") -> UncertainDate:
    """The days between which it was said, as far as attesting a role asks for them."""
    return UncertainDate(statement.said_from, statement.said_to)


def _first_source(unit: "Unit", statement: "Statement") -> "Article | None":
    from sqlmodel import col, select

    from quotetrack.domain.tables import Article, Quote

    query = (
        select(Article)
        .join(Quote, col(Quote.article_id) == col(Article.id))
        .where(col(Quote.statement_id) == statement.id)
        .order_by(col(Quote.id))
        .limit(1)
    )
    return unit.session.exec(query).first()


def _check_order(unit: "Unit", statement: "Statement", said: UncertainDate) -> None:
    """Refuse a date that would turn the order of what is recorded round."""
    for what, latest, zone in editing_pages.later_moments(unit.connection, statement.id):
        if certainly_before(latest, zone, said.earliest, said.zone):
            raise Refused(
                f"{what} of {latest[:10]} is recorded as later, and would lie before the "
                "statement then. Check the date."
            )
    for what, earliest, zone in editing_pages.earlier_moments(unit.connection, statement.id):
        if certainly_before(said.latest, said.zone, earliest, zone):
            raise Refused(
                f"{what} of {earliest[:10]} is recorded as earlier, and would lie after the "
                "statement then. Check the date."
            )
