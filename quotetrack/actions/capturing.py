"""Quick capture: one line into the inbox, to be worked up, changed or discarded later."""

from typing import TYPE_CHECKING

from quotetrack.actions.rows import optional_line
from quotetrack.domain.addresses import find_address
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.text import shorten
from quotetrack.domain.vocabulary import CaptureState
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import captures

if TYPE_CHECKING:
    from quotetrack.domain.tables import Capture
    from quotetrack.store.unit import Unit

LONGEST_LINE = 10_000
"""A longer text is an article, and belongs with the sources."""

_SUMMARY = 60


def jot(database: Database, text: str, *, url: str | None = None) -> int:
    """Put one line into the inbox; an address in it is kept as its source.

    Args:
        url: the address it came from, where it does not stand in the text.

    Returns:
        The new line's id.

    Raises:
        UsageError: there is neither a word nor an address, or the text is too long.
    """
    line, address = _checked(text, url)
    with database.unit("jot", f"Jotted down “{shorten(line, _SUMMARY)}”") as unit:
        from quotetrack.domain.tables import Capture

        capture = Capture(id=unit.new_id(), text=line, url=address, author=unit.user, at=unit.now)
        unit.add(capture)
        return capture.id


def edit_capture(database: Database, capture_id: int, text: str, *, url: str | None = None) -> None:
    """Change a line and its address.

    Raises:
        NotFound: there is no such line.
        Refused: it is recorded like that already.
        UsageError: as `jot` does.
    """
    line, address = _checked(text, url)
    with database.unit("edit_capture", f"Changed the line “{shorten(line, _SUMMARY)}”") as unit:
        from quotetrack.domain.tables import Capture

        capture = unit.get(Capture, capture_id)
        if (capture.text, capture.url) == (line, address):
            raise Refused("The line says so already; nothing was changed.")
        capture.text, capture.url = line, address
        unit.add(capture)


def discard_capture(database: Database, capture_id: int) -> None:
    """Take a line out of the inbox; it is kept, and can be seen among the discarded.

    Raises:
        NotFound: there is no such line.
        Refused: it waits no longer.
    """
    with database.unit("discard_capture") as unit:
        capture = _waiting(unit, capture_id)
        unit.summary = f"Discarded the line “{shorten(capture.text, _SUMMARY)}”"
        capture.state = CaptureState.DISCARDED.value
        unit.add(capture)


def finish_capture(
    unit: "Unit", capture_id: int, statement_id: int, article_id: int | None
) -> None:
    """Within the unit that records its statement: the line has been worked up.

    Raises:
        NotFound: there is no such line.
        Refused: it waits no longer.
    """
    capture = _waiting(unit, capture_id)
    capture.state = CaptureState.WORKED_UP.value
    capture.statement_id, capture.article_id = statement_id, article_id
    unit.add(capture)


def list_captures(
    reader: Reader,
    states: tuple[CaptureState, ...] = (CaptureState.WAITING,),
    limit: int = 500,
) -> list[CaptureRecord]:
    """The lines of the inbox in these states, the newest first."""
    return captures.list_captures(reader.connection, states, limit)


def show_capture(reader: Reader, capture_id: int) -> CaptureRecord:
    """One line of the inbox.

    Raises:
        NotFound: there is no such line.
    """
    return captures.read_capture(reader.connection, capture_id)


def count_waiting(reader: Reader) -> int:
    """How many lines wait to be worked up."""
    return captures.count_waiting(reader.connection)


def _checked(text: str, url: str | None) -> tuple[str, str | None]:
    """The line as it is kept, and its address."""
    if len(text) > LONGEST_LINE:
        raise UsageError(
            f"The line has {len(text):,} characters; it may have {LONGEST_LINE:,}. "
            "Store a whole text as an article."
        )
    line, given = optional_line(text), optional_line(url)
    if given is not None and find_address(given) != given:
        raise UsageError(f"'{given}' is no web address. Give it as https://...")
    address = given or (find_address(line) if line else None)
    if line is None and address is None:
        raise UsageError("There is nothing to jot down. Type a word, or paste an address.")
    return line or str(address), address


def _waiting(unit: "Unit", capture_id: int) -> "Capture":
    from quotetrack.domain.tables import Capture

    capture = unit.get(Capture, capture_id)
    if capture.state != CaptureState.WAITING.value:
        state = capture.state.replace("_", " ")
        raise Refused(f"This line waits no longer: it is {state} already.")
    return capture
