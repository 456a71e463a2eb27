"""Saved places: saving where one is, and going to one of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

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
from quotetrack.domain.place_records import Place, SavedPlaceRecord
from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.explanation import explain
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.entry import Entry

_NONE_YET = "No place is saved yet. m saves where you are, on any screen."
_NONE_CALLED_SO = "No saved place is called so."


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


class PlacesDialog(ModalScreen[Place]):
    """Typing narrows the list; Enter gives the place to go to."""

    HELP: ClassVar[str] = (
        "Places that were saved with m, your own first. Type a part of a name, Enter goes there, "
        "ctrl+r removes the one under the cursor, which u brings back."
    )
    DEFAULT_CSS = """
    PlacesDialog {
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
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="dialog.close"),
        Binding("f1", "explain", "Help", id="dialog.help"),
        Binding("down", "move(1)", "Next", show=False),
        Binding("up", "move(-1)", "Previous", show=False),
        Binding("ctrl+r", "remove", "Remove", id="places.remove"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._places: Sequence[SavedPlaceRecord] = ()

    def compose(self) -> ComposeResult:
        """The filter and the places."""
        with Vertical(id="panel") as panel:
            panel.border_title = "Saved places"
            panel.border_subtitle = "enter go · ctrl+r remove · esc back · f1 help"
            yield Entry(placeholder="part of a name", compact=True)
            places = OptionList(markup=False, compact=True)
            places.can_focus = False
            yield places
            yield Static("", id="nothing", markup=False)

    def on_mount(self) -> None:
        """List them all."""
        self._reading = BackgroundReading(self, database_of(self), "places")
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        read = partial(_read, database_of(self).user, self.query_one(Input).value)
        self._reading.start(read, self._show, self._tell)

    def _show(self, places: list[SavedPlaceRecord]) -> None:
        self._places = places
        lines = self.query_one(OptionList)
        lines.clear_options()
        lines.add_options([Option(_line(each, database_of(self).user)) for each in places])
        lines.highlighted = 0 if places else None
        typed = self.query_one(Input).value
        self.query_one("#nothing", Static).update(
            "" if places else _NONE_CALLED_SO if typed else _NONE_YET
        )

    @on(Input.Submitted)
    def _enter(self) -> None:
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._places[place].place)

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._places[event.option_index].place)

    def action_move(self, step: int) -> None:
        """Go to the next place or the one before."""
        lines = self.query_one(OptionList)
        if self._places:
            lines.highlighted = ((lines.highlighted or 0) + step) % len(self._places)

    def action_remove(self) -> None:
        """Remove the place under the cursor."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            name = self._places[place].name
            self.run_worker(partial(self._remove, name), thread=True, group="remove")

    def _remove(self, name: str) -> None:
        """Runs in a worker."""
        from quotetrack.actions.saved_places import remove_place

        try:
            remove_place(database_of(self), name)
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
        """Stay where one is."""
        self.dismiss(None)

    def action_explain(self) -> None:
        """Say what is done here."""
        explain(self, "Saved places")


def _suggest(place: Place, reader: Reader) -> str:
    from quotetrack.actions.saved_places import suggest_name

    return suggest_name(reader, place)


def _read(user: str, text: str, reader: Reader) -> list[SavedPlaceRecord]:
    from quotetrack.actions.saved_places import list_places

    return list_places(reader, user, text)


def _line(saved: SavedPlaceRecord, user: str) -> Content:
    whose = "" if saved.author == user else f" · {clean_line(saved.author)}"
    search = f" · {shorten(clean_line(saved.place.query), 30)}" if saved.place.query else ""
    return Content.assemble(
        shorten(clean_line(saved.name), 60), (f"  {saved.place.screen}{search}{whose}", "$quiet")
    )
