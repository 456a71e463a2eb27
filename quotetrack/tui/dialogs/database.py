"""The database: where it is, what it holds, whether it is sound, and a copy of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, ProgressBar, Static

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.card import CardDialog
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading

if TYPE_CHECKING:
    from quotetrack.store.maintenance import DatabaseInformation, Problem

Start = Literal["information", "check", "backup"]
Step = Callable[[str, int, int], None]


class Cancelled(QuotetrackError):
    """The user ended a check or a copy before its end."""

    title = "Cancelled"


class DatabaseDialog(CardDialog):
    """Information at once; a check and a backup on their keys, with progress and cancel."""

    HEADING = "Database"
    HELP = (
        "f7 looks for damage, drift of what is derived, and breaks in the chain of the history. "
        "f8 writes a verified copy to a new file and never over an old one. Escape ends work "
        "under way, and then closes."
    )
    DEFAULT_CSS = """
    DatabaseDialog {
        & #outcome { margin: 1 0 0 0; }
        & ProgressBar { display: none; margin: 1 0 0 0; width: 1fr; }
        & ProgressBar Bar { width: 1fr; }
        &.-working ProgressBar { display: block; }
        & #target { display: none; margin: 1 0 0 0; }
        &.-asking #target { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "check", "Check", id="dialog.check"),
        Binding("f8", "backup", "Back up", id="dialog.backup"),
    ]

    @dataclass
    class Advanced(Message):
        """The work has come to another part."""

        generation: int
        name: str
        place: int
        parts: int

    @dataclass
    class Ended(Message):
        """The work is over."""

        generation: int
        outcome: Content
        warning: bool = False

    def __init__(self, start: Start = "information") -> None:
        super().__init__()
        self._start: Start = start
        self._generation = 0
        self._stop: Event | None = None

    def compose_card(self) -> ComposeResult:
        """What the panel shows."""
        yield Static("Reading …", id="text", markup=False)
        yield TextField("Copy to", id="target", hint="Enter writes the copy; a new file, please")
        yield ProgressBar(show_eta=False)
        yield Static("", id="outcome", markup=False)

    def keys(self) -> str:
        """The keys, for the lower border."""
        return "f7 check · f8 back up · esc close"

    def on_mount(self) -> None:
        """Read what the database holds, and begin what was asked for."""
        self._reading = BackgroundReading(self, database_of(self), "information")
        self._reading.start(_read_information, self._show_information, self.show_problem)
        if self._start == "check":
            self.action_check()
        elif self._start == "backup":
            self.action_backup()

    def action_check(self) -> None:
        """Look for damage, in a worker."""
        self._begin(self._check)

    def action_backup(self) -> None:
        """Ask where the copy goes."""
        if self._stop is not None:
            return
        self.add_class("-asking")
        field = self.query_one("#target", TextField)
        if field.value is None:
            path = database_of(self).path
            day = database_of(self).clock().date().isoformat()
            field.query_one(Input).value = str(path.with_name(f"{path.stem}-{day}{path.suffix}"))
        self.call_after_refresh(field.take_focus)

    def action_close(self) -> None:
        """End the work under way; without any, close."""
        if self._stop is not None:
            self._stop.set()
            self._say(Content("Ending …"))
        elif self.has_class("-asking"):
            self.remove_class("-asking")
            self.query_one("#card").focus()
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def _take_target(self, event: Input.Submitted) -> None:
        event.stop()
        target = event.value.strip()
        if target:
            self.remove_class("-asking")
            self.query_one("#card").focus()
            self._begin(partial(self._backup, Path(target).expanduser()))

    def _begin(self, work: Callable[[int, Step], None]) -> None:
        if self._stop is not None:
            return
        self._generation += 1
        self._stop = Event()
        self.remove_class("-asking")
        self.add_class("-working")
        self.query_one(ProgressBar).update(total=None, progress=0)
        self._say(Content("Starting … (esc ends it)"))
        step = partial(self._advance, self._generation, self._stop)
        self.run_worker(partial(work, self._generation, step), thread=True, group="keeping")

    def _advance(self, generation: int, stop: Event, name: str, place: int, parts: int) -> None:
        """Runs in a worker, before each part of the work."""
        if stop.is_set():
            raise Cancelled("Ended before its end; nothing was changed.")
        self.post_message(self.Advanced(generation, name, place, parts))

    def _check(self, generation: int, step: Step) -> None:
        """Runs in a worker."""
        from quotetrack.actions.keeping import check

        try:
            problems = check(database_of(self), step=step)
        except QuotetrackError as problem:
            self.post_message(self.Ended(generation, Content(clean_line(str(problem))), True))
            return
        if not problems:
            sound = "✓ Sound: no damage, no drift, the history's chain is whole."
            self.post_message(self.Ended(generation, Content.styled(sound, "$success")))
            return
        lines = [_problem(problem) for problem in problems[:50]]
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        heading = Content.styled(f"✗ {count} found", "bold $error")
        self.post_message(self.Ended(generation, Content("\n").join([heading, *lines]), True))

    def _backup(self, target: Path, generation: int, step: Step) -> None:
        """Runs in a worker."""
        from quotetrack.actions.keeping import backup

        try:
            written = backup(database_of(self), target, step=step)
        except QuotetrackError as problem:
            self.post_message(self.Ended(generation, Content(clean_line(str(problem))), True))
            return
        done = f"✓ A verified copy is in {clean_line(str(written))}"
        self.post_message(self.Ended(generation, Content.styled(done, "$success")))

    @on(Advanced)
    def _show_advance(self, event: Advanced) -> None:
        event.stop()
        if event.generation == self._generation and self._stop is not None:
            self.query_one(ProgressBar).update(total=event.parts, progress=event.place)
            if not self._stop.is_set():
                self._say(Content(f"{event.name} … (esc ends it)"))

    @on(Ended)
    def _show_end(self, event: Ended) -> None:
        event.stop()
        if event.generation != self._generation:
            return
        self._stop = None
        self.remove_class("-working")
        self._say(event.outcome)

    def _show_information(self, information: "DatabaseInformation") -> None:
        self.query_one("#text", Static).update(_describe(information))

    def _say(self, outcome: Content) -> None:
        self.query_one("#outcome", Static).update(outcome)


def _read_information(reader: Reader) -> "DatabaseInformation":
    from quotetrack.actions.keeping import information

    return information(reader)


def _describe(information: "DatabaseInformation") -> Content:
    holds = [f"{rows:,} {table}{'' if rows == 1 else 's'}" for table, rows in information.counts]
    changed = (information.last_change or "never")[:16].replace("T", " ")
    facts = (
        ("File", clean_line(information.path)),
        ("Size", f"{information.size / 1e6:,.2f} MB"),
        ("Holds", ", ".join(holds[:4])),
        ("", ", ".join(holds[4:])),
        ("Changes", f"{information.units:,}, the last on {changed} (UTC)"),
        ("Schema", f"version {information.schema_version}, journal {information.journal_mode}"),
    )
    return Content("\n").join(
        Content.assemble((f"{name:<9}", "$quiet"), fact) for name, fact in facts
    )


def _problem(problem: "Problem") -> Content:
    return Content.assemble(
        (f"· {clean_line(problem.part)}  ", "$quiet"), clean_line(problem.message)
    )
