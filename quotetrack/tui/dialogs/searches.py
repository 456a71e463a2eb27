"""Searches to run again: saving one under a name, and choosing among the saved and the latest."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.explanation import explain
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.search_history import SearchHistory
from quotetrack.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from quotetrack.domain.search_records import SavedSearchRecord

_NONE_YET = "No search is saved yet: + saves the one you see. Those you run are listed here too."
_NONE_CALLED_SO = "No search is called so, and none has these words."


class SaveSearchDialog(FormDialog[int]):
    """A name for a search; gives the id of the saved search."""

    HEADING = "Save this search"
    HELP: ClassVar[str] = (
        "Saves the search under a name, for everyone who works with this database. F lists the "
        "saved searches and runs one."
    )

    def __init__(self, search: str) -> None:
        super().__init__()
        self._search = search

    def compose_fields(self) -> ComposeResult:
        """The name, and the search to be seen."""
        yield TextField("Name", id="name", placeholder="how the desk will find it again")
        yield TextField("Search", id="search", value=self._search)

    def read_form(self) -> Callable[[], int]:
        """The name, as the work that saves the search."""
        name = self.query_one("#name", TextField).required("Give the search a name.")
        search = self.query_one("#search", TextField).required("Type what is searched for.")

        def save() -> int:
            from quotetrack.actions.saved_searches import save_search

            return save_search(database_of(self), name, search)

        return save


class RenameSearchDialog(FormDialog[str]):
    """Another name for a saved search; gives that name."""

    HEADING = "Rename the search"
    HELP: ClassVar[str] = "Gives the saved search another name; u takes that back."

    def __init__(self, name: str) -> None:
        super().__init__()
        self._old_name = name

    def compose_fields(self) -> ComposeResult:
        """The name."""
        yield TextField("Name", id="name", value=self._old_name)

    def read_form(self) -> Callable[[], str]:
        """The name, as the work that renames the search."""
        new_name = self.query_one("#name", TextField).required("Give the search a name.")

        def rename() -> str:
            from quotetrack.actions.saved_searches import rename_search

            rename_search(database_of(self), self._old_name, new_name)
            return new_name

        return rename


class _Line(NamedTuple):
    """A search that can be run; without a name it is one of the latest."""

    search: str
    name: str | None


class SearchesDialog(ModalScreen[str]):
    """Typing narrows the list; Enter gives the search to run."""

    HELP: ClassVar[str] = (
        "The searches that the desk has saved, by name, and beneath them those that were run "
        "last. Type a part of a name or of a search, Enter runs it. F2 renames a saved one, "
        "ctrl+r removes it, which u brings back; one of the latest it takes off the list."
    )
    DEFAULT_CSS = """
    SearchesDialog {
        align: center middle;
        & #panel {
            width: 70; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $border; padding: 0 1;
            border-title-color: $primary; border-title-style: bold;
            border-subtitle-color: $quiet;
        }
        & Input { background: $panel; }
        & OptionList { height: auto; max-height: 14; border: none; padding: 0;
                       background: $surface; text-wrap: nowrap; text-overflow: ellipsis; }
        & OptionList > .option-list--option-highlighted {
            background: $cursor-focused; color: $foreground; text-style: bold;
        }
        & #nothing { height: auto; color: $quiet; }
        & #nothing.-empty { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="dialog.close"),
        Binding("f1", "explain", "Help", id="dialog.help"),
        Binding("down", "move(1)", "Next", show=False),
        Binding("up", "move(-1)", "Previous", show=False),
        Binding("f2", "rename", "Rename", id="searches.rename"),
        Binding("ctrl+r", "remove", "Remove", id="searches.remove"),
    ]

    def __init__(self, history: SearchHistory) -> None:
        super().__init__()
        self._history = history
        self._lines: Sequence[_Line] = ()

    def compose(self) -> ComposeResult:
        """The filter and the searches."""
        with Vertical(id="panel") as panel:
            panel.border_title = "Searches"
            panel.border_subtitle = "enter run · f2 rename · ctrl+r remove · esc back"
            yield Entry(placeholder="part of a name or of a search", compact=True)
            searches = OptionList(markup=False, compact=True)
            searches.can_focus = False
            yield searches
            yield Static("", id="nothing", markup=False)

    def on_mount(self) -> None:
        """List them all."""
        self._reading = BackgroundReading(self, database_of(self), "searches")
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        read = partial(_read, self.query_one(Input).value)
        self._reading.start(read, self._show, self._tell)

    def _show(self, saved: "list[SavedSearchRecord]") -> None:
        typed = self.query_one(Input).value.strip().casefold()
        latest = [each for each in self._history.searches if typed in each.casefold()]
        self._lines = [
            *(_Line(each.query, each.name) for each in saved),
            *(_Line(each, None) for each in latest),
        ]
        searches = self.query_one(OptionList)
        searches.clear_options()
        searches.add_options([Option(_words(each)) for each in self._lines])
        searches.highlighted = 0 if self._lines else None
        nothing = self.query_one("#nothing", Static)
        nothing.update("" if self._lines else _NONE_CALLED_SO if typed else _NONE_YET)
        nothing.set_class(bool(self._lines), "-empty")

    @property
    def _here(self) -> _Line | None:
        highlighted = self.query_one(OptionList).highlighted
        return None if highlighted is None else self._lines[highlighted]

    @on(Input.Submitted)
    def _enter(self) -> None:
        if self._here is not None:
            self.dismiss(self._here.search)

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._lines[event.option_index].search)

    def action_move(self, step: int) -> None:
        """Go to the next search or the one before."""
        searches = self.query_one(OptionList)
        if self._lines:
            searches.highlighted = ((searches.highlighted or 0) + step) % len(self._lines)

    def action_rename(self) -> None:
        """Give the saved search under the cursor another name."""
        here = self._here
        if here is not None and here.name is not None:
            self.app.push_screen(RenameSearchDialog(here.name), lambda _: self._list())

    def action_remove(self) -> None:
        """Remove the saved search under the cursor, or take one of the latest off the list."""
        here = self._here
        if here is None:
            return
        if here.name is None:
            self._history.forget(here.search)
            self._list()
        else:
            self.run_worker(partial(self._remove, here.name), thread=True, group="remove")

    def _remove(self, name: str) -> None:
        """Runs in a worker."""
        from quotetrack.actions.saved_searches import remove_search

        try:
            remove_search(database_of(self), name)
        except QuotetrackError as problem:
            self.app.call_later(self._tell, problem)
        else:
            self.app.call_later(self._list)

    def _tell(self, problem: QuotetrackError) -> None:
        self.notify(clean_line(str(problem)), title=problem.title, severity="error", markup=False)

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if not self.query_one("#panel").region.contains(*event.screen_offset):
            self.action_close()

    def action_close(self) -> None:
        """Run none."""
        self.dismiss(None)

    def action_explain(self) -> None:
        """Say what is done here."""
        explain(self, "Searches")


def _read(text: str, reader: Reader) -> "list[SavedSearchRecord]":
    from quotetrack.actions.saved_searches import list_searches

    return list_searches(reader, text)


def _words(line: _Line) -> Content:
    search = shorten(clean_line(line.search), 60)
    if line.name is None:
        return Content.assemble(("↺ ", "$quiet"), search)
    return Content.assemble(("★ ", "$accent"), clean_line(line.name), (f"  {search}", "$quiet"))
