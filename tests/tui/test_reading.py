"""Readings in the background: the newest wins, and one that is superseded costs nothing."""

from collections.abc import Callable
from threading import Event

from textual.app import App

from quotetrack.domain.errors import QuotetrackError
from quotetrack.store.database import Database, Reader
from quotetrack.tui.reading import BackgroundReading

NEVER = 3_600.0
"""Seconds that no test waits."""


async def test_a_newer_reading_spares_one_that_is_still_waiting(database: Database) -> None:
    read, received = list[str](), list[str]()
    app: App[None] = App()

    def reads(name: str) -> Callable[[Reader], str]:
        def work(_reader: Reader) -> str:
            read.append(name)
            return name

        return work

    async with app.run_test() as pilot:
        reading = BackgroundReading(app, database, "test")
        reading.start(reads("older"), received.append, raise_error, pause=NEVER)
        reading.start(reads("newer"), received.append, raise_error)
        while not received:
            await pilot.pause()
    assert read == received == ["newer"]


async def test_a_superseded_reading_is_interrupted_and_its_result_dropped(
    database: Database,
) -> None:
    received, failures = list[int](), list[QuotetrackError]()
    app: App[None] = App()
    began = Event()

    def endless(reader: Reader) -> int:
        began.set()
        counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        (count,) = reader.connection.execute(f"{counting} SELECT count(*) FROM n").fetchone()
        return int(count)

    async with app.run_test() as pilot:
        reading = BackgroundReading(app, database, "test")
        reading.start(endless, received.append, failures.append)
        while not began.is_set():
            await pilot.pause()
        reading.start(lambda _: 7, received.append, failures.append)
        while not received:
            await pilot.pause()
    assert (received, failures) == ([7], [])


def raise_error(error: QuotetrackError) -> None:
    raise error
