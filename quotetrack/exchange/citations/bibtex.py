"""Citations as BibTeX, with the fields that biblatex adds; letters of every script stay."""

from collections.abc import Sequence

from quotetrack.domain.citation_records import Citation
from quotetrack.domain.vocabulary import ArticleKind
from quotetrack.exchange.citations.fields import fields_of, in_one_note, published_moment
from quotetrack.exchange.citations.keys import citation_keys

# A backslash before a brace does not hide it from BibTeX, which counts braces; so they are spelled.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "#$%&_"},
    }
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def write(citations: Sequence[Citation]) -> str:
    """One entry each, a blank line between.

    Addresses stay as they are, for `url` is taken letter by letter; they hold no braces.
    """
    keys = citation_keys(citations)
    return "\n\n".join(_entry(*pair) for pair in zip(keys, citations, strict=True))


def escape(text: str) -> str:
    """The text such that TeX prints it as it is and no brace of it ends a field."""
    return text.translate(_ESCAPES)


def _entry(key: str, citation: Citation) -> str:
    fields = fields_of(citation)
    source = citation.source
    article = source.quote.article if source else None
    printed = article is not None and article.kind is ArticleKind.ARTICLE and bool(fields.outlet)
    moment = published_moment(source) if source and article else _one_year(citation)
    title = fields.title or (fields.wording if article is None else "")
    values = {
        "author": _kept_whole(fields.byline if article else fields.speaker),
        "title": _kept_whole(title),
        "journal" if printed else "howpublished": _braced(fields.outlet),
        "date": _braced(moment[:10] if moment else ""),
        "year": _braced(moment[:4] if moment else ""),
        "month": _MONTHS[int(moment[5:7]) - 1] if moment and len(moment) > 4 else "",
        "url": f"{{{fields.url}}}" if fields.url else "",
        "urldate": _braced((source.captured_at or "")[:10] if source else ""),
        "note": _braced(in_one_note(fields)),
        "annotation": _braced(f"Locator: {fields.locator}" if fields.locator else ""),
    }
    lines = [f"  {name} = {value}" for name, value in values.items() if value]
    return f"@{'article' if printed else 'misc'}{{{key},\n" + ",\n".join(lines) + "\n}"


def _one_year(citation: Citation) -> str | None:
    """The year in which it was said, where it can only be one."""
    said = citation.record.row.said
    first, last = (said.earliest or "")[:4], (said.latest or "")[:4]
    return first if first and first == last else None


def _braced(text: str) -> str:
    return f"{{{escape(text)}}}" if text else ""


def _kept_whole(text: str) -> str:
    """A second pair of braces: no "and" parts two authors, and no style changes capitals."""
    return f"{{{{{escape(text)}}}}}" if text else ""
