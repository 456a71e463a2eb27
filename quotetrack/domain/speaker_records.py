"""The small frozen rows of a speaker's life: the statements on a timeline, and what stands out."""

from array import array
from typing import NamedTuple

from quotetrack.domain.records import (
    EventRecord,
    NoteRecord,
    SpeakerRecord,
    SpeakerSummary,
    StatementRow,
)
from quotetrack.domain.vocabulary import NameMatch


class SpeakerMatch(NamedTuple):
    """A speaker whom a typed name may mean.

    Attributes:
        spelling: the one that was found.
        how: in what way.
    """

    speaker: SpeakerSummary
    spelling: str
    how: NameMatch


class Meant(NamedTuple):
    """The speakers whom a name in a search is taken to mean.

    Attributes:
        how: the surest way in which their names were found; None where there are none.
    """

    speakers: list[int]
    how: NameMatch | None


class Taken(NamedTuple):
    """A name in a search that no spelling has, and whom it was taken for.

    Attributes:
        speakers: the first few of them.
        total: how many there are.
    """

    typed: str
    how: NameMatch
    speakers: tuple[SpeakerSummary, ...]
    total: int


class Timeline(NamedTuple):
    """The open statements of a speaker, newest first, as light with many thousands as with ten.

    The arrays run side by side, one place a statement.

    Attributes:
        keys: the date keys.
        lengths: characters of the wording.
        events: how many events show beneath it.
        outside: 1 where it falls outside every attested role.
    """

    keys: "array[int]"
    lengths: "array[int]"
    events: "array[int]"
    outside: "array[int]"


class MonthCount(NamedTuple):
    """How many statements were made in a month, "2022-12"."""

    month: str
    statements: int


class SpeakerLife(NamedTuple):
    """Everything about one speaker but the statements' wording.

    Attributes:
        notes: the desk's remarks on the speaker.
        months: the months with statements, in order.
        undated: how many statements are in no month, since their date is not known.
    """

    speaker: SpeakerRecord
    notes: tuple[NoteRecord, ...]
    timeline: Timeline
    months: tuple[MonthCount, ...]
    undated: int

    @property
    def outside(self) -> int:
        """How many statements fall outside every attested role."""
        return sum(self.timeline.outside)


class TimelineEntry(NamedTuple):
    """One statement of a timeline with its after-life, oldest event first."""

    row: StatementRow
    events: tuple[EventRecord, ...]


class Comparison(NamedTuple):
    """Two speakers side by side, who may be one.

    Attributes:
        tensions: links that say that a statement of the one is in tension with one of the other.
    """

    first: SpeakerRecord
    second: SpeakerRecord
    tensions: int

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against their being one, each in a sentence."""
        first, second = self.first, self.second
        found = []
        if first.wikidata_id and second.wikidata_id and first.wikidata_id != second.wikidata_id:
            found.append(
                f"Wikidata knows two of them: {first.wikidata_id} and {second.wikidata_id}."
            )
        if first.kind is not second.kind:
            found.append(f"One is of the kind {first.kind}, the other {second.kind}.")
        return tuple(found)


class Parted(NamedTuple):
    """A contradiction whose two ends would be said by two speakers.

    Attributes:
        shown: whether both ends may be shown.
    """

    link: int
    earlier_text: str
    later_text: str
    shown: bool


class Splitting(NamedTuple):
    """What may belong to another speaker.

    Attributes:
        rows: statements to choose from, newest first.
        chosen: the ids of those that are meant already.
        left_out: how many older statements are not among the rows.
    """

    speaker: SpeakerRecord
    rows: tuple[StatementRow, ...]
    chosen: frozenset[int]
    left_out: int
