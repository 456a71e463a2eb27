"""A program in a pseudo-terminal, watched as bytes: cheap enough not to disturb the measure."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

COLUMNS, LINES = 80, 24
PATIENCE = 60.0
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P.*?\x1b\\|.)")


class Painter:
    """A program that paints on a terminal of 80 by 24.

    Used in a `with` statement, which kills the program.

    Attributes:
        cpu_in_all: seconds of CPU over its whole life, user and system; known when it is killed.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.cpu_in_all = 0.0
        self._output = b""
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.execve(
                command[0],
                list(command),
                {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            )

    @property
    def painted(self) -> str:
        """Everything painted so far, without colours and movements of the cursor."""
        return ESCAPES.sub("", self._output.decode("utf-8", "ignore"))

    def take(self) -> bytes:
        """What has been painted since it was last taken."""
        output, self._output = self._output, b""
        return output

    def memory(self) -> float:
        """Megabytes resident, what is shared with other programs among them."""
        status = Path(f"/proc/{self._process}/status").read_text(encoding="ascii")
        (kilobytes,) = re.findall(r"VmRSS:\s+(\d+) kB", status)
        return int(kilobytes) / 1024

    def press(self, keys: str) -> None:
        """Type the keys."""
        os.write(self._terminal, keys.encode())

    def read(self, seconds: float) -> bool:
        """Read what is painted within the time; tell whether there was something.

        Raises:
            RuntimeError: the program ended.
        """
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            self._output += os.read(self._terminal, 65536)
        except OSError as error:
            raise RuntimeError(f"The program ended:\n{self.painted}") from error
        return True

    def wait_for(self, text: str) -> None:
        """Read until the text has been painted."""
        self.wait_for_characters(0, text)

    def wait_for_characters(self, count: int, text: str = "") -> None:
        """Read until so many characters have been painted, and the text among them.

        Raises:
            RuntimeError: it took too long.
        """
        deadline = time.monotonic() + PATIENCE
        while text not in self.painted or len(self.painted) < count:
            if time.monotonic() > deadline:
                raise RuntimeError(f"Waited in vain for {text!r}:\n{self.painted}")
            self.read(1.0)

    def wait_for_quiet(self, seconds: float) -> None:
        """Read until nothing has been painted for so long."""
        while self.read(seconds):
            self._output = b""

    def cpu_so_far(self) -> float:
        """Return the seconds of CPU of all its living threads, as the scheduler counts them."""
        threads = Path(f"/proc/{self._process}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        _, _, usage = os.wait4(self._process, 0)
        os.close(self._terminal)
        self.cpu_in_all = usage.ru_utime + usage.ru_stime
