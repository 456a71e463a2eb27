"""The hidden fast path of shell completion: ids and names that begin as typed, one a line."""

from pathlib import Path

from quotetrack.cli.console import Console
from quotetrack.domain.errors import QuotetrackError

MOST = 40
"""So many words are offered."""

TABLES = {
    "statement": "statement",
    "article": "article",
    "note": "note",
    "contradiction": "link",
    "capture": "capture",
}


def print_words(arguments: list[str], database: Path | None, console: Console) -> int:
    """Print the words of a kind that begin as typed; whatever is wrong, a shell hears nothing.

    Args:
        arguments: the kind, and what was typed so far.
        database: the one named on the line that is being typed.
    """
    kind, typed = [*arguments, "", ""][:2]
    try:
        path = database or _database_path()
        if not path.exists():
            return 0
        for word in _words(path, kind, typed):
            console.line(word)
    except QuotetrackError:
        pass
    return 0


def _database_path() -> Path:
    from quotetrack.cli.call import environment_path

    named = environment_path()
    if named is not None:
        return named
    from quotetrack.actions.opening import own_database_path
    from quotetrack.configuration import load_configuration

    return own_database_path(load_configuration())


def _words(path: Path, kind: str, typed: str) -> list[str]:
    from quotetrack.actions.opening import open_named
    from quotetrack.actions.reading import find_speakers, list_speakers, rows_beginning
    from quotetrack.domain.identifiers import PRINTED_LENGTH, SHORT_LENGTH, print_identifier
    from quotetrack.domain.text import clean_line
    from quotetrack.domain.vocabulary import NameMatch

    with open_named(path, None, create=False).reader() as reader:
        if kind == "speaker":
            # What only sounds so, or would be a typo, is no completion of what was typed.
            sure = (NameMatch.WHOLE, NameMatch.BEGINNING)
            if not typed.strip():
                return [clean_line(each.name) for each in list_speakers(reader, "", MOST)]
            return [
                clean_line(match.speaker.name)
                for match in find_speakers(reader, typed, MOST)
                if match.how in sure
            ]
        if kind in TABLES:
            found = rows_beginning(reader, TABLES[kind], typed, MOST)
            length = max(SHORT_LENGTH, min(len(typed) + 1, PRINTED_LENGTH))
            return [print_identifier(each)[:length] for each in found]
    return []
