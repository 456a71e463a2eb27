"""A question before something that takes away: what goes is listed, and Cancel has the focus."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from quotetrack.tui.dialogs.form import FormDialog

Result = TypeVar("Result")


class ConfirmDialog(FormDialog[Result]):
    """Says what is about to happen; y, ctrl+s or the button does it, n or Escape does not.

    Gives what `work` returns, which is called in a worker; None if it was cancelled.
    """

    HELP = "Nothing has been done yet. y does it, n or Escape leaves everything as it is."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "save", "Do it", id="dialog.yes"),
        Binding("n", "cancel", "Leave it", id="dialog.no"),
    ]

    def __init__(
        self, heading: str, question: Content, work: Callable[[], Result], *, verb: str
    ) -> None:
        super().__init__()
        self.HEADING = heading
        self.SAVE = verb
        self._question = question
        self._work = work

    def compose_fields(self) -> ComposeResult:
        """The question."""
        yield Static(self._question, classes="lead", markup=False)

    def on_mount(self) -> None:
        """What takes nothing away is what Enter does."""
        self.query_one("#panel").border_subtitle = "y yes · n no · f1 help"
        self.query_one("#cancel").focus()

    def read_form(self) -> Callable[[], Result]:
        """What was asked about."""
        return self._work
