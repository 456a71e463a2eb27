"""Saved places: saving where one is, and going to one of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from quotetrack.domain.place_records import Place, SavedPlaceRecord
from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.narrowed_list import NarrowedListDialog
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading

if TYPE_CHECKING:
    from quotetrack.store.database import Database


class SavePlaceDialog(FormDialog[int]):
    """A name for where one is; gives the id of the saved place."""

    HEADING = "Save this place"
    HELP: ClassVar[str] = (
        "Saves the screen you are on with its search and what is under the cursor. "
        "The apostrophe key lists the saved places and goes back to one."
    )

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def compose_fields(self) -> ComposeResult:
        """The name."""
        yield TextField("Name", id="name", placeholder="how you will find it again")

    def on_mount(self) -> None:
        """Suggest what stands there."""
        BackgroundReading(self, database_of(self), "name").start(
            partial(_suggest, self._place), self._take, self.show_problem
        )

    def _take(self, name: str) -> None:
        entry = self.query_one(Input)
        if not entry.value:
            entry.value = name

    def read_form(self) -> Callable[[], int]:
        """The name, as the work that saves the place."""
        name = self.query_one("#name", TextField).required("Give the place a name.")

        def save() -> int:
            from quotetrack.actions.saved_places import save_place

            return save_place(database_of(self), name, self._place)

        return save


class PlacesDialog(NarrowedListDialog[SavedPlaceRecord, Place]):
    """Typing narrows the list; Enter gives the place to go to."""

    HEADING = "Saved places"
    HELP: ClassVar[str] = (
        "Places that were saved with m, your own first. Type a part of a name, Enter goes there, "
        "ctrl+r removes the one under the cursor, which u brings back."
    )
    KEYS = "enter go · ctrl+r remove · esc back · f1 help"
    NONE_YET = "No place is saved yet. m saves where you are, on any screen."
    NONE_CALLED_SO = "No saved place is called so."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "remove", "Remove", id="places.remove")
    ]

    def read(self, text: str) -> Callable[[Reader], list[SavedPlaceRecord]]:
        """The saved places."""
        return partial(_read, database_of(self).user, text)

    def lines_of(self, found: list[SavedPlaceRecord], text: str) -> Sequence[SavedPlaceRecord]:
        """A line each."""
        return found

    def words_of(self, line: SavedPlaceRecord) -> Content:
        """Its name, its screen, and whose it is."""
        return _line(line, database_of(self).user)

    def result_of(self, line: SavedPlaceRecord) -> Place:
        """The place itself."""
        return line.place

    def action_remove(self) -> None:
        """Remove the place under the cursor."""
        here = self.line_here
        if here is not None:
            self.remove_by(partial(_remove, database_of(self), here.name))


def _suggest(place: Place, reader: Reader) -> str:
    from quotetrack.actions.saved_places import suggest_name

    return suggest_name(reader, place)


def _remove(database: "Database", name: str) -> None:
    from quotetrack.actions.saved_places import remove_place

    remove_place(database, name)


def _read(user: str, text: str, reader: Reader) -> list[SavedPlaceRecord]:
    from quotetrack.actions.saved_places import list_places

    return list_places(reader, user, text)


def _line(saved: SavedPlaceRecord, user: str) -> Content:
    whose = "" if saved.author == user else f" · {clean_line(saved.author)}"
    search = f" · {shorten(clean_line(saved.place.query), 30)}" if saved.place.query else ""
    return Content.assemble(
        shorten(clean_line(saved.name), 60), (f"  {saved.place.screen}{search}{whose}", "$quiet")
    )
