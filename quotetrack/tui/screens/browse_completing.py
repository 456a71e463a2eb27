"""Completes Browse's search line: reads how its term can go on, and shows that beneath it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from quotetrack.domain.text import clean_line
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.drop_down import Choice, DropDown

if TYPE_CHECKING:
    from quotetrack.actions.completing import Completion
    from quotetrack.store.database import Database, Reader
    from quotetrack.tui.screens.browse import BrowseScreen

PAUSE = 0.2
"""Seconds without a key after which a list comes up; one that is there follows each key."""


class Completing:
    """The list beneath the search line, while one types there."""

    def __init__(self, screen: "BrowseScreen", database: "Database") -> None:
        self._screen = screen
        self._reading = BackgroundReading(screen, database, "complete")
        self._found: Sequence[Completion] = ()

    @property
    def _list(self) -> DropDown:
        return self._screen.query_one(DropDown)

    @property
    def is_open(self) -> bool:
        """Whether anything is offered."""
        return self._list.is_open

    def follow(self) -> None:
        """The line has changed: offer how its term at the cursor can go on."""
        line = self._screen.search_line
        text, cursor = line.text, line.cursor
        begun = bool(text[:cursor]) and not text[cursor - 1].isspace()
        if begun and line.has_focus_within:
            pause = 0.0 if self.is_open else PAUSE
            read = partial(_read, text, cursor)
            self._reading.start(read, self._show, lambda _: self.close(), pause=pause)
        else:
            self.close()

    def close(self) -> None:
        """Offer nothing."""
        self._reading.cancel()
        self._found = ()
        self._list.close()

    def _show(self, found: "Sequence[Completion]") -> None:
        line = self._screen.search_line
        typed = line.text
        # What stands there already is no way to go on.
        found = [each for each in found if typed[each.start : each.end] != each.insert]
        if not found or not line.has_focus_within:
            self.close()
            return
        self._found = found
        x, y = line.place_of(found[0].start)
        choices = [Choice(clean_line(each.label), clean_line(each.detail)) for each in found]
        self._list.open_at(x - 1, y + 1, choices)

    def move(self, step: int) -> None:
        """Go into the list, through it, and out of it again above its first line."""
        self._list.move(step)

    def leave(self) -> bool:
        """Go back to typing; False where one had not gone into the list."""
        if not self.is_open or self._list.cursor is None:
            return False
        self.close()
        return True

    def take_chosen(self) -> bool:
        """Take the line that was gone to; False where none was."""
        if not self.is_open or self._list.cursor is None:
            return False
        self.take(self._list.cursor)
        return True

    def take_first(self) -> bool:
        """Take the line that was gone to, else the first; False where nothing is offered."""
        if not self.is_open:
            return False
        self.take(self._list.cursor or 0)
        return True

    def take(self, index: int) -> None:
        """Put a completion into the line; behind a whole term comes a blank."""
        taken = self._found[index]
        blank = "" if taken.insert.endswith(":") else " "
        self.close()
        self._screen.search_line.replace(taken.start, taken.end, taken.insert, blank)


def _read(text: str, cursor: int, reader: "Reader") -> "list[Completion]":
    from quotetrack.actions.completing import completions

    return completions(reader, text, cursor)
