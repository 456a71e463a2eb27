"""The terminal app: its screens, its themes, and what can be done from every screen."""

import gc
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Reactive, var
from textual.screen import Screen
from textual.theme import Theme

from quotetrack.actions.registry import EVERYWHERE
from quotetrack.configuration import Configuration
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import bindings_for
from quotetrack.tui.doors import Doors
from quotetrack.tui.memory import share_memory
from quotetrack.tui.modes import MODES, WIDE, browse_screen
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.search_history import SearchHistory
from quotetrack.tui.themes import DARK, THEMES, THEMES_BY_NAME
from quotetrack.tui.widgets.header_bar import Counts

if TYPE_CHECKING:
    from textual.command import Provider

    from quotetrack.actions.keymap import KeyMap
    from quotetrack.session import Session
    from quotetrack.store.database import Database, Reader

LOOK_EVERY = 2.0
"""Seconds between two looks at whether another program has changed the database."""

MANY = 1000

COLLECT_AFTER = 10_000
"""Objects made before garbage is looked for: a key makes some hundreds that last."""


def _commands() -> "type[Provider]":
    from quotetrack.tui.palette import ActionCommands

    return ActionCommands


class QuotetrackApp(App[int]):
    """quotetrack in a terminal."""

    CSS_PATH = Path(__file__).with_name("quotetrack.tcss")
    TITLE = "quotetrack"
    DEFAULT_MODE = "browse"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - typed so there
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(EVERYWHERE),
        # Where a question mark would be typed.
        Binding("f1", "help", "Help", id="help_while_typing"),
    ]

    counts: var[Counts] = var(Counts())
    theme = Reactive(DARK.name)

    def __init__(
        self,
        database: "Database",
        configuration: Configuration,
        *,
        notice: str | None = None,
        session: "Session | None" = None,
    ) -> None:
        super().__init__()
        self.database = database
        self.configuration = configuration
        self.doors = Doors(self)
        self._notice = notice
        self.session = session
        self.search_history = SearchHistory(session, database.path)
        self._counting = BackgroundReading(self, database, "count")
        self._stale: set[str] = set()
        self._seen = self._signature()
        self.animation_level = "none"
        self._variables = self.get_css_variables()
        self._starting = True
        theme = configuration.theme or (session.theme if session is not None else None)
        if theme:
            self.theme = THEMES[theme].name
        for mode in MODES[1:]:
            self.add_mode(mode.name, partial(mode.make, self))
        self.own_keys: dict[str, str] = {}
        if configuration.keys:
            self.own_keys = self.key_map.changed
            self.set_keymap(self.own_keys)

    @cached_property
    def key_map(self) -> "KeyMap":
        """The keys that hold, those of the configuration among them."""
        from quotetrack.actions.keymap import key_map

        return key_map(self.configuration.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our panes draw with, for themes that do not say."""
        return DARK.variables

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our own; not copied, since every line that is drawn asks for them."""
        return THEMES_BY_NAME

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; at the start only if the stylesheet was made for another theme."""
        if not self._starting or self.get_css_variables() != self._variables:
            super().refresh_css(animate)

    @property
    def database_name(self) -> str:
        """The file's name."""
        return self.database.path.name

    def on_mount(self) -> None:
        """Make Browse a mode to come back to; look whether somebody else has written."""
        self.database.keep_connections()
        self.add_mode("browse", partial(browse_screen, self))
        self.set_interval(LOOK_EVERY, self._look)

    def on_unmount(self) -> None:
        """Leave the database as one file."""
        self.database.close()

    # What screens and dialogs ask of the app

    def database_changed(self) -> None:
        """Read again what is in view; the other screens follow when they come to the front."""
        self._seen = self._signature()
        self._stale = {mode.name for mode in MODES} - {self.current_mode}
        self._reload()

    def tell(self, error: QuotetrackError) -> None:
        """Say in a notice what was wrong and what to do."""
        self.notify(
            clean_line(str(error)), title=error.title, severity="error", timeout=8, markup=False
        )

    def count(self) -> None:
        """Count anew what the header shows; the first statements have been painted by now."""
        if self._starting:
            self._starting = False
            if not gc.isenabled():
                # What has been made so far stays to the end, and is not searched again and again.
                gc.freeze()
                gc.set_threshold(COLLECT_AFTER)
                gc.enable()
                share_memory()
            from quotetrack.tui.greeting import greet

            self.call_later(greet, self, self._notice)

        def receive(counts: Counts) -> None:
            self.counts = counts

        self._counting.start(_count, receive, lambda _: None)

    # Actions of the registry

    async def action_quit(self) -> None:
        """Leave, and remember where one was."""
        if self.session is not None:
            from quotetrack.tui.places import place_of

            self.session.leave(self.database.path, place_of(self))
        await super().action_quit()

    async def action_browse(self) -> None:
        """Go to the statements."""
        await self._go_to("browse")

    async def action_contradictions(self) -> None:
        """Go through the contradictions."""
        await self._go_to("contradictions")

    async def action_articles(self) -> None:
        """Go to the list of articles."""
        await self._go_to("articles")

    async def action_inbox(self) -> None:
        """Go to the lines that were jotted down."""
        await self._go_to("inbox")

    def action_jot(self) -> None:
        """Put one line into the inbox."""
        self.doors.jot()

    def action_save_place(self) -> None:
        """Save where one is."""
        self.doors.save_place()

    def action_places(self) -> None:
        """Go to a place that was saved."""
        self.doors.places()

    def action_undo(self) -> None:
        """Take back one's own last change."""
        self.run_worker(self._undo, group="undo", thread=True)

    async def action_history(self) -> None:
        """Go to who changed what, and when."""
        await self._go_to("history")

    def action_database_information(self) -> None:
        """Where the database is, and what it holds."""
        self.doors.database("information")

    def action_database_check(self) -> None:
        """Look for damage."""
        self.doors.database("check")

    def action_database_backup(self) -> None:
        """Write a verified copy."""
        self.doors.database("backup")

    def action_help(self) -> None:
        """Explain the focused pane and its keys."""
        from quotetrack.tui.help import HelpScreen, help_of

        self.push_screen(HelpScreen(*help_of(self.screen)))

    def action_theme(self) -> None:
        """Choose a theme."""
        self.doors.themes()

    # Screens

    def get_default_screen(self) -> "Screen[None]":
        """Browse, which is on the stack before its widgets are mounted.

        As a mode of its own it would get there only afterwards, and where tasks start eagerly
        (Python 3.12 and newer) a widget that asks for the screen while it is mounted finds none.
        """
        return browse_screen(self)

    async def _go_to(self, mode: str) -> None:
        if self.current_mode != mode:
            await self.switch_mode(mode)
            if mode in self._stale:
                self._stale.discard(mode)
                self._reload()

    def _reload(self) -> None:
        """Read again what the screens of this mode show, those beneath the foremost as well."""
        for screen in self.screen_stack:
            reload = getattr(screen, "reload", None)
            if reload is not None:
                reload()

    # Undo, in a worker

    def _undo(self) -> None:
        from quotetrack.actions.trail import undo

        try:
            entry = undo(self.database)
        except QuotetrackError as error:
            self.call_later(self.tell, error)
        else:
            self.call_later(self._undone, entry)

    def _undone(self, entry: HistoryEntry) -> None:
        what = clean_line(entry.summary or entry.action.replace("_", " "))
        self.notify(what, title="Undone", markup=False)
        self.database_changed()

    # Changes by others

    def _look(self) -> None:
        if self._signature() != self._seen:
            self.database_changed()

    def _signature(self) -> tuple[tuple[int, int], ...]:
        """Sizes and times of the file and its log, which change with every commit."""
        path = self.database.path
        return tuple(_size_and_time(file) for file in (path, Path(f"{path}-wal")))


def run(
    database: "Database",
    configuration: Configuration,
    *,
    notice: str | None = None,
    session: "Session | None" = None,
) -> int:
    """Show the terminal interface until the user leaves it.

    Args:
        database: an open database.
        configuration: theme and keys.
        notice: something to say at the start, such as that the database lies on a network folder.
        session: where one was, and where to remember it; None: nothing is remembered.

    Returns:
        The exit code.
    """
    # Collecting while everything is imported and laid out finds nothing and costs a tenth of it;
    # the app collects again once the first statements are on the screen.
    gc.disable()
    app = QuotetrackApp(database, configuration, notice=notice, session=session)
    return app.run() or app.return_code or 0


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return (0, 0)
    return (state.st_size, state.st_mtime_ns) if state.st_size else (0, 0)


def _count(reader: "Reader") -> Counts:
    from quotetrack.actions import reading
    from quotetrack.actions.capturing import count_waiting
    from quotetrack.domain.vocabulary import LinkState

    statements = reading.count(reader, "")
    speakers = len(reading.list_speakers(reader, "", MANY + 1))
    undecided = reading.list_contradictions(reader, (LinkState.SUGGESTED, LinkState.NEEDS_MORE))
    waiting = count_waiting(reader)
    return Counts(_capped(statements), _capped(speakers), len(undecided), waiting)


def _capped(number: int) -> str:
    return f"{MANY}+" if number > MANY else str(number)
