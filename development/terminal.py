"""A program in a pseudo-terminal of its own, whose screen is read as a person would read it."""

import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds that a screen may take on a busy machine before the wait is given up."""


class Terminal:
    """A running program and its screen.

    Used in a `with` statement, which ends the program if it still runs.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        columns: int = 80,
        lines: int = 24,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            dimensions=(lines, columns),
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        """Type the keys."""
        self.process.send(keys)

    def wait_until(self, condition: Callable[[str], bool], *, seconds: float = PATIENCE) -> str:
        """Return the screen's text as soon as the condition holds for it.

        Raises:
            AssertionError: it did not come to hold in time, or the program ended before.
        """
        deadline = time.monotonic() + seconds
        while not condition(self.text):
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"Waited {seconds:.0f} s in vain; the screen:\n{self.text}")
            try:
                output = self.process.read_nonblocking(65536, timeout=left)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                raise AssertionError(f"The program ended; the screen:\n{self.text}") from None
            self._stream.feed(output)
        return self.text

    def wait_for(self, *texts: str) -> str:
        """Return the screen's text as soon as all these texts stand on it."""
        return self.wait_until(lambda screen: all(text in screen for text in texts))

    def wait_for_end(self) -> int:
        """Return the exit status of a program that is about to end by itself."""
        self.process.expect(pexpect.EOF)
        self.process.wait()
        status = self.process.exitstatus
        return status if status is not None else -int(self.process.signalstatus)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.process.isalive():
            os.kill(self.process.pid, signal.SIGTERM)
        self.process.close(force=True)
