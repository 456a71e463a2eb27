"""Parting one speaker: statements, names and roles that belong to another one."""

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from quotetrack.actions.choices import ExistingSpeaker, SpeakerChoice
from quotetrack.actions.many import load_statements
from quotetrack.actions.rows import choose
from quotetrack.actions.speaker_merging import drop_own_behalf
from quotetrack.actions.speaker_roles import adopt_role, copy_role
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.speaker_records import Parted, Splitting
from quotetrack.domain.vocabulary import NameKind, Relation
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import speaker_life, speaker_pairs

if TYPE_CHECKING:
    from quotetrack.domain.tables import Speaker, Statement
    from quotetrack.store.unit import Unit


_OFFERED = 200
"""The newest statements to choose from; older ones can be marked beforehand."""


def offer_splitting(reader: Reader, speaker_id: int, chosen: Sequence[int] = ()) -> Splitting:
    """What of a speaker may belong to another; of the statements chosen, those of the speaker.

    Raises:
        NotFound: there is no such speaker.
    """
    return speaker_life.read_splitting(reader.connection, speaker_id, chosen, _OFFERED)


def contradictions_parted(reader: Reader, statement_ids: Collection[int]) -> list[Parted]:
    """The contradictions that would be in tension once these statements are another speaker's."""
    return speaker_pairs.contradictions_parted(reader.connection, statement_ids)


def split_speaker(
    database: Database,
    speaker_id: int,
    to: SpeakerChoice,
    *,
    statement_ids: Sequence[int] = (),
    name_ids: Sequence[int] = (),
    role_ids: Sequence[int] = (),
) -> int:
    """Give statements, spellings and roles of one speaker to another, who may be new.

    The roles of the statements go along; one that statements left behind carry too is kept by
    both. Acts of the speaker on these statements become acts of the other. A contradiction whose
    two ends are then said by two speakers becomes "in tension", with the reason: nobody
    contradicts himself through another.

    Returns:
        The id of the other speaker.

    Raises:
        UsageError: nothing is named.
        NotFound: a row is not there, or not this speaker's.
        Refused: the other is the same speaker, the speaker's name itself would go, or these are
            more statements than one step may change.
    """
    if not (statement_ids or name_ids or role_ids):
        raise UsageError("Say what belongs to the other: statements, spellings or roles.")
    if isinstance(to, ExistingSpeaker) and to.id == speaker_id:
        raise Refused("That is the same speaker. Name the one to whom they belong.")
    with database.unit("split_speaker") as unit:
        from quotetrack.domain.tables import Speaker

        speaker = unit.get(Speaker, speaker_id)
        other = unit.get(Speaker, choose(unit, to))
        statements = load_statements(unit, statement_ids) if statement_ids else []
        if any(statement.speaker_id != speaker_id for statement in statements):
            raise NotFound(
                f"Not all of these are statements of {speaker.name}. Look them up again."
            )
        unit.summary = _summary(speaker, other, len(statements))
        _move_names(unit, speaker, other, name_ids)
        _move_statements(unit, speaker, other, statements, role_ids)
        _move_acts(unit, speaker, other, statements)
        drop_own_behalf(unit, other.id)
        _part_contradictions(unit, speaker, other, statements)
        return other.id


def _summary(speaker: "Speaker", other: "Speaker", statements: int) -> str:
    what = "1 statement" if statements == 1 else f"{statements:,} statements"
    return f"Split {speaker.name}: {what if statements else 'names or roles'} to {other.name}"


def _move_names(
    unit: "Unit", speaker: "Speaker", other: "Speaker", name_ids: Sequence[int]
) -> None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import SpeakerName

    query = select(SpeakerName.name).where(col(SpeakerName.speaker_id) == other.id)
    known = set(unit.session.exec(query).all())
    for name_id in dict.fromkeys(name_ids):
        name = unit.get(SpeakerName, name_id)
        if name.speaker_id != speaker.id:
            raise NotFound(f"{speaker.name} has no such spelling any more. Look it up again.")
        if name.kind == NameKind.CANONICAL.value:
            raise Refused(f"{name.name} is the speaker's name itself. Rename the speaker first.")
        if name.name in known:
            unit.delete(name)
        else:
            name.speaker_id = other.id
            unit.add(name)


def _move_statements(
    unit: "Unit",
    speaker: "Speaker",
    other: "Speaker",
    statements: "Sequence[Statement]",
    role_ids: Sequence[int],
) -> None:
    """The statements, and with them their roles and those named.

    The roles come first: undo goes backwards, and takes a new role away only once no statement
    carries it any more.
    """
    from quotetrack.domain.tables import Role

    carried = [each.role_id for each in statements if each.role_id is not None]
    given: dict[int, int] = {}
    doubles = []
    for role_id in dict.fromkeys((*role_ids, *carried)):
        role = unit.get(Role, role_id)
        if role.speaker_id != speaker.id:
            raise NotFound(f"{speaker.name} has no such role any more. Look it up again.")
        stays = _carried_by_others(unit, role_id, statements)
        given[role_id] = (copy_role if stays else adopt_role)(unit, role, other.id)
        if given[role_id] != role_id and not stays:
            doubles.append(role)
    for statement in statements:
        statement.speaker_id = other.id
        if statement.role_id is not None:
            statement.role_id = given[statement.role_id]
        unit.session.add(statement)
    unit.session.flush()
    for role in doubles:
        unit.delete(role)


def _carried_by_others(unit: "Unit", role_id: int, statements: "Sequence[Statement]") -> bool:
    """Whether a statement that is not among these carries the role."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Statement as Statements

    query = select(Statements.id).where(col(Statements.role_id) == role_id)
    return not set(unit.session.exec(query).all()) <= {statement.id for statement in statements}


def _move_acts(
    unit: "Unit", speaker: "Speaker", other: "Speaker", statements: "Sequence[Statement]"
) -> None:
    """What the speaker did later to these statements, the other did."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Event

    moved = [statement.id for statement in statements]
    for act in unit.session.exec(select(Event).where(col(Event.statement_id).in_(moved))).all():
        if act.actor_id == speaker.id:
            act.actor_id = other.id
        if act.on_behalf_of_id == speaker.id:
            act.on_behalf_of_id = other.id
        unit.session.add(act)
    unit.session.flush()


def _part_contradictions(
    unit: "Unit", speaker: "Speaker", other: "Speaker", statements: "Sequence[Statement]"
) -> None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Link

    moved = [statement.id for statement in statements]
    for parted in speaker_pairs.contradictions_parted(unit.connection, moved):
        link = unit.get(Link, parted.link)
        known = select(Link.id).where(
            col(Link.earlier_statement_id) == link.earlier_statement_id,
            col(Link.later_statement_id).is_not_distinct_from(link.later_statement_id),
            col(Link.later_event_id).is_not_distinct_from(link.later_event_id),
            col(Link.relation) == Relation.IN_TENSION.value,
        )
        if unit.session.exec(known).first() is not None:
            unit.delete(link)
            continue
        reasons = [*json.loads(link.reasons), f"{speaker.name} and {other.name} are two speakers"]
        link.reasons = json.dumps(reasons, ensure_ascii=False)
        link.relation = Relation.IN_TENSION.value
        unit.add(link)
