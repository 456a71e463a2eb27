"""Says on the error output whom a name was taken for, and who has one that sounds the same."""

from quotetrack.actions.reading import find_speakers
from quotetrack.actions.taken_names import taken_names
from quotetrack.cli.console import Console
from quotetrack.domain.identifiers import short_identifier
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


def report_alike(console: Console, reader: Reader, name: str, speaker_id: int) -> None:
    """Name the speakers who may be the one just recorded, for their names sound the same."""
    for match in find_speakers(reader, name):
        if match.how is NameMatch.SOUND and match.speaker.id != speaker_id:
            identifier = short_identifier(match.speaker.id)
            console.message(
                f"Sounds the same: {identifier} {clean_line(match.speaker.name)}. If it is one "
                f"person: quotetrack speaker merge {short_identifier(speaker_id)} "
                f"--into {identifier}"
            )
