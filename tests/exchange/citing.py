"""Makes citations out of values alone, for formats know no database."""

from quotetrack.domain.citation_records import Citation, CitedSource
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.records import (
    ArticleSummary,
    EventRecord,
    QuoteRecord,
    StatementRecord,
    StatementRow,
)
from quotetrack.domain.vocabulary import (
    AnchorState,
    ArticleKind,
    Attribution,
    AttributionBasis,
    DateBasis,
    EventState,
    EventType,
    Form,
    Precision,
    Provenance,
    SpeakerKind,
    Status,
    Workflow,
)

DAY = UncertainDate(
    "2022-12-05", "2022-12-05", Precision.DAY, None, "On 5 December", DateBasis.STATED
)
BETWEEN = UncertainDate("2022-12-05", "2023-03-02", Precision.DAY, None, None, DateBasis.ENTERED)
ARTICLE = ArticleSummary(
    id=9,
    kind=ArticleKind.ARTICLE,
    title="Bridge stays shut",
    outlet="Harbour Post",
    url="https://harbour.example/bridge",
    published="2023-03-02",
    provenance=Provenance.SECONDARY,
)
QUOTE = QuoteRecord(
    id=7,
    exact="the bridge opens in spring",
    form=Form.VERBATIM,
    mention=None,
    cue="said",
    attribution=Attribution.CONFIRMED,
    article=ARTICLE,
    start=58,
    end=84,
    locator=None,
    anchor_state=AnchorState.EXACT,
    before="On 5 December Harbour Master Ruth Ames said “",
    after="”. She added that 40 ships were waiting.",
)
SOURCE = CitedSource(
    quote=QUOTE,
    timecode=None,
    page=None,
    language="en",
    translated_from=None,
    translated_by=None,
    attribution_basis=AttributionBasis.ON_RECORD,
    byline="By Ana Reis",
    account=None,
    published="2023-03-02",
    published_precision=Precision.DAY,
    published_zone=None,
    captured_at="2023-03-14T09:30:00+00:00",
    archive_url=None,
    publisher_acts=(),
)
ROW = StatementRow(
    id=4_000_001,
    key=1,
    speaker_id=2,
    speaker_name="Ruth Ames",
    role="Harbour Master, Port of Ely",
    text="the bridge opens in spring",
    said=DAY,
    status=Status.NO_LATER_EVENT,
    status_event=None,
    marks=(),
    contradictions=0,
    workflow=Workflow.REVIEWED,
    quote_count=1,
)
RECORD = StatementRecord(ROW, SpeakerKind.PERSON, None, None, "en", (QUOTE,), (), (), ())
CITATION = Citation(RECORD, SOURCE)


def with_row(citation: Citation = CITATION, **changes: object) -> Citation:
    """The citation with other values in the statement's line."""
    row = citation.record.row._replace(**changes)  # type: ignore[arg-type]
    return citation._replace(record=citation.record._replace(row=row))


def with_quote(citation: Citation = CITATION, **changes: object) -> Citation:
    """The citation with other values in the quote."""
    assert citation.source is not None
    quote = citation.source.quote._replace(**changes)  # type: ignore[arg-type]
    return citation._replace(source=citation.source._replace(quote=quote))


def with_source(citation: Citation = CITATION, **changes: object) -> Citation:
    """The citation with other values beside the quote."""
    assert citation.source is not None
    return citation._replace(source=citation.source._replace(**changes))  # type: ignore[arg-type]


def with_article(citation: Citation = CITATION, **changes: object) -> Citation:
    """The citation with other values in the article."""
    return with_quote(citation, article=ARTICLE._replace(**changes))  # type: ignore[arg-type]


def denied(citation: Citation = CITATION) -> Citation:
    """The citation of a statement that was denied, the source does not say how."""
    act = EventRecord(
        id=5,
        statement_id=ROW.id,
        type=EventType.DENIED_UNSPECIFIED,
        state=EventState.ACCEPTED,
        actor_id=2,
        actor="Ruth Ames",
        happened=BETWEEN,
        evidence=None,
        article=None,
        characterised_by=None,
        note=None,
    )
    changed = with_row(citation, status=Status.DENIED, status_event=EventType.DENIED_UNSPECIFIED)
    return changed._replace(record=changed.record._replace(events=(act,)))
