"""Citations in Markdown (CommonMark); whatever is quoted stays text there."""

import re
from collections.abc import Sequence

from quotetrack.domain.citation_records import Citation
from quotetrack.exchange.citations.address import address_at_quote
from quotetrack.exchange.citations.fields import Fields, fields_of

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>&~|#$]")
# Some readers make links of bare addresses.
_WOULD_BE_A_LINK = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.|@", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def write(citations: Sequence[Citation]) -> str:
    """A paragraph for one citation; a list for several."""
    entries = [_entry(citation) for citation in citations]
    return entries[0] if len(entries) == 1 else "\n".join(f"- {entry}" for entry in entries)


def escape(text: str) -> str:
    """The text such that Markdown shows it as it is, wherever in a line it stands."""
    escaped = _MEANS_SOMETHING.sub(r"\\\g<0>", text)
    return _WOULD_BE_A_LINK.sub(r"\\\g<0>", escaped)


def _entry(citation: Citation) -> str:
    fields = fields_of(citation)
    shown = Fields(*(escape(value) for value in fields))
    who = f"**{shown.speaker}**"
    role = f", {shown.role}" if fields.role else ""
    principal = f", for {shown.on_behalf_of}" if fields.on_behalf_of else ""
    translation = f" ({shown.translation})" if fields.translation else ""
    status = f" **Status: {shown.status}.**" if fields.status else ""
    said = f"{who}{role}{principal}, {shown.said}: {shown.wording}{translation}"
    return f"{said} — {_source(citation, fields, shown)}.{status}"


def _source(citation: Citation, fields: Fields, shown: Fields) -> str:
    address = address_at_quote(citation.source) if citation.source else None
    title = shown.title or (shown.url if address else "")
    parts = [
        shown.byline,
        f"[{title}]({_destination(address)})" if address else title,
        f"*{shown.outlet}*" if fields.outlet else "",
        shown.published,
    ]
    source = ", ".join(part for part in parts if part) or shown.source
    captured = [f"captured {shown.captured}"] if fields.captured else []
    place = ", ".join([*captured, shown.locator] if fields.locator else captured)
    return f"{source} ({place})" if place else source


def _destination(address: str) -> str:
    """An address as the target of a link; it holds no blanks or pointed brackets any more."""
    return "<" + _ENTITY.sub(r"\\&", address) + ">"
