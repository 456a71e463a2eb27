"""The question before a statement is removed: what goes with it, and what stays."""

from textual.content import Content

from quotetrack.domain.desk_records import Removal, describe_removal
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.confirm import ConfirmDialog
from quotetrack.tui.dialogs.lead import remark


def removal_dialog(database: Database, removal: Removal) -> ConfirmDialog[int]:
    """Asks, removes, and gives the id of the statement that is gone."""
    identifier = removal.row.id

    def remove() -> int:
        from quotetrack.actions.removing import remove_statement

        remove_statement(database, identifier)
        return identifier

    return ConfirmDialog("Remove statement", question(removal), remove, verb="Remove")


def question(removal: Removal) -> Content:
    """The statement, what goes with it, and what stays."""
    going = describe_removal(removal)
    lines = [f"  − {each}" for each in going] or ["  nothing else hangs on it"]
    stays = "The article stays. One undo brings everything back as it was."
    if removal.leaning:
        rows = "row leans" if removal.leaning == 1 else "rows lean"
        stays = f"{removal.leaning:,} {rows} on it elsewhere, and keep its words. {stays}"
    return Content.assemble(
        remark(removal.row),
        ("\n\nWith it goes:\n", "bold"),
        "\n".join(lines),
        (f"\n\n{stays}", "$quiet"),
    )
