"""The timeline of one speaker: every statement, newest first, with what became of it beneath."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual.cache import LRUCache
from textual.strip import Strip

from quotetrack.domain.records import EventRecord, StatementRow
from quotetrack.domain.speaker_records import Timeline, TimelineEntry
from quotetrack.tui.widgets.statement_table import KEPT_PAGES, PAGE, StatementTable
from quotetrack.tui.widgets.timeline_line import TimelineLines, wording_lines
from quotetrack.tui.widgets.tones import Tones

_NO_EVENTS: dict[int, tuple[EventRecord, ...]] = {}


class SpeakerTimeline(StatementTable):
    """A table of statements whose rows are as high as what became of each needs.

    How high is known for all of them at once, from the timeline's arrays; the words are read page
    by page, as they come into view.
    """

    HELP: ClassVar[str] = (
        "Timeline\n\n"
        "Everything recorded of this speaker, newest first: the day, the role at that time, what "
        "became of it, the wording, and beneath it each later event in order of time.\n\n"
        "◇ outside every attested role: no role is recorded with the statement, and none that a "
        "source attests covers its day. A role covers the time it was held, where a source says "
        "so, else the day of its source and the year after it.\n\n"
        "Enter reads the statement under the cursor. The keys for statements (t r d l …) work on "
        "it as in Browse."
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._timeline = Timeline(array("q"), array("q"), array("q"), array("b"))
        self._events: LRUCache[int, dict[int, tuple[EventRecord, ...]]] = LRUCache(KEPT_PAGES)
        self._entry_lines = TimelineLines(Tones(self))
        self._tops = array("q", [0])
        self._laid_out_for = 0

    def show_timeline(
        self, timeline: Timeline, first_page: Sequence[TimelineEntry], *, keep_cursor: bool
    ) -> None:
        """Show a speaker's timeline; `first_page` holds its first entries."""
        self._timeline = timeline
        self._laid_out_for = 0
        self._events.clear()
        self._keep_events(0, first_page)
        rows = [entry.row for entry in first_page]
        self.show_results(timeline.keys, rows, keep_cursor=keep_cursor)
        self.say_count(f"{len(timeline.keys):,}")

    def add_entries(self, generation: int, page: int, entries: Sequence[TimelineEntry]) -> None:
        """Take in entries that were asked for; those of an earlier generation are dropped."""
        if generation == self.generation:
            self._keep_events(page, entries)
            self.add_page(generation, page, [entry.row for entry in entries])

    def top_of(self, index: int) -> int:
        """The line on which an entry begins."""
        self._lay_out()
        return self._tops[min(index, len(self._tops) - 1)]

    def index_at(self, line: int) -> int:
        """The entry to which a line belongs."""
        self._lay_out()
        return bisect_right(self._tops, line) - 1

    def draw_row(self, row: StatementRow, index: int, part: int, state: int) -> Strip:
        """One line of an entry."""
        width = self.scrollable_content_region.width
        return self._entry_lines.draw_entry(
            row,
            self._events.get(index // PAGE, _NO_EVENTS).get(row.id, ()),
            outside=bool(self._timeline.outside[index]),
            wording=wording_lines(self._timeline.lengths[index], width),
            part=part,
            width=width,
            state=state,
            marked=row.id in self.marks,
        )

    def _keep_events(self, page: int, entries: Sequence[TimelineEntry]) -> None:
        self._events[page] = {entry.row.id: entry.events for entry in entries if entry.events}

    def _lay_out(self) -> None:
        """Where each entry begins at this width: a head, the wording, a line for each event."""
        width = self.scrollable_content_region.width
        if self._laid_out_for == width:
            return
        self._laid_out_for = width
        timeline = self._timeline
        heights = (
            1 + wording_lines(length, width) + events
            for length, events in zip(timeline.lengths, timeline.events, strict=True)
        )
        self._tops = array("q", accumulate(heights, initial=0))
