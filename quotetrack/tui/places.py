"""Places: where one is on the screens, and going there again."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from quotetrack.domain.place_records import Place as Place
from quotetrack.tui.modes import MODES

if TYPE_CHECKING:
    from quotetrack.tui.app import QuotetrackApp

SPEAKER = "speaker"
ARTICLE = "article"


@runtime_checkable
class HasPlace(Protocol):
    """A screen that can say which row one is on."""

    @property
    def place(self) -> Place:
        """Where one is."""


@runtime_checkable
class ShowsPlace(Protocol):
    """The screen of a mode that can put its cursor on a row."""

    def show_place(self, place: Place) -> None:
        """Put the cursor there as soon as the row has been read."""


def place_of(app: "QuotetrackApp") -> Place:
    """Where one is: on the foremost screen that can say so, dialogs aside."""
    for screen in reversed(app.screen_stack):
        if isinstance(screen, HasPlace):
            return screen.place
    return Place(app.current_mode)


def can_be_gone_to(place: Place) -> bool:
    """Whether there is such a screen, in this version."""
    return place.screen in {SPEAKER, ARTICLE, *(mode.name for mode in MODES)}


async def go_to(app: "QuotetrackApp", place: Place) -> None:
    """Go to a place: open the speaker or article, or switch to the mode and find the row.

    A row that is gone is said to be so by the screen that looks for it.
    """
    if place.screen == SPEAKER and place.row_id is not None:
        app.doors.speaker(place.row_id)
    elif place.screen == ARTICLE and place.row_id is not None:
        app.doors.article(place.row_id, place.position)
    else:
        await app.run_action(place.screen)
        # What was opened over the mode's own screen would hide the row.
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        if isinstance(app.screen, ShowsPlace):
            app.screen.show_place(place)
