"""The roles of a speaker: added, changed, removed, each as a source attests it."""

from typing import TYPE_CHECKING, NamedTuple

from quotetrack.actions.rows import optional_line, required_line
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.text import shorten
from quotetrack.domain.vocabulary import RoleBasis, RoleKind, Visibility
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import speakers

if TYPE_CHECKING:
    from quotetrack.domain.tables import Role
    from quotetrack.store.unit import Unit

_NAMED = 3
"""So many statements that carry a role are named where it is to be removed."""


class RoleDetails(NamedTuple):
    """What is known of a role.

    Attributes:
        attested_on: the day on which a source shows it, ISO 8601.
        held_from: since when it was held, where a source says so.
        held_to: until when.
        article_id: the source.
    """

    title: str
    organisation: str | None = None
    kind: RoleKind = RoleKind.OFFICE
    basis: RoleBasis = RoleBasis.RECORDED_THEN
    attested_on: str | None = None
    held_from: str | None = None
    held_to: str | None = None
    article_id: int | None = None


def read_role(reader: Reader, role_id: int) -> tuple[int, RoleDetails]:
    """The speaker of a role, and what is known of it.

    Raises:
        NotFound: there is no such role.
    """
    speaker_id, role = speakers.read_role(reader.connection, role_id)
    return speaker_id, RoleDetails(
        role.title,
        role.organisation,
        RoleKind(role.kind),
        RoleBasis(role.basis),
        role.attested_on,
        role.held_from,
        role.held_to,
        role.article and role.article.id,
    )


def add_role(database: Database, speaker_id: int, details: RoleDetails) -> int:
    """Record a role of a speaker.

    Returns:
        The new role's id.

    Raises:
        NotFound: there is no such speaker or source.
        UsageError: the title is empty, or it ended before it began.
        Refused: it is recorded like that already.
    """
    with database.unit("add_role") as unit:
        from quotetrack.domain.tables import Role, Speaker

        speaker = unit.get(Speaker, speaker_id)
        role = Role(id=unit.new_id(), speaker_id=speaker_id, title="")
        _write(unit, role, details)
        _refuse_known(unit, role)
        unit.summary = f"Added the role {role.title} of {speaker.name}"
        unit.add(role)
        return role.id


def edit_role(database: Database, role_id: int, details: RoleDetails) -> None:
    """Say everything about a role anew; the statements that carry it show it as it is then.

    Raises:
        NotFound: there is no such role or source.
        UsageError: the title is empty, or it ended before it began.
        Refused: nothing would change, or another role would be the same.
    """
    with database.unit("edit_role") as unit:
        from quotetrack.domain.tables import Role, Speaker

        role = unit.get(Role, role_id)
        name = unit.get(Speaker, role.speaker_id).name
        before = _particulars(role)
        with unit.session.no_autoflush:
            _write(unit, role, details)
            if _particulars(role) == before:
                raise Refused("The role is recorded like that already; nothing was changed.")
            _refuse_known(unit, role)
        unit.summary = f"Changed the role {role.title} of {name}"
        unit.add(role)


def remove_role(database: Database, role_id: int) -> None:
    """Remove a role that no statement carries.

    Raises:
        NotFound: there is no such role.
        Refused: statements carry it; the message names some of them.
    """
    with database.unit("remove_role") as unit:
        from quotetrack.domain.tables import Role, Speaker

        role = unit.get(Role, role_id)
        name = unit.get(Speaker, role.speaker_id).name
        unit.summary = f"Removed the role {role.title} of {name}"
        _refuse_in_use(unit, role)
        unit.delete(role)


def adopt_role(unit: "Unit", role: "Role", speaker_id: int) -> int:
    """Give a role to a speaker; the id of the same one where that speaker has it already."""
    known = _same_role(unit, role, speaker_id)
    if known is not None:
        return known
    role.speaker_id = speaker_id
    unit.add(role)
    return role.id


def copy_role(unit: "Unit", role: "Role", speaker_id: int) -> int:
    """The id of such a role of another speaker, recorded unless it is known already."""
    from quotetrack.domain.tables import Role

    known = _same_role(unit, role, speaker_id)
    if known is not None:
        return known
    columns = role.model_dump(exclude={"id", "speaker_id"})
    copy = Role(id=unit.new_id(), speaker_id=speaker_id, **columns)
    unit.add(copy)
    return copy.id


def _write(unit: "Unit", role: "Role", details: RoleDetails) -> None:
    from quotetrack.domain.tables import Article

    if details.article_id is not None:
        unit.get(Article, details.article_id)
    start, end = details.held_from, details.held_to
    if start and end:
        shared = min(len(start), len(end))
        if end[:shared] < start[:shared]:
            raise UsageError(f"The role cannot end ({end}) before it began ({start}).")
    role.title = required_line(details.title, "The role's title")
    role.organisation = optional_line(details.organisation)
    role.kind = details.kind.value
    role.basis = details.basis.value
    role.attested_on = details.attested_on
    role.held_from, role.held_to = start, end
    role.article_id = details.article_id


def _particulars(role: "Role") -> tuple[object, ...]:
    return (
        role.title,
        role.organisation,
        role.kind,
        role.attested_on,
        role.basis,
        role.held_from,
        role.held_to,
        role.article_id,
    )


def _same_role(unit: "Unit", role: "Role", speaker_id: int) -> int | None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Role

    query = select(Role).where(col(Role.speaker_id) == speaker_id).order_by(col(Role.id))
    for other in unit.session.exec(query).all():
        if other.id != role.id and _particulars(other) == _particulars(role):
            return other.id
    return None


def _refuse_known(unit: "Unit", role: "Role") -> None:
    if _same_role(unit, role, role.speaker_id) is not None:
        raise Refused("The same role from the same source is recorded already.")


def _refuse_in_use(unit: "Unit", role: "Role") -> None:
    """Name the statements that carry the role, but none that is off the record."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Statement

    query = select(Statement).where(col(Statement.role_id) == role.id)
    carrying = unit.session.exec(query.order_by(col(Statement.date_key).desc())).all()
    if not carrying:
        return
    shown = [each for each in carrying if each.visibility == Visibility.OPEN.value]
    named = ", ".join(f"“{shorten(each.text, 40)}”" for each in shown[:_NAMED])
    more = len(carrying) - min(len(shown), _NAMED)
    rest = f" and {more} more" if named and more else ""
    count = "1 statement carries" if len(carrying) == 1 else f"{len(carrying)} statements carry"
    raise Refused(
        f"{count} the role {role.title}{': ' + named + rest if named else ''}. "
        "Change their role first, or correct this one instead of removing it."
    )
