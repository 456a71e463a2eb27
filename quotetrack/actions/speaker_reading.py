"""Reading a speaker's life: who this is, and page by page what was said and what became of it."""

from collections.abc import Sequence

from quotetrack.domain.speaker_records import SpeakerLife, TimelineEntry
from quotetrack.store.database import Reader
from quotetrack.store.reading import speaker_life


def show_life(reader: Reader, speaker_id: int) -> SpeakerLife:
    """Everything about a speaker but the wording of the statements.

    Raises:
        NotFound: there is no such speaker.
    """
    return speaker_life.read_speaker_life(reader.connection, speaker_id)


def load_timeline(reader: Reader, keys: Sequence[int]) -> list[TimelineEntry]:
    """The statements of these date keys with their after-life, in the order given."""
    return speaker_life.read_timeline(reader.connection, keys)
