"""Facets: how many of the statements found have which status, speaker, outlet and year."""

from collections.abc import Callable, Iterable
from operator import attrgetter

from quotetrack.domain.facet_records import Facets, FacetValue
from quotetrack.domain.search_terms import term as index_term
from quotetrack.domain.vocabulary import Status
from quotetrack.domain.words import spaced
from quotetrack.query.language import parse_query
from quotetrack.store.database import Reader
from quotetrack.store.reading.facets import MOST_VALUES, TermCount, count_among, count_kept
from quotetrack.store.reading.statements import COUNT_CAP, statement_keys
from quotetrack.store.search_tables import ALL_OPEN

_STATUSES = {index_term("t", status): status for status in Status}


def facets(reader: Reader, query_text: str = "") -> Facets:
    """Counts by facet: of the whole database from kept counters, of a search's newest thousand.

    Raises:
        QueryError: the search cannot be read.
    """
    query = parse_query(query_text)
    if not query.terms:
        return _told_apart(count_kept(reader.connection), more=False)
    keys = statement_keys(reader.connection, query, COUNT_CAP)
    more = len(keys) == COUNT_CAP
    return _told_apart(count_among(reader.connection, keys[: COUNT_CAP - 1]), more=more)


def _told_apart(counts: Iterable[TermCount], *, more: bool) -> Facets:
    total = 0
    found: dict[str, list[FacetValue]] = {letter: [] for letter in _VALUES}
    for count in counts:
        if count.term == ALL_OPEN:
            total = count.statements
        elif (letter := count.term[0]) in _VALUES and (value := _VALUES[letter](count)):
            found[letter].append(value)
    for letter in "sto":
        found[letter].sort(key=attrgetter("label"))
        found[letter].sort(key=attrgetter("statements"), reverse=True)
    found["y"].sort(key=attrgetter("label"), reverse=True)
    return Facets(
        total,
        more,
        status=tuple(found["t"]),
        speaker=tuple(found["s"][:MOST_VALUES]),
        outlet=tuple(found["o"][:MOST_VALUES]),
        year=tuple(found["y"][:MOST_VALUES]),
    )


def _status(count: TermCount) -> FacetValue | None:
    status = _STATUSES.get(count.term)
    if status is None:
        return None
    words = "nothing later recorded" if status is Status.NO_LATER_EVENT else spaced(status.value)
    return FacetValue(words, count.statements, f"status:{status.value}")


def _speaker(count: TermCount) -> FacetValue | None:
    value = _named("speaker", count)
    return value and value._replace(speaker=int(count.term[1:]))


def _outlet(count: TermCount) -> FacetValue | None:
    return _named("outlet", count)


def _named(field: str, count: TermCount) -> FacetValue | None:
    if count.name is None:
        return None
    return FacetValue(count.name, count.statements, _term(field, count.name))


def speaker_term(name: str) -> str:
    """What to add to a search to find only what a speaker of this name said."""
    return _term("speaker", name)


def _term(field: str, name: str) -> str:
    words = " ".join(name.replace('"', " ").split())
    return f'{field}:"{words}"'


def _year(count: TermCount) -> FacetValue | None:
    year = count.term[1:]
    # Of an interval without end only that much is known.
    if not year.isdecimal():
        return None
    return FacetValue(year, count.statements, f"said:{year}")


_VALUES: dict[str, Callable[[TermCount], FacetValue | None]] = {
    "t": _status,
    "s": _speaker,
    "o": _outlet,
    "y": _year,
}
