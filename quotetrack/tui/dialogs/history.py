"""Who changed what, and when: of one row, or of the whole database."""

from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.records import HistoryEntry
from quotetrack.domain.text import clean_line
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.card import CardDialog
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading

_SHOWN = 200


class HistoryDialog(CardDialog):
    """Units of work, newest first; what was taken back says so."""

    HEADING = "History"
    HELP = (
        "Each entry is one step: who took it, when (UTC), and which rows it changed. Entries are "
        "chained by fingerprints and never altered; an undo is an entry of its own."
    )

    def __init__(self, table: str | None = None, row_id: int | None = None) -> None:
        super().__init__()
        self._table = table
        self._row_id = row_id
        if table is not None:
            self.HEADING = f"History of this {table.replace('_', ' ')}"

    def compose_card(self) -> ComposeResult:
        """What the panel shows."""
        yield Static("Reading …", id="text", markup=False)

    def on_mount(self) -> None:
        """Read the history."""
        self._reading = BackgroundReading(self, database_of(self), "history")
        self._reading.start(
            partial(_read_history, self._table, self._row_id), self._show, self.show_problem
        )

    def _show(self, entries: list[HistoryEntry]) -> None:
        text = self.query_one("#text", Static)
        if not entries:
            text.update("Nothing has been changed here yet.")
            return
        lines = [describe_entry(entry) for entry in entries]
        if len(entries) == _SHOWN:
            lines.append(Content.styled(f"the newest {_SHOWN} are shown", "$quiet"))
        text.update(Content("\n").join(lines))


def _read_history(table: str | None, row_id: int | None, reader: Reader) -> list[HistoryEntry]:
    from quotetrack.actions import reading

    return reading.history(reader, table, row_id, _SHOWN)


def describe_entry(entry: HistoryEntry) -> Content:
    """One step in two lines: when and who, then what, and whether it still stands."""
    moment = entry.at[:16].replace("T", " ")
    rows = "1 row" if len(entry.changes) == 1 else f"{len(entry.changes)} rows"
    tables = ", ".join(dict.fromkeys(table.replace("_", " ") for table, _, _ in entry.changes))
    gone = entry.undone_by is not None
    what = clean_line(entry.summary or entry.action.replace("_", " "))
    return Content.assemble(
        (moment, "$primary"),
        (f"  {clean_line(entry.actor)}", "bold"),
        ("  ↩ an undo" if entry.undoes is not None else "", "$warning"),
        ("  ✗ taken back" if gone else "", "$warning"),
        "\n  ",
        (what, "strike $quiet" if gone else ""),
        (f"\n  {rows}: {tables}\n", "$quiet"),
    )
