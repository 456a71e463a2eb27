"""What the list of a database's statements shows first."""

from pathlib import Path

from benchmarks.measuring import SAMPLE
from quotetrack.actions.reading import search
from quotetrack.store.database import Reader


def newest_words(file: Path = SAMPLE) -> str:
    """Return the first words of the newest statement, short enough for a narrow column."""
    with Reader(file) as reader:
        (newest,) = search(reader, "", limit=1)
    words = newest.text.split()
    return " ".join(words[:3])
