"""History: who did what, and when, and what each step did to every field; undo of any of them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from quotetrack.actions.registry import HISTORY
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.text import clean_line
from quotetrack.domain.trail_records import table_words
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.host import database_of
from quotetrack.tui.places import go_to
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.empty import READING, Line, failed
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar
from quotetrack.tui.widgets.unit_changes import ShownUnit, UnitChanges, make_shown
from quotetrack.tui.widgets.unit_list import UnitList

if TYPE_CHECKING:
    from quotetrack.store.database import Reader
    from quotetrack.tui.app import QuotetrackApp

PAGE = 100

_SCREENS = {
    "statement": "browse",
    "link": "contradictions",
    "speaker": "speaker",
    "article": "article",
    "capture": "inbox",
}
"""Table -> the screen on which a row of it is found."""


class Filter(NamedTuple):
    """Which entries are listed, and how that is called."""

    words: str
    mine: bool = False
    standing: bool = False


FILTERS = (
    Filter("everything"),
    Filter("only mine", mine=True),
    Filter("not taken back", standing=True),
)


class HistoryScreen(Screen[None]):
    """The entries, and what the one under the cursor did."""

    SCOPES: ClassVar[tuple[str, ...]] = (HISTORY,)
    HELP: ClassVar[str] = (
        "History\n\n"
        "Each entry is one step: who took it, when (UTC), and what it did to each row. Enter "
        "reads it, Escape goes back to the list. U takes back exactly this entry, whatever came "
        "after it; it is refused where one of its rows has been changed since. o goes to what it "
        "is about. f lists everything, only your own, or only what was not taken back. Entries "
        "are chained by fingerprints and never altered: an undo is an entry of its own."
    )
    AUTO_FOCUS = "UnitList"
    DEFAULT_CSS = """
    HistoryScreen {
        & #panes { height: 1fr; layout: vertical; }
        &.-wide #panes { layout: horizontal; }
        & UnitList { height: 9; }
        &.-wide UnitList { height: 1fr; width: 1fr; }
        & UnitChanges { height: 1fr; width: 1fr; }
        &.-narrow.-reading UnitList { height: 3; }
        & UnitList, & UnitChanges {
            border: round $border-blurred; border-title-color: $quiet;
            border-subtitle-color: $quiet; background: $background;
            scrollbar-size-vertical: 1; overflow-x: hidden;
        }
        & UnitList:focus, & UnitChanges:focus {
            border: round $border; border-title-color: $primary; border-title-style: bold;
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(HISTORY),
        movement("history_back", "escape", "back", "Back"),
    ]

    def __init__(self, subject: tuple[str, int] | None = None) -> None:
        """Show the history.

        Args:
            subject: table and id of a row, to show only what was done to it and what belongs to it.
        """
        super().__init__()
        self._subject = subject
        self._filter = FILTERS[0]
        self._stand_on: int | None = None

    def compose(self) -> ComposeResult:
        """Bars at the edges, the list, and what one entry did."""
        yield HeaderBar()
        with Container(id="panes"):
            yield UnitList(id="entries")
            changes = UnitChanges(id="changes")
            changes.border_title = "What it did"
            yield changes
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the newest entries."""
        database = database_of(self)
        self._listing = BackgroundReading(self, database, "entries")
        self._showing = BackgroundReading(self, database, "changes")
        self.entries.show((), READING, complete=True)
        self.reload()

    @property
    def host(self) -> "QuotetrackApp":
        """The app."""
        return cast("QuotetrackApp", self.app)

    @property
    def entries(self) -> UnitList:
        """The list."""
        return self.query_one(UnitList)

    @property
    def changes(self) -> UnitChanges:
        """The pane of what one entry did."""
        return self.query_one(UnitChanges)

    @property
    def place(self) -> Place:
        """The entry under the cursor."""
        entry = self.entries.row
        return Place("history", None if entry is None else entry.unit)

    def show_place(self, place: Place) -> None:
        """List everything down to an entry, and put the cursor on it."""
        self._filter = FILTERS[0]
        self._stand_on = place.row_id
        self.reload()

    def reload(self) -> None:
        """Read the list again, as far as it has been read."""
        limit = max(PAGE, len(self.entries.rows))
        self._listing.start(self._read(limit, None).read, partial(self._take, limit), self._fail)

    def _read(self, limit: int, before: int | None) -> "Reading":
        user = database_of(self).user if self._filter.mine else None
        return Reading(self._subject, limit, user, self._filter.standing, before, self._stand_on)

    def _take(self, limit: int, entries: Sequence[HistoryEntry]) -> None:
        stand_on, self._stand_on = self._stand_on, None
        self.entries.show(
            entries, _nothing(self._filter), complete=len(entries) < limit, stand_on=stand_on
        )
        self._say_titles()

    def _fail(self, problem: QuotetrackError) -> None:
        self.entries.show((), failed(str(problem), ()), complete=True)

    @on(UnitList.MoreWanted)
    def _read_more(self) -> None:
        last = self.entries.rows[-1].unit
        self._listing.start(self._read(PAGE, last).read, self._take_more, self._fail)

    def _take_more(self, entries: Sequence[HistoryEntry]) -> None:
        self.entries.extend(entries, complete=len(entries) < PAGE)
        self._say_titles()

    def _say_titles(self) -> None:
        pane = self.entries
        of = f" of this {table_words(self._subject[0])}" if self._subject else ""
        pane.border_title = f"History{of} · {self._filter.words}"
        more = "" if pane.complete else "+"
        pane.border_subtitle = f"{len(pane.rows):,}{more}" if pane.rows else ""

    @on(UnitList.Moved)
    def _moved(self) -> None:
        """Read what the entry did; the list has been painted before, so the cursor never waits."""
        entry = self.entries.row
        if entry is None:
            self._showing.cancel()
            self.changes.show(None)
        else:
            read = partial(_read_unit, entry.unit)
            self._showing.start(read, self.changes.show, self._fail_changes)

    def _fail_changes(self, problem: QuotetrackError) -> None:
        self.changes.show(None, failed(str(problem), ()))

    @on(UnitList.Opened)
    def _opened(self) -> None:
        self.action_read_entry()

    def action_back(self) -> None:
        """From what an entry did to the list; from the history of one row to where one was."""
        if self.focused is not self.entries:
            self.remove_class("-reading")
            self.entries.focus()
        elif self._subject is not None:
            self.dismiss(None)

    # Actions of the registry

    def action_read_entry(self) -> None:
        """Go to what the entry did."""
        if self.entries.row is not None:
            self.add_class("-reading")
            self.changes.focus()

    def action_filter_history(self) -> None:
        """List everything, only one's own, or only what was not taken back."""
        self._filter = FILTERS[(FILTERS.index(self._filter) + 1) % len(FILTERS)]
        self.reload()

    async def action_go_to_row(self) -> None:
        """Go to what the entry is about."""
        unit = self.changes.unit
        about = unit.record.about if unit is not None else None
        if about is None:
            self.notify("This entry is about nothing that has a screen of its own.", markup=False)
        else:
            table, row_id = about
            await go_to(self.host, Place(_SCREENS[table], row_id))

    def action_undo_entry(self) -> None:
        """Take the entry back; somebody else's only after a question."""
        entry = self.entries.row
        if entry is None:
            return
        if entry.actor == database_of(self).user or entry.undone_by or entry.undoes:
            self.run_worker(partial(self._undo, entry), group="undo entry", thread=True)
        else:
            self.host.doors.undo_of_another(entry)

    def _undo(self, entry: HistoryEntry) -> None:
        """Runs in a worker."""
        from quotetrack.actions.trail import undo

        try:
            undo(database_of(self), entry.unit)
        except QuotetrackError as problem:
            self.app.call_later(self.host.tell, problem)
        else:
            self.app.call_later(self._undone, entry)

    def _undone(self, entry: HistoryEntry) -> None:
        what = clean_line(entry.summary or entry.action.replace("_", " "))
        self.notify(what, title="Undone", markup=False)
        self.host.database_changed()


class Reading(NamedTuple):
    """Which entries a worker reads."""

    subject: tuple[str, int] | None
    limit: int
    actor: str | None
    standing: bool
    before: int | None
    down_to: int | None

    def read(self, reader: "Reader") -> list[HistoryEntry]:
        """Runs in a worker; goes on until the entry that is looked for has been read."""
        entries = self._page(reader, self.limit, self.before)
        while self.down_to is not None and entries and entries[-1].unit > self.down_to:
            further = self._page(reader, 10 * self.limit, entries[-1].unit)
            if not further:
                break
            entries += further
        return entries

    def _page(self, reader: "Reader", limit: int, before: int | None) -> list[HistoryEntry]:
        from quotetrack.actions.reading import history

        table, row_id = self.subject or (None, None)
        return history(
            reader,
            table,
            row_id,
            limit,
            actor=self.actor,
            standing=self.standing,
            before=before,
        )


def _read_unit(number: int, reader: "Reader") -> ShownUnit:
    from quotetrack.actions.trail import show_unit

    return make_shown(show_unit(reader, number))


def _nothing(chosen: Filter) -> tuple[Line, ...]:
    if chosen is FILTERS[0]:
        return ((("Nothing has been changed here yet", "heading"),),)
    return (
        ((f"No entry here is {chosen.words.removeprefix('only ')}", "heading"),),
        (),
        (("f", "accent"), ("  goes on to the next filter", "default")),
    )
