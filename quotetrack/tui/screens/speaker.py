"""The Speaker screen: who this is, and all that was said, on a timeline with its after-life."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from quotetrack.actions.registry import SPEAKER, STATEMENT
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.records import StatementRecord, StatementRow
from quotetrack.domain.speaker_records import SpeakerLife, TimelineEntry
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.marks import Marks
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens import browse_reading
from quotetrack.tui.screens.statement_screen import StatementScreen
from quotetrack.tui.widgets.empty import Line, draw
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar
from quotetrack.tui.widgets.speaker_facts import SpeakerFacts
from quotetrack.tui.widgets.speaker_timeline import SpeakerTimeline
from quotetrack.tui.widgets.statement_detail import StatementDetail
from quotetrack.tui.widgets.statement_table import PAGE

if TYPE_CHECKING:
    from quotetrack.store.database import Database, Reader

_SPEAKER_KEYS = (
    ("edit_speaker", "edit"),
    ("edit_roles", "roles"),
    ("merge_speakers", "merge"),
    ("split_speaker", "split"),
)
_NOTHING: tuple[Line, ...] = (
    (("Nothing recorded that this speaker said", "heading"),),
    (),
    (("M", "accent"), ("  makes one of this speaker and another", "default")),
    (("Esc", "accent"), ("  goes back", "default")),
)


class Found(NamedTuple):
    """A speaker's life and the first page of its timeline."""

    life: SpeakerLife
    entries: list[TimelineEntry]


class SpeakerScreen(StatementScreen):
    """One speaker; Escape goes back to where one came from."""

    SCOPES = (SPEAKER, STATEMENT)

    HELP: ClassVar[str] = (
        "Speaker\n\n"
        "Who this is on one side, the timeline of all statements on the other. Tab goes from one "
        "to the other, Enter reads the statement under the cursor, Escape goes back."
    )
    AUTO_FOCUS = "SpeakerTimeline"
    DEFAULT_CSS = """
    SpeakerScreen {
        & #facts { width: 54; height: 1fr; }
        & #timeline { width: 1fr; height: 1fr; }
        & #detail { display: none; width: 1fr; }
        &.-reading #detail { display: block; }
        &.-reading #facts { display: none; }
        &.-narrow #facts { width: 1fr; height: 9; }
        &.-narrow.-facts #facts { height: 1fr; }
        &.-narrow.-facts #timeline { height: 7; }
        &.-narrow.-reading #timeline { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(SPEAKER),
        movement("speaker_back", "escape", "back", "Back", show=True),
    ]

    def __init__(self, database: "Database", speaker_id: int) -> None:
        super().__init__()
        self.speaker_id = speaker_id
        self._living = BackgroundReading(self, database, "life")
        self._pages = BackgroundReading(self, database, "pages")
        self._showing = BackgroundReading(self, database, "show")
        self._marking = BackgroundReading(self, database, "mark")
        self._keep_cursor = False

    def compose(self) -> ComposeResult:
        """Bars at the edges; facts, timeline, and the statement that is read."""
        yield HeaderBar()
        with Container(id="panes"):
            facts = SpeakerFacts(id="facts")
            facts.border_title = "Speaker"
            yield facts
            timeline = SpeakerTimeline(id="timeline")
            timeline.border_title = "Timeline"
            yield timeline
            detail = StatementDetail(id="detail")
            detail.border_title = "Statement"
            yield detail
        yield KeyBar()

    def on_mount(self) -> None:
        """Read who it is and the first page."""
        self.reload()

    @property
    def facts(self) -> SpeakerFacts:
        """The pane that says who this is."""
        return self.query_one(SpeakerFacts)

    @property
    def timeline(self) -> SpeakerTimeline:
        """The statements."""
        return self.query_one(SpeakerTimeline)

    @property
    def detail(self) -> StatementDetail:
        """The statement that is read."""
        return self.query_one(StatementDetail)

    # Reading

    def reload(self) -> None:
        """Read everything again, after a change; the cursor stays where it is."""
        self._pages.cancel()
        speaker_id = self.speaker_id
        self._living.start(lambda reader: _find(reader, speaker_id), self._found, self._failed)

    def follow(self, gone_id: int, kept_id: int) -> None:
        """Where this speaker went into another, show that one from the next reading on."""
        if self.speaker_id == gone_id:
            self.speaker_id = kept_id

    def _found(self, found: Found) -> None:
        life = found.life
        self.facts.show(life)
        self.facts.border_subtitle = self._keys()
        if life.timeline.keys:
            self.timeline.show_timeline(life.timeline, found.entries, keep_cursor=self._keep_cursor)
            self._keep_cursor = True
        else:
            self._say(_NOTHING)
            self._stop_reading()

    def _keys(self) -> str:
        """What can be done to the speaker, for the line of keys is the statement's."""
        bindings = {each.binding.id: each.binding for each in self.active_bindings.values()}
        return "  ".join(
            f"{self.app.get_key_display(bindings[name])} {words}"
            for name, words in _SPEAKER_KEYS
            if name in bindings
        )

    def _failed(self, error: QuotetrackError) -> None:
        self.facts.show(None)
        self._stop_reading()
        self._say(
            (
                ((str(error), "default"),),
                (),
                (("Esc", "accent"), ("  goes back", "default")),
            )
        )

    def _say(self, lines: Sequence[Line]) -> None:
        self.timeline.show_message(lambda width, tones: draw(lines, width, tones))
        self.timeline.say_count("")

    @on(SpeakerTimeline.PagesWanted)
    def _pages_wanted(self, message: SpeakerTimeline.PagesWanted) -> None:
        timeline = self.timeline
        wanted = {page: timeline.keys[page * PAGE : (page + 1) * PAGE] for page in message.pages}

        def receive(pages: dict[int, list[TimelineEntry]]) -> None:
            for page, entries in pages.items():
                timeline.add_entries(message.generation, page, entries)

        self._pages.start(lambda reader: _load(reader, wanted), receive, self.host.tell)

    # The statement under the cursor

    @property
    def statement_here(self) -> int | None:
        """The statement under the cursor of the timeline."""
        row = self.timeline.row
        return None if row is None else row.id

    @property
    def statements_here(self) -> list[int]:
        """The marked statements, else the one under the cursor."""
        return list(self.timeline.marks) or super().statements_here

    @property
    def subject_here(self) -> Subject | None:
        """The speaker, while the facts about him have the focus."""
        return Subject("speaker", self.speaker_id) if self.facts.has_focus else None

    @property
    def place(self) -> Place:
        """The speaker whose screen this is."""
        return Place("speaker", self.speaker_id)

    @property
    def speaker_here(self) -> int:
        """The speaker whose screen this is."""
        return self.speaker_id

    @property
    def record_at_hand(self) -> StatementRecord | None:
        """What the detail shows."""
        return self.detail.record

    @on(SpeakerTimeline.Highlighted)
    def _highlighted(self, message: SpeakerTimeline.Highlighted) -> None:
        if self.has_class("-reading") and message.row is not None:
            self._show_row(message.row)

    def _show_row(self, row: StatementRow) -> None:
        self._showing.start(
            lambda reader: browse_reading.show(reader, row.id), self.detail.show, self.host.tell
        )

    @on(SpeakerTimeline.Opened)
    def _opened(self) -> None:
        self.action_show()

    @on(SpeakerTimeline.RangeWanted)
    def _range_wanted(self, message: SpeakerTimeline.RangeWanted) -> None:
        def receive(identifiers: "array[int]") -> None:
            for identifier in identifiers:
                self.timeline.marks.set(identifier, True)
            self.timeline.show_marks(self.timeline.marks)

        self._marking.start(
            lambda reader: browse_reading.ids(reader, message.keys), receive, self.host.tell
        )

    # Panes

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen the facts take the room while they have the focus."""
        self.set_class(event.widget is self.facts, "-facts")

    def _stop_reading(self) -> None:
        self._showing.cancel()
        self.remove_class("-reading")
        self.detail.show(None)
        self.timeline.focus()

    # Actions of the registry

    def action_show(self) -> None:
        """Read the statement under the cursor, beside the timeline or in its place."""
        row = self.timeline.row
        if row is not None:
            self.add_class("-reading")
            self._show_row(row)
            self.detail.focus()

    def action_back(self) -> None:
        """From the statement to the timeline; there drop the marks, then leave."""
        if self.has_class("-reading"):
            self._stop_reading()
        elif self.timeline.marks:
            self.timeline.show_marks(Marks())
        else:
            self.dismiss(None)

    def action_show_speaker(self) -> None:
        """Everything about the speaker is here already."""
        self.facts.focus()

    def action_mark_statement(self) -> None:
        """Mark the statement, or drop its mark, and go on to the next."""
        self.timeline.mark(self.timeline.row)
        self.timeline.action_move(1)


def _find(reader: "Reader", speaker_id: int) -> Found:
    from quotetrack.actions import speaker_reading

    life = speaker_reading.show_life(reader, speaker_id)
    return Found(life, speaker_reading.load_timeline(reader, life.timeline.keys[:PAGE]))


def _load(reader: "Reader", wanted: "dict[int, array[int]]") -> dict[int, list[TimelineEntry]]:
    from quotetrack.actions import speaker_reading

    return {page: speaker_reading.load_timeline(reader, keys) for page, keys in wanted.items()}
