"""Anchoring: where a wording stands in an article's stored text, and the quote written from it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrack.actions.rows import latest_text, place_in, quoted_identifier
from quotetrack.actions.wording import (
    Place,
    context_of,
    guess_form,
    guess_form_of_typed,
    strip_marks,
)
from quotetrack.domain.errors import Refused
from quotetrack.domain.text import clean_text
from quotetrack.domain.vocabulary import AnchorState, Form
from quotetrack.sources.read_values import CAPTIONS, PAGE_BREAK

if TYPE_CHECKING:
    from quotetrack.domain.tables import Quote, SnapshotText
    from quotetrack.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in a snapshot's text, in the snapshot's own wording.

    Attributes:
        page: on which page of a document; None where it has none.
        timecode: when the words are heard, in seconds; None where nothing is.
    """

    snapshot_text_id: int
    place: Place
    exact: str
    prefix: str
    suffix: str
    form: Form
    page: int | None = None
    timecode: float | None = None


def anchor_in(
    unit: "Unit",
    article_id: int,
    text: str,
    start: int | None,
    end: int | None,
    unanchored: bool,
) -> Anchor | None:
    """The place of a wording in an article's latest text; None where it is kept unanchored.

    Args:
        start: which of several places is meant, in code points.
        end: offset behind it; with `start`, `text` is what stands there and is not looked for.

    Raises:
        Refused: the text does not hold it, and `unanchored` is not set.
        Ambiguous: it stands there several times, and `start` says not which.
    """
    stored = latest_text(unit, article_id)
    if stored is None:
        return None
    if start is not None and end is not None and stored.text[start:end] == text:
        place: Place | None = Place(start, end)
    else:
        place = place_in(stored.text, clean_text(text).strip(), start)
    if place is None:
        if unanchored:
            return None
        raise Refused(
            "These words do not stand in the stored text of the article. Copy them as they are "
            "printed, or record them as unanchored."
        )
    prefix, suffix = context_of(stored.text, place)
    return Anchor(
        stored.id,
        place,
        stored.text[place.start : place.end],
        prefix,
        suffix,
        guess_form(stored.text, place),
        page_of(stored.text, place.start),
        _heard_at(unit, stored, place.start),
    )


def page_of(text: str, position: int) -> int | None:
    """The page, from 1, of a place in a document's text; None where the text has no pages."""
    return text.count(PAGE_BREAK, 0, position) + 1 if PAGE_BREAK in text else None


def _heard_at(unit: "Unit", stored: "SnapshotText", position: int) -> float | None:
    """When words of captions are heard: their text keeps no times, the captured bytes do."""
    if not stored.extractor.endswith(CAPTIONS):
        return None
    from zlib import decompress

    from quotetrack.domain.tables import Snapshot
    from quotetrack.sources.captions import read_captions

    snapshot = unit.get(Snapshot, stored.snapshot_id)
    charset = snapshot.media_type.partition("charset=")[2] or None
    return read_captions(decompress(snapshot.raw), charset).time_at(position)


def refuse_known_place(unit: "Unit", speaker_id: int, anchor: Anchor) -> None:
    """Refuse words that are recorded of this speaker at the very same place.

    Raises:
        Refused: they are; the message names the statement.
    """
    from sqlmodel import col, select

    from quotetrack.domain.tables import Quote, Statement

    query = (
        select(Quote.statement_id)
        .join(Statement, col(Statement.id) == col(Quote.statement_id))
        .where(
            col(Statement.speaker_id) == speaker_id,
            col(Quote.snapshot_text_id) == anchor.snapshot_text_id,
            col(Quote.start) == anchor.place.start,
            col(Quote.end) == anchor.place.end,
        )
    )
    known = unit.session.exec(query).first()
    if known is not None:
        raise Refused(
            f"These words of this speaker are recorded already, as statement "
            f"{quoted_identifier(known)}."
        )


def write_quote(
    unit: "Unit",
    statement_id: int,
    article_id: int | None,
    anchor: Anchor | None,
    wording: str,
    form: Form | None,
    **facts: str | None,
) -> "Quote":
    """Write a quote and, where it is anchored, the first check of it.

    Args:
        wording: the words as typed, kept where there is no anchor.
        form: how the source renders them; None: as their quote marks suggest.
        facts: other columns of the quote, such as its cue.
    """
    from quotetrack.domain.tables import Anchoring, Quote

    rendering = form or (anchor.form if anchor else guess_form_of_typed(wording))
    quote = Quote(
        id=unit.new_id(),
        statement_id=statement_id,
        article_id=article_id,
        snapshot_text_id=anchor.snapshot_text_id if anchor else None,
        start=anchor.place.start if anchor else None,
        end=anchor.place.end if anchor else None,
        exact=anchor.exact if anchor else strip_marks(wording),
        prefix=anchor.prefix if anchor else "",
        suffix=anchor.suffix if anchor else "",
        form=rendering.value,
        page=anchor.page if anchor else None,
        timecode=anchor.timecode if anchor else None,
    )
    for name, value in facts.items():
        setattr(quote, name, value)
    unit.add(quote)
    if anchor is not None:
        unit.add(
            Anchoring(
                id=unit.new_id(),
                quote_id=quote.id,
                snapshot_text_id=anchor.snapshot_text_id,
                state=AnchorState.EXACT.value,
                start=anchor.place.start,
                end=anchor.place.end,
                at=unit.now,
            )
        )
    return quote
