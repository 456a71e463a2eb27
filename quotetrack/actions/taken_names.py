"""Whom a search takes a name for that nobody bears: said outright, for it may be somebody else."""

from collections.abc import Iterable, Iterator

from quotetrack.domain.speaker_records import Taken
from quotetrack.domain.vocabulary import NameMatch
from quotetrack.query.language import parse_query
from quotetrack.query.terms import Group, Name, Term
from quotetrack.store.database import Reader
from quotetrack.store.reading.speaker_names import meant_speakers
from quotetrack.store.reading.speakers import summaries

_SHOWN = 5


def taken_names(reader: Reader, query_text: str) -> list[Taken]:
    """The names in a search that no spelling has, with the speakers they were taken for.

    Raises:
        QueryError: the search cannot be read.
    """
    taken = []
    for typed in dict.fromkeys(_speakers_named(parse_query(query_text).terms)):
        meant = meant_speakers(reader.connection, typed)
        if meant.how in (NameMatch.SOUND, NameMatch.NEAR):
            shown = summaries(reader.connection, meant.speakers[:_SHOWN])
            taken.append(Taken(typed, meant.how, tuple(shown), len(meant.speakers)))
    return taken


def _speakers_named(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        if isinstance(term, Name) and term.field == "speaker":
            yield term.text
        elif isinstance(term, Group):
            for alternative in term.alternatives:
                yield from _speakers_named(alternative)
