"""The terms by which a search is narrowed to a status, a speaker, an outlet or a time."""

from typing import NamedTuple

from quotetrack.domain.errors import QueryError
from quotetrack.query.language import parse_query
from quotetrack.query.terms import Name, Period, Term, Value

_FACETS = {"status": "status", "speaker": "speaker", "outlet": "outlet"}


class Narrowing(NamedTuple):
    """A term of a search that narrows it.

    Attributes:
        facet: "status", "speaker", "outlet" or "year".
        term: as it was typed.
        value: what stands behind its colon, without marks of quotation.
    """

    facet: str
    term: str
    value: str


def narrowings(search: str) -> list[Narrowing]:
    """The terms that narrow a search; none where it cannot be read."""
    return [
        Narrowing(facet, search[term.start : term.end], _value(search[term.start : term.end]))
        for facet, term in _narrowing_terms(search)
    ]


def narrowed(search: str, term: str) -> str:
    """The search with a term that narrows it, in place of those of the same facet."""
    (added,) = narrowings(term)
    # In front, so that a word which is being typed stays the last.
    return f"{term} {widened(search, added.facet)}".strip()


def widened(search: str, facet: str | None = None) -> str:
    """The search without what narrows it, or without the terms of one facet."""
    rest = search
    for found, term in reversed(_narrowing_terms(search)):
        if facet in (found, None):
            rest = f"{rest[: term.start].rstrip()} {rest[term.end :].lstrip()}"
    return rest.strip()


def _narrowing_terms(search: str) -> list[tuple[str, Term]]:
    try:
        terms = parse_query(search).terms
    except QueryError:
        return []
    return [(facet, term) for term in terms if not term.negated and (facet := _facet(term))]


def _facet(term: Term) -> str | None:
    if isinstance(term, Period):
        return "year"
    return _FACETS.get(term.field) if isinstance(term, Name | Value) else None


def _value(term: str) -> str:
    return term.partition(":")[2].strip('"“”„')
