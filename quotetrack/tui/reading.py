"""Reads the database in a thread, one reading of a kind at a time: the newest wins."""

from collections.abc import Callable
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from textual.dom import DOMNode

from quotetrack.domain.errors import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.store.database import Database, Reader

Result = TypeVar("Result")


class BackgroundReading:
    """One kind of reading on behalf of a screen.

    Each reading has its own connection and a generation. A newer one interrupts the older, whose
    result, should it still come, is dropped. The worker touches no widget: results travel as
    messages to the owner.
    """

    def __init__(self, owner: DOMNode, database: "Database", group: str) -> None:
        self._owner = owner
        self._database = database
        self._group = group
        self._lock = Lock()
        self._reader: Reader | None = None
        self._superseded = Event()
        self.generation = 0
        self.under_way = False

    def start(
        self,
        work: "Callable[[Reader], Result]",
        done: Callable[[Result], None],
        failed: Callable[[QuotetrackError], None],
        *,
        pause: float = 0.0,
    ) -> None:
        """Read in a worker; call `done` or `failed` on the user interface's thread.

        Neither is called once a newer reading has been started.

        Args:
            work: reads.
            done: takes what was read.
            failed: takes what went wrong.
            pause: seconds to wait first; a newer reading within them spares this one.
        """
        self.cancel()
        self.under_way = True
        generation, superseded = self.generation, self._superseded

        def read() -> None:
            if not superseded.wait(pause):
                self._read(generation, work, done, failed)

        self._owner.run_worker(
            read,
            group=self._group,
            exclusive=True,
            thread=True,
        )

    def cancel(self) -> None:
        """Interrupt the reading under way, if there is one, and drop its result."""
        self.under_way = False
        with self._lock:
            self.generation += 1
            self._superseded.set()
            self._superseded = Event()
            if self._reader is not None:
                self._reader.interrupt()

    def _read(
        self,
        generation: int,
        work: "Callable[[Reader], Result]",
        done: Callable[[Result], None],
        failed: Callable[[QuotetrackError], None],
    ) -> None:
        try:
            with self._database.reader() as reader:
                with self._lock:
                    if generation != self.generation:
                        return
                    self._reader = reader
                try:
                    result = work(reader)
                finally:
                    with self._lock:
                        if self._reader is reader:
                            self._reader = None
        except QuotetrackError as error:
            self._owner.call_later(self._deliver, generation, failed, error)
        else:
            self._owner.call_later(self._deliver, generation, done, result)

    def _deliver(self, generation: int, receive: Callable[[Result], None], result: Result) -> None:
        if generation == self.generation:
            self.under_way = False
            receive(result)
