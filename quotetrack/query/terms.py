"""What a search consists of, once it has been read."""

from typing import NamedTuple

from quotetrack.query.fields import Order


class Words(NamedTuple):
    """Words in this order in the wording; with `prefix` the last one may be unfinished."""

    start: int
    end: int
    negated: bool
    text: str
    prefix: bool


class Name(NamedTuple):
    """What has a name with words that begin with these: a speaker, a role, an outlet, a tag."""

    start: int
    end: int
    negated: bool
    field: str
    text: str


class Value(NamedTuple):
    """One of the values that a field lists."""

    start: int
    end: int
    negated: bool
    field: str
    value: str


class Period(NamedTuple):
    """Days, "YYYY-MM-DD", both inclusive, one of which may be open (None)."""

    start: int
    end: int
    negated: bool
    first: str | None
    last: str | None


class Group(NamedTuple):
    """Alternatives, one of which has to be met; each is some terms that have all to be met."""

    start: int
    end: int
    negated: bool
    alternatives: "tuple[tuple[Term, ...], ...]"


Term = Words | Name | Value | Period | Group
"""One condition of a search.

Each has `start` and `end`, the offsets of its first character and behind its last in what was
typed, and `negated`: only what does not meet it is found.
"""


class Query(NamedTuple):
    """A search as its terms, all of which have to be met; without terms it finds everything."""

    terms: tuple[Term, ...]
    order: Order = Order.NEWEST


def wanted_words(query: Query) -> list[Words]:
    """The words that a search asks for, wherever they stand in it."""
    return _wanted_words(query.terms)


def _wanted_words(terms: tuple[Term, ...]) -> list[Words]:
    found: list[Words] = []
    for term in terms:
        if term.negated:
            continue
        if isinstance(term, Words):
            found.append(term)
        elif isinstance(term, Group):
            for alternative in term.alternatives:
                found += _wanted_words(alternative)
    return found
