"""Citations as CSL-JSON, the data of the Citation Style Language that reference managers read."""

import json
from collections.abc import Sequence

from quotetrack.domain.citation_records import Citation, CitedSource
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import ArticleKind
from quotetrack.exchange.citations.fields import (
    describe_said,
    fields_of,
    in_one_note,
    published_moment,
)
from quotetrack.exchange.citations.keys import citation_keys

TYPES = {
    ArticleKind.ARTICLE: "article-newspaper",
    ArticleKind.POST: "post",
    ArticleKind.VIDEO: "broadcast",
    ArticleKind.AUDIO: "broadcast",
    ArticleKind.TRANSCRIPT: "document",
    ArticleKind.DOCUMENT: "document",
    ArticleKind.IMAGE: "graphic",
    ArticleKind.INTERVIEW: "interview",
    ArticleKind.CORRESPONDENCE: "personal_communication",
}
"""What CSL calls each kind of source."""

WITHOUT_SOURCE = "speech"

Item = dict[str, object]


def write(citations: Sequence[Citation]) -> str:
    """A JSON list with an item for each, one of its fields a line."""
    keys = citation_keys(citations)
    items = [_item(key, citation) for key, citation in zip(keys, citations, strict=True)]
    return "[\n" + ",\n".join(map(_printed, items)) + "\n]"


def _printed(item: Item) -> str:
    fields = (
        f"    {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in item.items()
    )
    return "  {\n" + ",\n".join(fields) + "\n  }"


def _item(key: str, citation: Citation) -> Item:
    """What is not known is left out, as CSL wants it."""
    fields = fields_of(citation)
    source = citation.source
    article = source.quote.article if source else None
    item: Item = {
        "id": key,
        "type": TYPES[article.kind] if article else WITHOUT_SOURCE,
        "title": fields.title or (fields.wording if article is None else ""),
        "container-title": fields.outlet,
        "author": _names(fields.byline if article else fields.speaker),
        "issued": _issued(source) if article and source else _when(citation.record.row.said),
        "accessed": _date_parts(source.captured_at and source.captured_at[:10]) if source else None,
        "event-date": _when(citation.record.row.said),
        "event-place": fields.venue,
        "URL": fields.url,
        "archive_location": fields.archive,
        "locator": fields.locator,
        "language": clean_line(source.language) if source and source.language else "",
        "note": in_one_note(fields),
    }
    return {name: value for name, value in item.items() if value}


def _names(name: str) -> list[dict[str, str]]:
    """One name as it is printed; it is not taken apart by guessing."""
    return [{"literal": name}] if name else []


def _issued(source: CitedSource) -> Item | None:
    return _date_parts(published_moment(source))


def _when(said: UncertainDate) -> Item | None:
    """A day, month or year as such; an interval as a range; an open one in words."""
    if not said.known:
        return None
    if said.earliest is None or said.latest is None:
        return {"literal": clean_line(describe_said(said))}
    length = {"year": 4, "month": 7}.get(said.precision.value if said.precision else "", 10)
    first, last = said.earliest[:length], said.latest[:length]
    if first == last:
        return _date_parts(first)
    return {"date-parts": [_parts(first), _parts(last)]}


def _date_parts(day: str | None) -> Item | None:
    return {"date-parts": [_parts(day)]} if day else None


def _parts(day: str) -> list[int]:
    return [int(part) for part in day[:10].split("-")]
