"""The question before an entry of the history that is somebody else's is taken back."""

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.text import clean_line, shorten
from quotetrack.tui.dialogs.confirm import ConfirmDialog

if TYPE_CHECKING:
    from quotetrack.store.database import Database


class UndoOfAnother(ConfirmDialog[HistoryEntry]):
    """Names who did it, what and when."""

    def __init__(self, database: "Database", entry: HistoryEntry) -> None:
        what = clean_line(entry.summary or entry.action.replace("_", " "))
        question = Content.assemble(
            (clean_line(entry.actor), "bold"),
            f" did this, not you ({entry.at[:16].replace('T', ' ')} UTC):\n\n",
            (shorten(what, 300), "bold"),
            "\n\nThe history keeps both what was done and that you took it back.",
        )
        super().__init__(
            "Take back what somebody else did?",
            question,
            partial(_take_back, database, entry.unit),
            verb="Take it back",
        )


def _take_back(database: "Database", unit: int) -> HistoryEntry:
    """Runs in a worker."""
    from quotetrack.actions.trail import undo

    return undo(database, unit, others=True)
