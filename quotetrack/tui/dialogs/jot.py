"""Quick capture: one line for the inbox, saved with Enter from wherever one is."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from quotetrack.domain.addresses import find_address
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.text import clean_line, shorten
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.host import database_of

_ADDRESS_SHOWN = 56


class JotDialog(FormDialog[int]):
    """One line; an address in it is kept as its source. Gives the new line's id."""

    HEADING = "Jot down"
    HELP: ClassVar[str] = (
        "Anything worth keeping until there is time for it: words, a name, an address, a question. "
        "Nothing else is asked. An address pasted among the words is kept as the source. The line "
        "waits in the inbox (4), where Enter makes a statement of it."
    )
    SAVE = "Keep"
    DEFAULT_CSS = """
    JotDialog .label { width: 6; }
    JotDialog .beneath { margin: 0 0 0 6; }
    """

    def compose_fields(self) -> ComposeResult:
        """The one line."""
        yield TextField(
            "Line", id="line", placeholder="words, an address, or both", hint="enter keeps it"
        )

    @on(Input.Changed)
    def _say_what_is_the_source(self, event: Input.Changed) -> None:
        address = find_address(event.value)
        self.query_one("#line", TextField).explain(
            f"source: {shorten(clean_line(address), _ADDRESS_SHOWN)}" if address else ""
        )

    def read_form(self) -> Callable[[], int]:
        """What was typed, as the work that keeps it."""
        line = self.query_one("#line", TextField).required(
            "There is nothing to jot down. Type a word, or paste an address."
        )

        def keep() -> int:
            from quotetrack.actions.capturing import jot

            return jot(database_of(self), line)

        return keep


class EditCaptureDialog(FormDialog[bool]):
    """A line of the inbox and its address."""

    HEADING = "Edit the line"
    HELP: ClassVar[str] = "Change the words, or the address that they came from."

    def __init__(self, capture: CaptureRecord) -> None:
        super().__init__()
        self._capture = capture

    def compose_fields(self) -> ComposeResult:
        """The line and its address."""
        yield TextField("Line", id="line", value=clean_line(self._capture.text))
        yield TextField(
            "Address", id="url", value=clean_line(self._capture.url or ""), placeholder="https://…"
        )

    def read_form(self) -> Callable[[], bool]:
        """What was typed, as the work that saves it."""
        line = self.query_one("#line", TextField).value or ""
        url = self.query_one("#url", TextField).value

        def save() -> bool:
            from quotetrack.actions.capturing import edit_capture

            edit_capture(database_of(self), self._capture.id, line, url=url)
            return True

        return save
