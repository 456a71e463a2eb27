"""Records as JSON: every key always there, null if unknown, ids as printed in full."""

from collections.abc import Iterable, Sequence

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import to_edtf
from quotetrack.domain.identifiers import print_identifier
from quotetrack.domain.records import (
    ArticleSummary,
    ContradictionRecord,
    EventRecord,
    HistoryEntry,
    LinkRecord,
    NoteRecord,
    QuoteRecord,
    SpeakerRecord,
    SpeakerSummary,
    StatementRecord,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    # A search prints none of these, and each of them costs it a millisecond.
    from quotetrack.domain.citation_records import Cited
    from quotetrack.domain.source_records import Independence
    from quotetrack.domain.speaker_records import SpeakerLife, TimelineEntry
    from quotetrack.domain.trail_records import UnitRecord

Json = dict[str, object]


def statement(record: StatementRecord) -> Json:
    """A statement with its quotes, events, links, labels and notes."""
    row = record.row
    return {
        "id": print_identifier(row.id),
        "speaker": {"id": print_identifier(row.speaker_id), "name": row.speaker_name},
        "on_behalf_of": record.on_behalf_of,
        "role": row.role,
        "text": row.text,
        "hit": row.hit,
        "said": date(row.said),
        "status": row.status.value,
        "marks": list(row.marks),
        "workflow": row.workflow.value,
        "quotes": [quote(each) for each in record.quotes],
        "sources": sources(record.independence),
        "events": [event(each) for each in record.events],
        "links": [link(each) for each in record.links],
        "labels": list(record.labels),
        "notes": [note(each) for each in record.notes],
    }


def note(record: NoteRecord) -> Json:
    """A remark of the desk."""
    return {
        "id": print_identifier(record.id),
        "text": record.text,
        "author": record.author,
        "at": record.at,
    }


def date(value: UncertainDate) -> Json:
    """A date: the interval, how fine it is, and the phrase it came from."""
    return {
        "from": value.earliest,
        "to": value.latest,
        "precision": value.precision and value.precision.value,
        "zone": value.zone,
        "edtf": to_edtf(value),
        "phrase": value.phrase,
        "basis": value.basis and value.basis.value,
    }


def quote(record: QuoteRecord) -> Json:
    """One source's rendering; start and end count code points, the end exclusive."""
    return {
        "id": print_identifier(record.id),
        "exact": record.exact,
        "form": record.form.value,
        "mention": record.mention,
        "cue": record.cue,
        "chain": record.chain,
        "language": record.language,
        "translated_from": record.translated_from,
        "translated_by": record.translated_by,
        "article": article(record.article) if record.article else None,
        "start": record.start,
        "end": record.end,
        "locator": record.locator,
        "anchor_state": record.anchor_state.value,
        "attribution": record.attribution.value,
        "attribution_basis": record.attribution_basis.value,
    }


def sources(found: "Independence") -> Json:
    """How many sources there are, how many are independent, and which hang together why."""
    return {
        "count": found.sources,
        "independent": found.independent,
        "groups": [
            {
                "quotes": [print_identifier(each) for each in group.quotes],
                "independent": group.independent,
                "reasons": list(group.reasons),
            }
            for group in found.groups
        ],
    }


def article(record: ArticleSummary) -> Json:
    """An article as a quote names it."""
    return {
        "id": print_identifier(record.id),
        "kind": record.kind.value,
        "title": record.title,
        "outlet": record.outlet,
        "url": record.url,
        "published": record.published,
        "provenance": record.provenance.value,
    }


def event(record: EventRecord) -> Json:
    """Something that happened to a statement later; the actor by name."""
    return {
        "id": print_identifier(record.id),
        "type": record.type.value,
        "actor": record.actor,
        "from": record.happened.earliest,
        "to": record.happened.latest,
        "phrase": record.happened.phrase,
        "evidence": record.evidence,
        "note": record.note,
    }


def link(record: LinkRecord) -> Json:
    """A link as the statement sees it; direction is the place of the other end."""
    return {
        "relation": record.relation.value,
        "basis": record.basis and record.basis.value,
        "state": record.state.value,
        "direction": record.direction,
        "other": {"kind": record.other_kind, "id": print_identifier(record.other_id)},
        "score": record.score,
        "reasons": list(record.reasons),
    }


def speaker_summary(record: SpeakerSummary) -> Json:
    """One line of the speaker list."""
    return {
        "id": print_identifier(record.id),
        "name": record.name,
        "kind": record.kind.value,
        "role": record.role,
        "statements": record.statement_count,
    }


def speaker(record: SpeakerRecord) -> Json:
    """A speaker with every spelling and role, and how many statements have which status."""
    return {
        "id": print_identifier(record.id),
        "name": record.name,
        "kind": record.kind.value,
        "wikidata_id": record.wikidata_id,
        "names": [
            {
                "name": each.name,
                "kind": each.kind,
                "script": each.script,
                "language": each.language,
            }
            for each in record.names
        ],
        "roles": [
            {
                "id": print_identifier(each.id),
                "title": each.title,
                "organisation": each.organisation,
                "kind": each.kind,
                "attested_on": each.attested_on,
                "basis": each.basis,
                "held_from": each.held_from,
                "held_to": each.held_to,
                "source": article(each.article) if each.article else None,
                "statements": each.statements,
            }
            for each in record.roles
        ],
        "statements": record.statement_count,
        "statuses": {status.value: count for status, count in record.status_counts},
    }


def speaker_life(life: "SpeakerLife", entries: "Sequence[TimelineEntry]") -> Json:
    """A speaker with notes, statements by month, and the statements that were asked for."""
    return speaker(life.speaker) | {
        "outside_every_role": life.outside,
        "months": [{"month": month, "statements": count} for month, count in life.months],
        "undated": life.undated,
        "notes": [note(each) for each in life.notes],
        "timeline": [
            {
                "id": print_identifier(row.id),
                "text": row.text,
                "said": date(row.said),
                "role": row.role,
                "status": row.status.value,
                "outside_every_role": bool(outside),
                "events": [event(each) for each in events],
            }
            for (row, events), outside in zip(entries, life.timeline.outside, strict=False)
        ],
    }


def contradiction(record: ContradictionRecord) -> Json:
    """A pair: the earlier statement, and the later statement or event against it."""
    later: Json = {"kind": "event", "statement": None, "event": None}
    if record.later is not None:
        later.update(kind="statement", statement=statement(record.later))
    if record.later_event is not None:
        later.update(event=event(record.later_event))
    return {
        "id": print_identifier(record.id),
        "relation": record.relation.value,
        "basis": record.basis and record.basis.value,
        "state": record.state.value,
        "score": record.score,
        "reasons": list(record.reasons),
        "decided_by": record.decided_by,
        "decided_at": record.decided_at,
        "earlier": statement(record.earlier),
        "later": later,
    }


def history(entries: Iterable[HistoryEntry]) -> list[Json]:
    """Units of work; a unit's number is no id and stays a number."""
    return [
        {
            "unit": entry.unit,
            "at": entry.at,
            "actor": entry.actor,
            "action": entry.action,
            "summary": entry.summary,
            "changes": [
                {"table": table, "id": print_identifier(row), "change": change}
                for table, row, change in entry.changes
            ],
            "undoes": entry.undoes,
            "undone_by": entry.undone_by,
        }
        for entry in entries
    ]


def unit(record: "UnitRecord") -> Json:
    """A unit of work with each row it changed, and each field before and after."""
    (entry,) = history([record.entry])
    rows = [
        {
            "table": row.table,
            "id": print_identifier(row.row_id),
            "change": row.change,
            "title": row.title,
            "fields": [each._asdict() for each in row.fields],
            "derived": list(row.derived),
            "erased": row.erased,
        }
        for row in record.rows
    ]
    return {**entry, "rows": rows, "more_rows": record.more}


def citations(cited: "Cited") -> Json:
    """Citations in one text, and the parts of each; a part not known is null."""
    return {
        "format": cited.format.value,
        "text": cited.text,
        "statements": [
            {
                "id": print_identifier(each.statement_id),
                "quote": each.quote_id and print_identifier(each.quote_id),
                "fields": {name: value or None for name, value in each.fields.items()},
            }
            for each in cited.statements
        ],
    }
