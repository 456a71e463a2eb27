"""The small frozen rows that reading returns; screens and commands show them."""

from typing import NamedTuple

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.source_records import NO_SOURCES, Independence
from quotetrack.domain.vocabulary import (
    AnchorState,
    ArticleKind,
    Attribution,
    AttributionBasis,
    Basis,
    EventState,
    EventType,
    Form,
    LinkState,
    Provenance,
    Relation,
    SpeakerKind,
    Status,
    Workflow,
)


class SpeakerSummary(NamedTuple):
    """One line of the speaker list.

    Attributes:
        role: the latest attested title, with its organisation, or None.
        statement_count: open statements of this speaker.
    """

    id: int
    name: str
    kind: SpeakerKind
    role: str | None
    statement_count: int


class NameRecord(NamedTuple):
    """One spelling of a speaker; its script is that of ISO 15924 ("Cyrl")."""

    id: int
    name: str
    kind: str
    language: str | None
    script: str | None


class SpeakerRecord(NamedTuple):
    """A speaker with every spelling and role."""

    id: int
    name: str
    kind: SpeakerKind
    wikidata_id: str | None
    names: tuple[NameRecord, ...]
    roles: tuple["RoleRecord", ...]
    statement_count: int
    status_counts: tuple[tuple[Status, int], ...]


class StatementRow(NamedTuple):
    """One line of a statement list.

    Attributes:
        key: the date key, which orders lists and pages them.
        role: the speaker's role at the time.
        status_event: the accepted act that gave the status, so that a list can say which denial.
        marks: "reaffirmed" and "third_party_disputed", where they apply.
        contradictions: contradicting links that nobody has dismissed, in either direction.
        wider: the date said is an interval that reaches beyond the one searched for.
        hit: the wording of a quote, shortened, with words of the search that `text` has not.
    """

    id: int
    key: int
    speaker_id: int
    speaker_name: str
    role: str | None
    text: str
    said: UncertainDate
    status: Status
    status_event: EventType | None
    marks: tuple[str, ...]
    contradictions: int
    workflow: Workflow
    quote_count: int
    wider: bool = False
    hit: str | None = None


class ArticleSummary(NamedTuple):
    """An article as a quote or event names it."""

    id: int
    kind: ArticleKind
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    provenance: Provenance


class RoleRecord(NamedTuple):
    """One role as a source attests it.

    Attributes:
        article: the source, or None where it is not recorded.
        statements: how many statements carry the role.
    """

    id: int
    title: str
    organisation: str | None
    kind: str
    attested_on: str | None
    basis: str
    held_from: str | None
    held_to: str | None
    statements: int
    article: ArticleSummary | None


class QuoteRecord(NamedTuple):
    """One source's rendering of a statement.

    Attributes:
        start: first character in the snapshot's text, in code points; None if unanchored.
        end: offset behind the last character.
        before: the stored text before the quote, for showing it in its context.
        after: the stored text after it.
        chain: through whom the source has it, as it says.
        translated_from: the language of the words that these translate.
        attribution_basis: on what terms the words were given to the source.
    """

    id: int
    exact: str
    form: Form
    mention: str | None
    cue: str | None
    attribution: Attribution
    article: ArticleSummary | None
    start: int | None
    end: int | None
    locator: str | None
    anchor_state: AnchorState
    before: str
    after: str
    chain: str | None = None
    language: str | None = None
    translated_from: str | None = None
    translated_by: str | None = None
    attribution_basis: AttributionBasis = AttributionBasis.ON_RECORD


class EventRecord(NamedTuple):
    """One thing that happened to a statement later.

    Attributes:
        evidence: the words that show it.
        article: the source of the evidence, or None where it is not recorded.
    """

    id: int
    statement_id: int
    type: EventType
    state: EventState
    actor_id: int | None
    actor: str | None
    happened: UncertainDate
    evidence: str | None
    article: ArticleSummary | None
    characterised_by: str | None
    note: str | None


class LinkRecord(NamedTuple):
    """A link as one of its two ends sees it.

    Attributes:
        direction: "earlier" or "later": the place of the other end.
        other_kind: "statement" or "event".
        other_text: the other end in a few words.
    """

    id: int
    relation: Relation
    basis: Basis | None
    state: LinkState
    direction: str
    other_kind: str
    other_id: int
    other_text: str
    other_date: UncertainDate
    score: float | None
    reasons: tuple[str, ...]


class NoteRecord(NamedTuple):
    """A remark of the desk on a row."""

    id: int
    text: str
    author: str
    at: str


class StatementRecord(NamedTuple):
    """Everything about one statement.

    Attributes:
        labels: the desk's own free tags, by name.
        independence: how the sources hang together.
    """

    row: StatementRow
    speaker_kind: SpeakerKind
    on_behalf_of: str | None
    venue: str | None
    language: str | None
    quotes: tuple[QuoteRecord, ...]
    events: tuple[EventRecord, ...]
    links: tuple[LinkRecord, ...]
    notes: tuple[NoteRecord, ...]
    labels: tuple[str, ...] = ()
    independence: Independence = NO_SOURCES


class ContradictionRecord(NamedTuple):
    """A pair side by side: an earlier statement, and a later statement or event.

    Exactly one of `later` and `later_event` is set.
    """

    id: int
    relation: Relation
    basis: Basis | None
    state: LinkState
    score: float | None
    reasons: tuple[str, ...]
    decided_by: str | None
    decided_at: str | None
    earlier: StatementRecord
    later: StatementRecord | None
    later_event: EventRecord | None


class ContradictionRow(NamedTuple):
    """One line of the contradiction list.

    Attributes:
        later_id: the later statement; None where the later side is an event.
        later_speaker_id: who said it.
    """

    id: int
    basis: Basis | None
    state: LinkState
    score: float | None
    speaker_name: str
    earlier_text: str
    later_text: str
    earlier_id: int
    earlier_speaker_id: int
    later_id: int | None
    later_speaker_id: int | None


class HistoryEntry(NamedTuple):
    """One unit of work: who did what, when, to which rows.

    Attributes:
        unit: the id shared by all audit entries of the unit.
        changes: (table, row id, "insert" | "update" | "delete") in order.
        undoes: the unit this one took back.
        undone_by: the unit that took this one back.
    """

    unit: int
    at: str
    actor: str
    action: str
    summary: str
    changes: tuple[tuple[str, int, str], ...]
    undoes: int | None
    undone_by: int | None
