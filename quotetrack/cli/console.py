"""The console: data on standard output, messages on standard error, colour only where it helps."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

_STYLES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36"}


class Console:
    """Where a command writes.

    Attributes:
        terminal: whether standard output is a terminal; if not, rows are whole lines.
        width: columns of the terminal.
    """

    def __init__(self, output: "TextIO", errors: "TextIO") -> None:
        self._output = output
        self._errors = errors
        self.terminal = output.isatty()
        self.width = _terminal_width() if self.terminal else 0
        self._colour = self.terminal and not os.environ.get("NO_COLOR")
        for stream in (output, errors):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="backslashreplace")

    def line(self, text: str = "") -> None:
        """Write one line of data."""
        self._output.write(f"{text}\n")

    def row(self, cells: "Sequence[str]") -> None:
        """Write one row for a program: cells parted by tabs, each on one line."""
        from quotetrack.domain.text import clean_line

        self.line("\t".join(clean_line(cell) for cell in cells))

    def message(self, text: str) -> None:
        """Write one line for the person at the keyboard."""
        self._output.flush()
        self._errors.write(f"{text}\n")

    @property
    def watched(self) -> bool:
        """Whether messages go to a terminal, where a line may be written over."""
        return self._errors.isatty()

    def overwrite(self, text: str) -> None:
        """Write over the message line that was written last in this way."""
        self._errors.write(f"\r{text[: _terminal_width() - 1]}\x1b[K")
        self._errors.flush()

    def json(self, value: object) -> None:
        """Write a value as JSON; what could steer a terminal is escaped."""
        from json import dumps

        plain = (self._output.encoding or "").lower().replace("-", "") != "utf8"
        text = dumps(value, ensure_ascii=plain, indent=2 if self.terminal else None)
        self.line(_escape_controls(text))

    def json_line(self, value: object) -> None:
        """Write a value as JSON on one line, and hand it on at once."""
        from json import dumps

        plain = (self._output.encoding or "").lower().replace("-", "") != "utf8"
        self.line(_escape_controls(dumps(value, ensure_ascii=plain)))
        self._output.flush()

    def styled(self, text: str, *styles: str) -> str:
        """The text in these styles, where colours are wanted."""
        if not self._colour or not text:
            return text
        codes = ";".join(_STYLES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"

    def close(self) -> None:
        """Hand everything written to the system."""
        self._output.flush()
        self._errors.flush()


def _terminal_width() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size((80, 24)).columns, 40)


def _escape_controls(text: str) -> str:
    """Escape the C1 controls and the marks that turn the direction of text round."""
    if text.isascii():
        return text
    import re

    return re.sub(
        "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]",
        lambda match: f"\\u{ord(match.group()):04x}",
        text,
    )


def standard_console() -> Console:
    """The console on the process's own streams."""
    return Console(sys.stdout, sys.stderr)
