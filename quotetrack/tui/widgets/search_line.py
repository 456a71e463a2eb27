"""The search line: searches as one types, and marks what it does not understand where it stands."""

import re
from typing import ClassVar

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from quotetrack.domain.errors import QueryError
from quotetrack.domain.text import clean_line
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.entry import Entry
from quotetrack.tui.widgets.tones import Tones

_SPEAKER_TERM = re.compile(r'(?<!\S)-?speaker:("[^"]*"?|\S*)', re.IGNORECASE)


_HELP = (
    "Search\n\n"
    "Results change as you type. Words must all occur; the last may be unfinished. "
    '"A phrase" in quotation marks stays together, -word must not occur, and OR between two '
    "terms takes either."
)
_HELP_ON_KEYS = (
    "What is typed is completed: Tab takes the first offer, or what was meant instead of a "
    "mistake; ↓ and ↑ go into the offers, Enter takes one. Without offers ↑ brings back the "
    "searches before. Enter goes to the results, Escape too; Ctrl+U empties the line."
)


class SearchLine(Vertical):
    """An input with a line beneath that appears when the search has an error."""

    def help_text(self) -> str:
        """What the line is for, with an example of each field that runs as it stands."""
        from quotetrack.actions.search_help import FIELDS

        widest = max(len(field.example) for field in FIELDS.values())
        fields = "\n".join(
            f"{field.example:<{widest}}  {field.meaning}" for field in FIELDS.values()
        )
        return f"{_HELP}\n\n{fields}\n\n{_HELP_ON_KEYS}"

    BINDINGS: ClassVar[list[BindingType]] = [
        movement("search_leave", "escape", "leave", "To the results", show=True),
        movement("search_down", "down", "down", "Next offer, later search, or the results"),
        movement("search_up", "up", "up", "Previous offer, or the search before"),
        movement("search_complete", "tab", "complete", "Complete"),
    ]

    class Changed(Message):
        """Another search is asked for."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Asked(Message):
        """A key for the list beneath the line: "up", "down", "tab" or "escape"."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Left(Message):
        """The user is done with the line."""

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._mark = _Mark(Tones(self))
        self._error: Static | None = None
        self._suggested: tuple[int, int, str] | None = None

    def compose(self) -> ComposeResult:
        """The input; the line for errors comes with the first error."""
        yield Entry(
            placeholder='Search: words, "a phrase", speaker:, status:, said:',
            highlighter=self._mark,
            compact=True,
            select_on_focus=False,
            id="search-input",
        )

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.query_one(Input).value

    @text.setter
    def text(self, text: str) -> None:
        entry = self.query_one(Input)
        entry.value = text
        entry.cursor_position = len(text)

    @property
    def cursor(self) -> int:
        """Where in the text one types."""
        return self.query_one(Input).cursor_position

    def replace(self, start: int, end: int, insert: str, behind: str) -> None:
        """Put something in place of a part of the text, and go on typing behind it."""
        entry = self.query_one(Input)
        text = entry.value
        rest = text[end:]
        if rest[:1].isspace() or not behind:
            behind = ""
        entry.value = f"{text[:start]}{insert}{behind}{rest}"
        entry.cursor_position = start + len(insert) + len(behind)

    def place_of(self, offset: int) -> tuple[int, int]:
        """Column and row of the screen at which a character of the text stands."""
        entry = self.query_one(Input)
        column = cell_len(entry.value[:offset]) - round(entry.scroll_x)
        return entry.content_region.x + max(0, column), entry.content_region.y

    def take_suggestion(self) -> bool:
        """Write what was meant in place of a mistake; False where there is nothing to suggest."""
        if self._suggested is None:
            return False
        start, end, suggestion = self._suggested
        self.text = f"{self.text[:start]}{suggestion}{self.text[end:]}"
        return True

    def set_speaker(self, name: str | None) -> None:
        """Let the search name this speaker instead of any other; None takes the term out."""
        rest = " ".join(_SPEAKER_TERM.sub(" ", self.text).split())
        clean = clean_line(name or "").replace('"', " ").strip()
        self.text = f'speaker:"{clean}" {rest}'.strip() if clean else rest

    def take_focus(self) -> None:
        """Let the user type."""
        self.screen.set_focus(self.query_one(Input))

    def show_error(self, error: QueryError) -> None:
        """Mark the error where it stands and say beneath what to write instead."""
        self._mark.place = (error.start, max(error.end, error.start + 1))
        self._suggested = None
        words = Text("↑ ", no_wrap=True, overflow="ellipsis")
        if error.suggestion is not None:
            self._suggested = (error.start, error.end, error.suggestion)
            words.append("tab", "bold reverse").append(f" {clean_line(error.suggestion)}  ", "bold")
        words.append(clean_line(str(error)))
        if self._error is None:
            self._error = Static(words, id="search-error")
            self.mount(self._error)
        else:
            self._error.update(words)
        self.add_class("-error")
        self.query_one(Input).refresh()

    def clear_error(self) -> None:
        """The search is understood."""
        self._suggested = None
        if self._mark.place is not None:
            self._mark.place = None
            self.remove_class("-error")
            self.query_one(Input).refresh()

    @on(Input.Changed)
    def _input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted())

    def action_leave(self) -> None:
        """Close the list beneath; else go to the results, and keep the search."""
        self.post_message(self.Asked("escape"))

    def action_down(self) -> None:
        """Into the list beneath; else to a later search, or the results."""
        self.post_message(self.Asked("down"))

    def action_up(self) -> None:
        """Up in the list beneath; else to the search before."""
        self.post_message(self.Asked("up"))

    def action_complete(self) -> None:
        """Take a suggestion or the first that is offered; else go to the next pane."""
        self.post_message(self.Asked("tab"))


class _Mark(Highlighter):
    """Underlines the part of the search that was not understood."""

    def __init__(self, tones: Tones) -> None:
        self._tones = tones
        self.place: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        if self.place is not None:
            style = self._tones["error"] + self._tones["underline"]
            text.stylize(style, *self.place)
