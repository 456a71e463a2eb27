"""Labels: the desk's own free tags, put on statements and taken off, many at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.actions.many import describe_many, load_statements
from quotetrack.actions.rows import required_line
from quotetrack.domain.desk_records import LabelRecord
from quotetrack.domain.errors import NotFound, UsageError
from quotetrack.domain.text import fold_name, shorten
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import labels as label_pages

if TYPE_CHECKING:
    from quotetrack.domain.tables import Tag
    from quotetrack.store.unit import Unit

LONGEST_LABEL = 60


class LabelResult(NamedTuple):
    """How many statements got a label they had not, and how many lost one they had."""

    added: int
    removed: int


def list_labels(reader: Reader, statement_ids: Sequence[int] = ()) -> list[LabelRecord]:
    """Every label, by name, with how many statements carry it and how many of these."""
    return label_pages.list_labels(reader.connection, statement_ids)


def label_statements(
    database: Database,
    statement_ids: Sequence[int],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> LabelResult:
    """Put labels on statements and take others off, all in one step.

    A label is known by its name whatever its case and accents; one that is not there yet is made.

    Raises:
        UsageError: no label is named, one has no letters, or one is to come and to go.
        NotFound: a label to be removed or a statement is not there.
        Refused: these are more statements than one step may change.
    """
    coming, going = _by_folded(add), _by_folded(remove)
    if not coming and not going:
        raise UsageError("Name a label to add or to remove.")
    both = [coming[folded] for folded in coming if folded in going]
    if both:
        raise UsageError(f"'{both[0]}' is to be added and removed. Say one of the two.")
    with database.unit("label_statements") as unit:
        statements = load_statements(unit, statement_ids)
        known = _known_labels(unit, [*coming, *going])
        missing = [name for folded, name in going.items() if folded not in known]
        if missing:
            raise NotFound(
                f"There is no label '{missing[0]}'. 'quotetrack label list' shows those there are."
            )
        result = LabelResult(0, 0)
        ids = [statement.id for statement in statements]
        for folded, name in coming.items():
            tag = known.get(folded) or _new_label(unit, name, folded)
            result = result._replace(added=result.added + _put_on(unit, tag.id, ids))
        for folded in going:
            removed = _take_off(unit, known[folded].id, ids)
            result = result._replace(removed=result.removed + removed)
        unit.summary = _summary(coming, going, describe_many(statements))
        return result


def _by_folded(names: Sequence[str]) -> dict[str, str]:
    """The names by their folded form, in the order given."""
    found: dict[str, str] = {}
    for name in names:
        cleaned = required_line(name, "The label")
        folded = fold_name(cleaned)
        if not folded:
            raise UsageError(f"'{cleaned}' has neither letters nor figures. Name the label.")
        if len(cleaned) > LONGEST_LABEL:
            raise UsageError(
                f"'{shorten(cleaned, 30)}' is too long for a label: {LONGEST_LABEL} characters "
                "at most. A note has room for more."
            )
        found.setdefault(folded, cleaned)
    return found


def _known_labels(unit: "Unit", folded: Sequence[str]) -> "dict[str, Tag]":
    from sqlmodel import col, select

    from quotetrack.domain.tables import Tag

    query = select(Tag).where(col(Tag.folded).in_(folded))
    return {tag.folded: tag for tag in unit.session.exec(query)}


def _new_label(unit: "Unit", name: str, folded: str) -> "Tag":
    from quotetrack.domain.tables import Tag

    tag = Tag(id=unit.new_id(), name=name, folded=folded)
    unit.add(tag)
    return tag


def _put_on(unit: "Unit", tag_id: int, statement_ids: Sequence[int]) -> int:
    """Give the label to those that have not got it; how many these are."""
    from quotetrack.domain.tables import StatementTag

    carrying = label_pages.carriers(unit.connection, tag_id, statement_ids)
    fresh = [each for each in statement_ids if each not in carrying]
    for statement_id in fresh:
        unit.session.add(StatementTag(id=unit.new_id(), statement_id=statement_id, tag_id=tag_id))
    unit.session.flush()
    return len(fresh)


def _take_off(unit: "Unit", tag_id: int, statement_ids: Sequence[int]) -> int:
    """Take the label from those that have it; how many these are."""
    from quotetrack.domain.tables import StatementTag

    carrying = label_pages.carriers(unit.connection, tag_id, statement_ids)
    for row_id in carrying.values():
        unit.session.delete(unit.get(StatementTag, row_id))
    unit.session.flush()
    return len(carrying)


def _summary(coming: dict[str, str], going: dict[str, str], what: str) -> str:
    parts = []
    if coming:
        parts.append(f"Labelled {what} {', '.join(coming.values())}")
    if going:
        verb = "removed" if coming else "Removed"
        parts.append(f"{verb} {', '.join(going.values())}" + ("" if coming else f" from {what}"))
    return "; ".join(parts)
