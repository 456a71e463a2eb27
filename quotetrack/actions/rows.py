"""Pieces that several writing actions share: dates into columns, speakers chosen, sources found."""

from typing import TYPE_CHECKING

from quotetrack.actions.choices import ExistingSpeaker, SpeakerChoice
from quotetrack.actions.wording import Place, find_places
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import to_edtf
from quotetrack.domain.errors import Ambiguous, UsageError
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.text import clean_line

if TYPE_CHECKING:
    from quotetrack.domain.tables import Event, SnapshotText, Statement
    from quotetrack.store.unit import Unit


def required_line(text: str | None, what: str) -> str:
    """The text as one clean line.

    Raises:
        UsageError: nothing readable is left of it; `what` names the field.
    """
    cleaned = optional_line(text)
    if cleaned is None:
        raise UsageError(f"{what} is empty. Type at least one word.")
    return cleaned


def optional_line(text: str | None) -> str | None:
    """The text as one clean line, or None where nothing is left of it."""
    if text is None:
        return None
    return clean_line(text).strip() or None


def write_date(row: "Statement | Event", prefix: str, date: UncertainDate) -> None:
    """Set the seven columns in which a row keeps a date: `said_...` or `happened_...`."""
    for name, value in (
        ("from", date.earliest),
        ("to", date.latest),
        ("precision", date.precision and date.precision.value),
        ("zone", date.zone),
        ("edtf", to_edtf(date)),
        ("phrase", optional_line(date.phrase)),
        ("basis", date.basis and date.basis.value),
    ):
        setattr(row, f"{prefix}_{name}", value)


def day_of(date: UncertainDate) -> str | None:
    """The last calendar day that the date allows, else the first."""
    moment = date.latest or date.earliest
    return moment[:10] if moment else None


def certainly_before(
    latest: str | None, latest_zone: str | None, earliest: str | None, earliest_zone: str | None
) -> bool:
    """Whether everything up to `latest` lies before everything from `earliest` on.

    Moments in different zones are compared by the day, with a day's grace.
    """
    if latest is None or earliest is None:
        return False
    if latest_zone == earliest_zone:
        shared = min(len(latest), len(earliest))
        return latest[:shared] < earliest[:shared]
    from datetime import date, timedelta

    grace = date.fromisoformat(latest[:10]) + timedelta(days=1)
    return grace < date.fromisoformat(earliest[:10])


def choose(unit: "Unit", choice: SpeakerChoice) -> int:
    """The id of the chosen speaker, recording a new one in this unit.

    Raises:
        NotFound: there is no speaker with the id chosen.
    """
    from quotetrack.domain.tables import Speaker

    if isinstance(choice, ExistingSpeaker):
        return unit.get(Speaker, choice.id).id
    from quotetrack.actions.speakers import record_speaker

    return record_speaker(unit, choice.name, choice.kind)


def latest_text(unit: "Unit", article_id: int) -> "SnapshotText | None":
    """The text of the article's latest snapshot, or None where it has none."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Snapshot, SnapshotText

    query = (
        select(SnapshotText)
        .join(Snapshot, col(Snapshot.id) == col(SnapshotText.snapshot_id))
        .where(col(Snapshot.article_id) == article_id)
        .order_by(col(Snapshot.fetched_at).desc(), col(SnapshotText.id).desc())
        .limit(1)
    )
    return unit.session.exec(query).first()


def place_in(text: str, wording: str, start: int | None) -> Place | None:
    """The one place of a wording in a text, or None where it does not stand there.

    Raises:
        Ambiguous: it stands there several times, and `start` names none of them.
    """
    places = find_places(text, wording)
    if start is not None:
        places = [place for place in places if place.start - 1 <= start <= place.start]
    if not places:
        return None
    if len(places) > 1:
        starts = ", ".join(str(place.start) for place in places[:8])
        raise Ambiguous(
            f"These words stand in the article {len(places)} times, at {starts}. "
            "Give more of the wording, or say which by its start."
        )
    return places[0]


def quoted_identifier(identifier: int) -> str:
    """How a message names a row."""
    return short_identifier(identifier)
