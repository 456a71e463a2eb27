"""What a citation says, in words: the fields that every format and the house template draw on."""

from datetime import UTC, datetime
from typing import NamedTuple

from quotetrack.domain.citation_records import Citation, CitedSource
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.identifiers import print_identifier
from quotetrack.domain.records import EventRecord, StatementRecord
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import (
    AnchorState,
    Attribution,
    AttributionBasis,
    DateBasis,
    EventState,
    EventType,
    Form,
    Precision,
    Status,
)
from quotetrack.domain.words import event_words, spaced
from quotetrack.exchange.source_addresses import web_address

_AS_PRINTED = frozenset(
    {
        DateBasis.STATED,
        DateBasis.RELATIVE,
        DateBasis.SCENE,
        DateBasis.CAPTION,
        DateBasis.DATELINE,
    }
)
_LENGTHS = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}
_SOUND = frozenset({Attribution.CONFIRMED, Attribution.PROBABLE, Attribution.UNVERIFIED})
_NO_LONGER_THERE = {
    AnchorState.CHANGED: "the source words it differently now",
    AnchorState.ORPHANED: "no longer in the source",
    AnchorState.GONE: "the source is gone",
}
_BY_THE_PUBLISHER = {
    EventType.PUBLISHER_CORRECTED: "corrected by the publisher",
    EventType.PUBLISHER_WITHDREW: "withdrawn by the publisher",
}
_MARKS = {"third_party_disputed": "disputed by others", "reaffirmed": "later reaffirmed"}


class Fields(NamedTuple):
    """The parts of a citation, each on one line; empty where nothing is known."""

    speaker: str
    role: str
    on_behalf_of: str
    said: str
    wording: str
    form: str
    venue: str
    outlet: str
    title: str
    byline: str
    published: str
    url: str
    source: str
    captured: str
    archive: str
    locator: str
    translation: str
    status: str
    id: str


EXPLANATIONS = Fields(
    speaker="who said it",
    role="the speaker's role at the time",
    on_behalf_of="for whom it was said",
    said="when, no finer than it is known, with the words printed for it",
    wording="the words: in marks where they are the speaker's own, without where they are retold",
    form="verbatim, partial, mixed or paraphrase",
    venue="where or on what occasion",
    outlet="who published the source",
    title="its headline",
    byline="its author, or the account that posted it",
    published="when it was published, no finer than it is known",
    url="its address",
    source="byline, title, outlet, publication and address in one, or that none is recorded",
    captured="when the stored copy was made",
    archive="an archived copy",
    locator="where the words stand: characters of the stored text, a time, a page",
    translation="from which language, and by whom",
    status="what became of it: denied, retracted, misattributed, withdrawn by the publisher",
    id="the statement's id in the database",
)
"""Every field, for docs and for messages."""


def fields_of(citation: Citation) -> Fields:
    """The parts of a citation in words."""
    record, source = citation
    row = record.row
    article = source.quote.article if source else None
    values = Fields(
        speaker=row.speaker_name,
        role=row.role or "",
        on_behalf_of=record.on_behalf_of or "",
        said=describe_said(row.said),
        wording=wording_in_marks(citation),
        form=spaced(source.quote.form.value) if source else "",
        venue=record.venue or "",
        outlet=(article and article.outlet) or "",
        title=(article and article.title) or "",
        byline=_byline(source) if source else "",
        published=describe_published(source) if source else "",
        url=web_address(article.url) or "" if article else "",
        source="",
        captured=_describe_captured(source.captured_at) if source else "",
        archive=web_address(source.archive_url) or "" if source else "",
        locator=_describe_locator(source) if source else "",
        translation=_describe_translation(source) if source else "",
        status=describe_status(citation),
        id=print_identifier(row.id),
    )
    cleaned = Fields(*(clean_line(value) for value in values))
    return cleaned._replace(source=_in_one_source(cleaned))


def in_one_note(fields: Fields) -> str:
    """Who said what, and when: for formats with no place for a speaker who is not the author."""
    role = f", {fields.role}" if fields.role else ""
    principal = f", for {fields.on_behalf_of}" if fields.on_behalf_of else ""
    form = f" ({fields.form})" if fields.form else ""
    translation = f" ({fields.translation})" if fields.translation else ""
    status = f" Status: {fields.status}." if fields.status else ""
    said = f"{fields.speaker}{role}{principal}, {fields.said}: {fields.wording}"
    return f"{said}{form}{translation}.{status}"


def describe_said(said: UncertainDate) -> str:
    """When it was said: the interval, the phrase as printed, and whether it is only supposed."""
    if not said.known:
        return "on a date not recorded"
    words = describe_date(said)
    if said.basis is DateBasis.PUBLICATION:
        return f"{words} (the date of publication)"
    if said.phrase and said.basis in _AS_PRINTED:
        return f"{words} (as printed: “{said.phrase}”)"
    return words


def wording_in_marks(citation: Citation) -> str:
    """The words: in quotation marks where they are the speaker's own, without where retold.

    A mixed wording brings the marks of its fragments with it.
    """
    record, source = citation
    if source is None:
        return record.row.text
    if source.quote.form in (Form.VERBATIM, Form.PARTIAL):
        return f"“{source.quote.exact}”"
    return source.quote.exact


def describe_published(source: CitedSource) -> str:
    """When the source was published, as finely as that is known."""
    moment = published_moment(source)
    if moment is None:
        return ""
    precision = source.published_precision or Precision.DAY
    return describe_date(UncertainDate(moment, moment, precision, source.published_zone))


def published_moment(source: CitedSource) -> str | None:
    """The moment of publication, cut to what is known of it: "2023", "2023-03", "2023-03-02"."""
    if source.published is None:
        return None
    length = _LENGTHS.get(source.published_precision or Precision.DAY)
    return source.published[:length]


def describe_status(citation: Citation) -> str:
    """What a reader has to know before relying on the words; empty where nothing is recorded."""
    record, source = citation
    said: list[str] = []
    row = record.row
    if row.status is not Status.NO_LATER_EVENT:
        words = event_words(row.status_event) if row.status_event else spaced(row.status.value)
        act = _deciding_act(record)
        when = f", {describe_date(act.happened)}" if act and act.happened.known else ""
        said.append(f"later {words}{when}")
    said += [_MARKS.get(mark, spaced(mark)) for mark in row.marks]
    if source is not None:
        quote = source.quote
        if quote.attribution not in _SOUND:
            said.append(f"attribution: {spaced(quote.attribution)}")
        if source.attribution_basis in (
            AttributionBasis.BACKGROUND,
            AttributionBasis.DEEP_BACKGROUND,
        ):
            said.append(f"given on {spaced(source.attribution_basis.value)}")
        said += [_BY_THE_PUBLISHER.get(act, event_words(act)) for act in source.publisher_acts]
        if quote.anchor_state in _NO_LONGER_THERE:
            said.append(_NO_LONGER_THERE[quote.anchor_state])
    return "; ".join(said)


def _byline(source: CitedSource) -> str:
    """The author as a name: an English byline begins with a word that is none of it."""
    name = source.byline or source.account or ""
    first, _, rest = name.strip().partition(" ")
    return rest if rest and first.casefold() == "by" else name


def _in_one_source(fields: Fields) -> str:
    title = f"“{fields.title}”" if fields.title else ""
    parts = (fields.byline, title, fields.outlet, fields.published, fields.url)
    return ", ".join(part for part in parts if part) or "source not recorded"


def _deciding_act(record: StatementRecord) -> EventRecord | None:
    """The act that gave the status: the latest accepted one of its type; undated counts as last."""
    acts = [
        event
        for event in record.events
        if event.type is record.row.status_event and event.state is EventState.ACCEPTED
    ]
    return acts[-1] if acts else None


def _describe_captured(captured: str | None) -> str:
    if not captured:
        return ""
    try:
        moment = datetime.fromisoformat(captured)
    except ValueError:
        return captured
    if moment.tzinfo is None:
        return captured
    minute = moment.astimezone(UTC).isoformat()[:16]
    return describe_date(UncertainDate(minute, minute, Precision.MINUTE, "UTC"))


def _describe_locator(source: CitedSource) -> str:
    quote = source.quote
    if quote.locator:
        return quote.locator
    if quote.start is None:
        return ""
    return f"characters {quote.start}–{quote.end}"


def _describe_translation(source: CitedSource) -> str:
    if source.translated_from is None:
        return ""
    by = f" by {source.translated_by}" if source.translated_by else ""
    return f"translated from {source.translated_from}{by}"
