"""Recording speakers, their spellings and their roles."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotetrack.actions.rows import optional_line, quoted_identifier, required_line
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.spellings import Spelling, read_spelling, script_of
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import NameKind, RoleBasis, RoleKind, SpeakerKind
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Speaker, SpeakerName
    from quotetrack.store.unit import Unit


def add_speaker(
    database: Database,
    name: str,
    *,
    kind: SpeakerKind = SpeakerKind.PERSON,
    aliases: Iterable[str] = (),
    role: str | None = None,
    organisation: str | None = None,
    role_kind: RoleKind = RoleKind.OFFICE,
    attested_on: str | None = None,
    namesake: bool = False,
) -> int:
    """Record a speaker with other spellings and a role.

    Args:
        attested_on: the day (ISO 8601) on which a source shows the role.
        namesake: another speaker of exactly this name is meant to be kept apart.

    Returns:
        The new speaker's id.

    Raises:
        UsageError: the name is empty, or an organisation is given without a role.
        Refused: a speaker of this name is known, and `namesake` is not set.
    """
    cleaned = required_line(name, "The speaker's name")
    with database.unit("add_speaker", f"Added the speaker {cleaned}") as unit:
        known = _speaker_named(unit, cleaned)
        if known is not None and not namesake:
            raise Refused(
                f"{cleaned} is known already, as speaker {quoted_identifier(known)}. "
                "Use that one, or say that this is a namesake."
            )
        speaker_id = record_speaker(unit, cleaned, kind)
        for alias in aliases:
            _add_name(unit, speaker_id, alias)
        if optional_line(organisation) and not optional_line(role):
            raise UsageError("An organisation needs a role in it: give the title as well.")
        if optional_line(role):
            attest_role(
                unit,
                speaker_id,
                required_line(role, "The role"),
                organisation,
                kind=role_kind,
                attested_on=attested_on,
            )
        return speaker_id


def edit_speaker(
    database: Database,
    speaker_id: int,
    *,
    name: str | None = None,
    kind: SpeakerKind | None = None,
    spellings: Iterable[str] | None = None,
    add_aliases: Iterable[str] = (),
    remove_aliases: Iterable[str] = (),
    add_role: str | None = None,
    organisation: str | None = None,
    role_kind: RoleKind = RoleKind.OFFICE,
    attested_on: str | None = None,
) -> None:
    """Change a speaker's name or kind, add or remove spellings, add a role.

    Args:
        spellings: all other spellings as they are to be, each as `read_spelling` takes it, such as
            "Wolkow; transliteration; de"; None leaves them.
        add_aliases: spellings to add; for one that is known, its kind and language are changed.
        remove_aliases: the names of spellings to remove.

    Raises:
        NotFound: there is no such speaker, or he has no such spelling.
        Refused: nothing would change, or the canonical name would be removed.
        UsageError: a name is empty.
    """
    from quotetrack.domain.tables import Speaker

    added, removed = list(add_aliases), list(remove_aliases)
    if optional_line(organisation) and not optional_line(add_role):
        raise UsageError("An organisation needs a role in it: give the title as well.")
    with database.unit("edit_speaker") as unit:
        speaker = unit.get(Speaker, speaker_id)
        unit.summary = f"Edited the speaker {speaker.name}"
        changed = False
        if name is not None:
            changed |= _rename(unit, speaker, required_line(name, "The speaker's name"))
        if kind is not None and speaker.kind != kind.value:
            speaker.kind = kind.value
            unit.add(speaker)
            changed = True
        if spellings is not None:
            changed |= _replace_names(unit, speaker_id, list(spellings))
        for alias in added:
            changed |= _add_name(unit, speaker_id, alias)
        for alias in removed:
            _remove_name(unit, speaker_id, alias)
            changed = True
        title = optional_line(add_role)
        if title is not None:
            before = _roles(unit, speaker_id)
            attest_role(
                unit, speaker_id, title, organisation, kind=role_kind, attested_on=attested_on
            )
            changed |= _roles(unit, speaker_id) != before
        if not changed:
            raise Refused(f"{speaker.name} is recorded like that already; nothing was changed.")


def record_speaker(unit: "Unit", name: str, kind: SpeakerKind) -> int:
    """Add a speaker and the canonical spelling within a unit of work."""
    from quotetrack.domain.tables import Speaker, SpeakerName

    cleaned = required_line(name, "The speaker's name")
    speaker = Speaker(id=unit.new_id(), name=cleaned, kind=kind.value)
    unit.add(speaker)
    unit.add(
        SpeakerName(
            id=unit.new_id(),
            speaker_id=speaker.id,
            name=cleaned,
            kind=NameKind.CANONICAL.value,
            folded=fold_name(cleaned),
        )
    )
    return speaker.id


def attest_role(
    unit: "Unit",
    speaker_id: int,
    title: str,
    organisation: str | None,
    *,
    kind: RoleKind = RoleKind.OFFICE,
    attested_on: str | None = None,
    article_id: int | None = None,
    basis: RoleBasis = RoleBasis.RECORDED_THEN,
) -> int:
    """The id of the role as this source attests it, recorded unless it is known already."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Role

    cleaned, of = required_line(title, "The role"), optional_line(organisation)
    known = unit.session.exec(select(Role).where(col(Role.speaker_id) == speaker_id)).all()
    for role in known:
        same_title = (role.title, role.organisation) == (cleaned, of)
        same_source = article_id is not None and role.article_id == article_id
        if same_title and (role.attested_on == attested_on or same_source):
            return role.id
    role = Role(
        id=unit.new_id(),
        speaker_id=speaker_id,
        title=cleaned,
        organisation=of,
        kind=kind.value,
        attested_on=attested_on,
        basis=basis.value,
        article_id=article_id,
    )
    unit.add(role)
    return role.id


def _roles(unit: "Unit", speaker_id: int) -> int:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Role

    query = select(Role.id).where(col(Role.speaker_id) == speaker_id)
    return len(unit.session.exec(query).all())


def _names(unit: "Unit", speaker_id: int) -> "list[SpeakerName]":
    from sqlmodel import col, select

    from quotetrack.domain.tables import SpeakerName

    query = select(SpeakerName).where(col(SpeakerName.speaker_id) == speaker_id)
    return list(unit.session.exec(query).all())


def _speaker_named(unit: "Unit", name: str) -> int | None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import SpeakerName

    query = select(SpeakerName.speaker_id).where(col(SpeakerName.folded) == fold_name(name))
    return unit.session.exec(query).first()


def _rename(unit: "Unit", speaker: "Speaker", name: str) -> bool:
    if speaker.name == name:
        return False
    other = _speaker_named(unit, name)
    if other is not None and other != speaker.id:
        raise Refused(
            f"{name} is the name of speaker {quoted_identifier(other)} already. "
            "Two people are never made one by renaming."
        )
    for spelling in _names(unit, speaker.id):
        if spelling.kind == NameKind.CANONICAL.value:
            spelling.name, spelling.folded = name, fold_name(name)
            unit.add(spelling)
        elif spelling.name == name:
            unit.delete(spelling)
    speaker.name = name
    unit.add(speaker)
    return True


def _add_name(unit: "Unit", speaker_id: int, typed: str) -> bool:
    """Add a spelling, or say its kind and language anew where that is more than was known."""
    from quotetrack.domain.tables import SpeakerName

    spelling = read_spelling(typed)
    for known in _names(unit, speaker_id):
        if known.name == spelling.name:
            told = spelling != Spelling(spelling.name)
            return told and _describe_name(unit, known, spelling)
    name = SpeakerName(
        id=unit.new_id(),
        speaker_id=speaker_id,
        name=spelling.name,
        kind=spelling.kind.value,
        language=spelling.language,
        script=script_of(spelling.name) if spelling.kind is NameKind.TRANSLITERATION else None,
        folded=fold_name(spelling.name),
    )
    unit.add(name)
    return True


def _replace_names(unit: "Unit", speaker_id: int, typed: list[str]) -> bool:
    """Make these the only spellings beside the name itself."""
    wanted = {spelling.name: spelling for spelling in map(read_spelling, typed)}
    known = {name.name: name for name in _names(unit, speaker_id)}
    changed = False
    for name in list(known.values()):
        if name.name not in wanted and name.kind != NameKind.CANONICAL.value:
            unit.delete(name)
            changed = True
    for spelling in wanted.values():
        if spelling.name in known:
            changed |= _describe_name(unit, known[spelling.name], spelling)
        else:
            changed |= _add_name(unit, speaker_id, str(spelling))
    return changed


def _describe_name(unit: "Unit", known: "SpeakerName", spelling: Spelling) -> bool:
    """Say the kind and language of a spelling anew; the name itself stays what it is."""
    if known.kind == NameKind.CANONICAL.value:
        return False
    if (known.kind, known.language) == (spelling.kind.value, spelling.language):
        return False
    known.kind, known.language = spelling.kind.value, spelling.language
    if spelling.kind is NameKind.TRANSLITERATION and known.script is None:
        known.script = script_of(known.name)
    unit.add(known)
    return True


def _remove_name(unit: "Unit", speaker_id: int, alias: str) -> None:
    cleaned = required_line(alias, "The spelling")
    for spelling in _names(unit, speaker_id):
        if spelling.name == cleaned:
            if spelling.kind == NameKind.CANONICAL.value:
                raise Refused(f"{cleaned} is the speaker's name itself. Rename the speaker first.")
            unit.delete(spelling)
            return
    raise NotFound(f"The speaker has no spelling '{cleaned}'.")
