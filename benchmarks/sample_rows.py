"""What the list of the sample's statements shows first."""

from benchmarks.measuring import SAMPLE
from quotetrack.actions.reading import search
from quotetrack.store.database import Reader


def newest_words() -> str:
    """Return the first words of the newest statement, short enough for a narrow column."""
    with Reader(SAMPLE) as reader:
        (newest,) = search(reader, "", limit=1)
    words = newest.text.split()
    return " ".join(words[:3])
