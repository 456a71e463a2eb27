"""Says on the error output whom a search has taken a name for that nobody bears."""

from quotetrack.actions.taken_names import taken_names
from quotetrack.cli.console import Console
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import NameMatch
from quotetrack.store.database import Reader


def report_taken(console: Console, reader: Reader, query: str) -> None:
    """Print a line for each name that was taken for another."""
    for taken in taken_names(reader, query):
        names = "; ".join(
            clean_line(f"{each.name}, {each.role}" if each.role else each.name)
            for each in taken.speakers
        )
        more = taken.total - len(taken.speakers)
        way = "sounds like" if taken.how is NameMatch.SOUND else "near"
        console.message(
            f"Nobody is called '{clean_line(taken.typed)}'; {way}: {names}"
            + (f"; and {more} more." if more else ".")
        )
