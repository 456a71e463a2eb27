"""Opens web addresses: in the browser, or where there is none by way of the clipboard."""

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line

if TYPE_CHECKING:
    from quotetrack.store.database import Reader


def read_address(statement_id: int, quote_id: int | None, reader: "Reader") -> str:
    """Where the source of a statement opens at the quote."""
    from quotetrack.actions.citing import find_address

    return find_address(reader, statement_id, quote_id)


def open_recorded(app: App[Any], url: str | None) -> None:
    """Open an address as it is recorded of an article or a capture; if there is none, say so."""
    from quotetrack.actions.citing import recorded_address

    try:
        open_address(app, recorded_address(url))
    except QuotetrackError as problem:
        _tell(app, problem)


def open_address(app: App[Any], address: str) -> None:
    """Open the address in the browser; over SSH, or without one, copy it and show it.

    Only http and https addresses are opened; of others the user is told.
    """
    app.run_worker(partial(_open, app, address), thread=True, group="open")


def _open(app: App[Any], address: str) -> None:
    """Runs in a worker."""
    from quotetrack.actions.browsing import open_in_browser

    try:
        opened = open_in_browser(address)
    except QuotetrackError as problem:
        app.call_later(_tell, app, problem)
    else:
        app.call_later(_opened if opened else _copied, app, address)


def _opened(app: App[Any], address: str) -> None:
    app.notify(clean_line(address), title="Opened in the browser", markup=False)


def _copied(app: App[Any], address: str) -> None:
    app.copy_to_clipboard(address)
    app.notify(
        clean_line(address), title="No browser here: address copied", timeout=12, markup=False
    )


def _tell(app: App[Any], problem: QuotetrackError) -> None:
    app.notify(clean_line(str(problem)), title=problem.title, severity="error", markup=False)
