"""Searches to run again: saving one under a name, and choosing among the saved and the latest."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.narrowed_list import NarrowedListDialog
from quotetrack.tui.host import database_of
from quotetrack.tui.search_history import SearchHistory

if TYPE_CHECKING:
    from quotetrack.domain.search_records import SavedSearchRecord
    from quotetrack.store.database import Database


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


class SearchesDialog(NarrowedListDialog[_Line, str]):
    """Typing narrows the list; Enter gives the search to run."""

    HEADING = "Searches"
    HELP: ClassVar[str] = (
        "The searches that the desk has saved, by name, and beneath them those that were run "
        "last. Type a part of a name or of a search, Enter runs it. F2 renames a saved one, "
        "ctrl+r removes it, which u brings back; one of the latest it takes off the list."
    )
    KEYS = "enter run · f2 rename · ctrl+r remove · esc back"
    PLACEHOLDER = "part of a name or of a search"
    NONE_YET = "No search is saved yet: + saves the one you see. Those you run are listed here too."
    NONE_CALLED_SO = "No search is called so, and none has these words."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "rename", "Rename", id="searches.rename"),
        Binding("ctrl+r", "remove", "Remove", id="searches.remove"),
    ]

    def __init__(self, history: SearchHistory) -> None:
        super().__init__()
        self._history = history

    def read(self, text: str) -> "Callable[[Reader], list[SavedSearchRecord]]":
        """The saved searches."""
        return partial(_read, text)

    def lines_of(self, found: "list[SavedSearchRecord]", text: str) -> Sequence[_Line]:
        """The saved ones, then those that were run last."""
        typed = text.strip().casefold()
        latest = [each for each in self._history.searches if typed in each.casefold()]
        return [
            *(_Line(each.query, each.name) for each in found),
            *(_Line(each, None) for each in latest),
        ]

    def words_of(self, line: _Line) -> Content:
        """Its name, if it has one, and what is searched for."""
        search = shorten(clean_line(line.search), 60)
        if line.name is None:
            return Content.assemble(("↺ ", "$quiet"), search)
        name = clean_line(line.name)
        return Content.assemble(("★ ", "$accent"), name, (f"  {search}", "$quiet"))

    def result_of(self, line: _Line) -> str:
        """The search."""
        return line.search

    def action_rename(self) -> None:
        """Give the saved search under the cursor another name."""
        here = self.line_here
        if here is not None and here.name is not None:
            self.app.push_screen(RenameSearchDialog(here.name), lambda _: self.list_again())

    def action_remove(self) -> None:
        """Remove the saved search under the cursor, or take one of the latest off the list."""
        here = self.line_here
        if here is None:
            return
        if here.name is None:
            self._history.forget(here.search)
            self.list_again()
        else:
            self.remove_by(partial(_remove, database_of(self), here.name))


def _read(text: str, reader: Reader) -> "list[SavedSearchRecord]":
    from quotetrack.actions.saved_searches import list_searches

    return list_searches(reader, text)


def _remove(database: "Database", name: str) -> None:
    from quotetrack.actions.saved_searches import remove_search

    remove_search(database, name)
