"""Making one speaker of two that are the same person, in one step that undo takes back."""

from typing import TYPE_CHECKING

from quotetrack.actions.speaker_roles import adopt_role
from quotetrack.domain.errors import Refused
from quotetrack.domain.records import SpeakerSummary
from quotetrack.domain.speaker_records import Comparison
from quotetrack.domain.vocabulary import NameKind
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import speaker_pairs, speakers

if TYPE_CHECKING:
    from quotetrack.domain.tables import Speaker
    from quotetrack.store.unit import Unit


def likely_same(reader: Reader, speaker_id: int, limit: int = 12) -> list[SpeakerSummary]:
    """The speakers who may be this one under another name, the likest first."""
    found = speaker_pairs.likely_same(reader.connection, speaker_id, limit)
    return speakers.summaries(reader.connection, found)


def compare_speakers(reader: Reader, first_id: int, second_id: int) -> Comparison:
    """Two speakers side by side, before one is made of them.

    Raises:
        NotFound: one of them is not there.
    """
    return Comparison(
        speakers.read_speaker(reader.connection, first_id),
        speakers.read_speaker(reader.connection, second_id),
        speaker_pairs.count_tensions(reader.connection, first_id, second_id),
    )


def merge_speakers(database: Database, kept_id: int, other_id: int) -> None:
    """Give everything of one speaker to another, and remove the empty one.

    Statements, acts, roles, notes and requests for reply go over; names become other spellings.
    Links "in tension" between the two stay what they are: only a person can say that they
    contradict each other.

    Args:
        kept_id: the speaker who stays, with name and kind.
        other_id: the speaker who goes into that one.

    Raises:
        NotFound: one of them is not there.
        Refused: both are the same row.
    """
    if kept_id == other_id:
        raise Refused("This is one speaker already. Name another one to merge.")
    with database.unit("merge_speakers") as unit:
        from quotetrack.domain.tables import Speaker

        kept, other = unit.get(Speaker, kept_id), unit.get(Speaker, other_id)
        unit.summary = f"Merged the speaker {other.name} into {kept.name}"
        _move_names(unit, kept_id, other_id)
        _move_roles(unit, kept_id, other_id)
        _move_references(unit, kept_id, other_id)
        _move_places(unit, kept_id, other_id)
        drop_own_behalf(unit, kept_id)
        _keep_wikidata(unit, kept, other)
        unit.delete(other)


def drop_own_behalf(unit: "Unit", speaker_id: int) -> None:
    """Nobody speaks on his own behalf: where that came about, it is not said any more."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Event, Statement

    for statement in unit.session.exec(
        select(Statement)
        .where(col(Statement.speaker_id) == speaker_id)
        .where(col(Statement.on_behalf_of_id) == speaker_id)
    ).all():
        statement.on_behalf_of_id = None
        unit.session.add(statement)
    for act in unit.session.exec(
        select(Event)
        .where(col(Event.actor_id) == speaker_id)
        .where(col(Event.on_behalf_of_id) == speaker_id)
    ).all():
        act.on_behalf_of_id = None
        unit.session.add(act)
    unit.session.flush()


def _move_names(unit: "Unit", kept_id: int, other_id: int) -> None:
    """Spellings that both have are kept once; the name of the one becomes an alias."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import SpeakerName

    def names(speaker_id: int) -> list[SpeakerName]:
        query = select(SpeakerName).where(col(SpeakerName.speaker_id) == speaker_id)
        return list(unit.session.exec(query.order_by(col(SpeakerName.id))).all())

    known = {name.name for name in names(kept_id)}
    for name in names(other_id):
        if name.name in known:
            unit.delete(name)
            continue
        known.add(name.name)
        name.speaker_id = kept_id
        if name.kind == NameKind.CANONICAL.value:
            name.kind = NameKind.ALIAS.value
        unit.add(name)


def _move_roles(unit: "Unit", kept_id: int, other_id: int) -> None:
    """A role that both have from the same source is kept once, for the statements of both."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Role, Statement

    query = select(Role).where(col(Role.speaker_id) == other_id).order_by(col(Role.id))
    for role in unit.session.exec(query).all():
        adopted = adopt_role(unit, role, kept_id)
        if adopted != role.id:
            carrying = select(Statement).where(col(Statement.role_id) == role.id)
            for statement in unit.session.exec(carrying).all():
                statement.role_id = adopted
                unit.session.add(statement)
            unit.session.flush()
            unit.delete(role)


def _move_references(unit: "Unit", kept_id: int, other_id: int) -> None:
    from sqlmodel import select

    from quotetrack.domain.tables import Event, Inquiry, Note, Statement

    references = (
        (Statement, "speaker_id"),
        (Statement, "on_behalf_of_id"),
        (Event, "actor_id"),
        (Event, "on_behalf_of_id"),
        (Note, "speaker_id"),
        (Inquiry, "speaker_id"),
    )
    for table, column in references:
        query = select(table).where(getattr(table, column) == other_id)
        for row in unit.session.exec(query).all():
            setattr(row, column, kept_id)
            unit.session.add(row)
        unit.session.flush()


def _move_places(unit: "Unit", kept_id: int, other_id: int) -> None:
    """Saved places on the speaker's screen lead to the one who stays."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import SavedPlace

    query = select(SavedPlace).where(col(SavedPlace.screen) == "speaker")
    for place in unit.session.exec(query.where(col(SavedPlace.row_id) == other_id)).all():
        place.row_id = kept_id
        unit.add(place)


def _keep_wikidata(unit: "Unit", kept: "Speaker", other: "Speaker") -> None:
    if kept.wikidata_id is None and other.wikidata_id is not None:
        kept.wikidata_id = other.wikidata_id
        unit.add(kept)
