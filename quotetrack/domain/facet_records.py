"""What a search finds, told apart by status, speaker, outlet and year."""

from typing import NamedTuple


class FacetValue(NamedTuple):
    """One value of a facet.

    Attributes:
        label: the value in words.
        statements: how many statements have it.
        term: what to add to a search to find only these.
        speaker: the id of a speaker.
    """

    label: str
    statements: int
    term: str
    speaker: int | None = None


class Facets(NamedTuple):
    """How many statements have which status, speaker, outlet and year.

    Attributes:
        total: how many statements were counted.
        more: a search found more than were counted, which are the newest.
        status: the values with most statements first, as for speaker and outlet.
        year: the latest first; a statement said in an interval counts in each of its years.
    """

    total: int
    more: bool
    status: tuple[FacetValue, ...]
    speaker: tuple[FacetValue, ...]
    outlet: tuple[FacetValue, ...]
    year: tuple[FacetValue, ...]
