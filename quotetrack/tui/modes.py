"""The screens one goes to by number, in the order of their numbers; each imported when gone to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.screen import Screen

    from quotetrack.tui.app import QuotetrackApp

WIDE = 120
"""Columns from which three panes stand side by side."""


class Mode(NamedTuple):
    """One of them.

    Attributes:
        name: the action of the registry that goes there.
        key: its number.
        title: what the header calls it.
        make: makes its screen.
    """

    name: str
    key: str
    title: str
    make: "Callable[[QuotetrackApp], Screen[None]]"


def browse_screen(app: "QuotetrackApp") -> "Screen[None]":
    """Browse, with the class that its first resize would give it: no second round of styling."""
    from quotetrack.tui.screens.browse import BrowseScreen

    wide = app.size.width >= WIDE
    return BrowseScreen(app.database, classes="-wide" if wide else "-narrow")


def _contradictions_screen(_: "QuotetrackApp") -> "Screen[None]":
    from quotetrack.tui.screens.contradictions import ContradictionsScreen

    return ContradictionsScreen()


def _articles_screen(_: "QuotetrackApp") -> "Screen[None]":
    from quotetrack.tui.screens.articles import ArticlesScreen

    return ArticlesScreen()


def _inbox_screen(_: "QuotetrackApp") -> "Screen[None]":
    from quotetrack.tui.screens.inbox import InboxScreen

    return InboxScreen()


def _history_screen(_: "QuotetrackApp") -> "Screen[None]":
    from quotetrack.tui.screens.history import HistoryScreen

    return HistoryScreen()


MODES = (
    Mode("browse", "1", "Browse", browse_screen),
    Mode("contradictions", "2", "Contradictions", _contradictions_screen),
    Mode("articles", "3", "Articles", _articles_screen),
    Mode("inbox", "4", "Inbox", _inbox_screen),
    Mode("history", "5", "History", _history_screen),
)
