"""What the app says and does once the first statements are painted: notices, and where one was."""

from typing import TYPE_CHECKING

from quotetrack.domain.text import clean_line
from quotetrack.tui.places import can_be_gone_to, go_to

if TYPE_CHECKING:
    from quotetrack.tui.app import QuotetrackApp


async def greet(app: "QuotetrackApp", notice: str | None) -> None:
    """Say what is to be said at the start, then go to where one was in this database."""
    if notice:
        app.notify(clean_line(notice), timeout=4, markup=False)
    if app.configuration.keys:
        _tell_conflicts(app)
    place = app.session.place_in(app.database.path) if app.session is not None else None
    if place is not None and can_be_gone_to(place):
        await go_to(app, place)


def _tell_conflicts(app: "QuotetrackApp") -> None:
    """Say which own key could not be taken; `quotetrack keys` tells of all."""
    conflicts = app.key_map.conflicts
    if conflicts:
        more = f" And {len(conflicts) - 1} more: quotetrack keys." if conflicts[1:] else ""
        app.notify(
            f"{conflicts[0]}{more}",
            title="A key that cannot be taken",
            severity="warning",
            timeout=10,
            markup=False,
        )
