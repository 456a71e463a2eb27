"""The base of lists to go on from: typing narrows the list, Enter takes a line, ctrl+r removes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

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
from quotetrack.domain.text import clean_line
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.explanation import explain
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.entry import Entry

Line = TypeVar("Line")
Result = TypeVar("Result")


class NarrowedListDialog(ModalScreen[Result], Generic[Line, Result]):
    """A subclass says what is read, what a line shows and gives, and how one is removed."""

    HEADING: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    KEYS: ClassVar[str] = ""
    PLACEHOLDER: ClassVar[str] = "part of a name"
    NONE_YET: ClassVar[str] = ""
    NONE_CALLED_SO: ClassVar[str] = ""

    DEFAULT_CSS = """
    NarrowedListDialog {
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
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()

    def read(self, text: str) -> Callable[[Reader], Any]:
        """What to read for a part of a name; it runs in a worker."""
        raise NotImplementedError

    def lines_of(self, found: Any, text: str) -> Sequence[Line]:
        """The lines of what was read."""
        raise NotImplementedError

    def words_of(self, line: Line) -> Content:
        """What a line shows."""
        raise NotImplementedError

    def result_of(self, line: Line) -> Result:
        """What taking a line gives."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The filter and the lines."""
        with Vertical(id="panel") as panel:
            panel.border_title = self.HEADING
            panel.border_subtitle = self.KEYS
            yield Entry(placeholder=self.PLACEHOLDER, compact=True)
            lines = OptionList(markup=False, compact=True)
            lines.can_focus = False
            yield lines
            yield Static("", id="nothing", markup=False)

    def on_mount(self) -> None:
        """List them all."""
        self._reading = BackgroundReading(self, database_of(self), "list")
        self.list_again()

    @on(Input.Changed)
    def list_again(self) -> None:
        """Read what fits what was typed."""
        text = self.query_one(Input).value
        self._reading.start(self.read(text), self._show, self.tell)

    def _show(self, found: Any) -> None:
        text = self.query_one(Input).value
        self._lines = self.lines_of(found, text)
        lines = self.query_one(OptionList)
        lines.clear_options()
        lines.add_options([Option(self.words_of(each)) for each in self._lines])
        lines.highlighted = 0 if self._lines else None
        nothing = self.query_one("#nothing", Static)
        none = self.NONE_CALLED_SO if text.strip() else self.NONE_YET
        nothing.update("" if self._lines else none)
        nothing.set_class(bool(self._lines), "-empty")

    @property
    def line_here(self) -> Line | None:
        """The line under the cursor."""
        highlighted = self.query_one(OptionList).highlighted
        return None if highlighted is None else self._lines[highlighted]

    @on(Input.Submitted)
    def _enter(self) -> None:
        here = self.line_here
        if here is not None:
            self.dismiss(self.result_of(here))

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.result_of(self._lines[event.option_index]))

    def action_move(self, step: int) -> None:
        """Go to the next line or the one before."""
        lines = self.query_one(OptionList)
        if self._lines:
            lines.highlighted = ((lines.highlighted or 0) + step) % len(self._lines)

    def remove_by(self, work: Callable[[], object]) -> None:
        """Remove something in a worker, and list what is left."""
        self.run_worker(partial(self._remove, work), thread=True, group="remove")

    def _remove(self, work: Callable[[], object]) -> None:
        try:
            work()
        except QuotetrackError as problem:
            self.app.call_later(self.tell, problem)
        else:
            self.app.call_later(self.list_again)

    def tell(self, problem: QuotetrackError) -> None:
        """Say what went wrong."""
        self.notify(clean_line(str(problem)), title=problem.title, severity="error", markup=False)

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if not self.query_one("#panel").region.contains(*event.screen_offset):
            self.action_close()

    def action_close(self) -> None:
        """Take none."""
        self.dismiss(None)

    def action_explain(self) -> None:
        """Say what is done here."""
        explain(self, self.HEADING)
