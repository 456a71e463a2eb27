"""The pane that shows everything about one statement."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType

from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import StatementRecord
from quotetrack.tui.bindings import movement
from quotetrack.tui.widgets.document_pane import DocumentPane, Paragraph


class StatementDetail(DocumentPane):
    """One statement: the wording in its context, the facts, the after-life, links, sources."""

    HELP: ClassVar[str] = (
        "Statement\n\n"
        "Who said it and in what role at the time; the wording in its context, with the quote "
        "itself marked; when it was said, as printed and as meant, and on what basis that is "
        "known; what became of it, in order of time; its links with other statements in both "
        "directions; its sources, and whether the wording was found in them.\n\n"
        "j and k scroll, g and G go to the ends, Escape returns to the list."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        # Shown, so that the mouse too finds the way back.
        movement("detail_leave", "escape", "screen.back", "Back", show=True),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.record: StatementRecord | None = None
        self.spans_in: Callable[[str], list[tuple[int, int]]] | None = None

    def show(self, record: StatementRecord | None) -> None:
        """Show another statement from its top, or the same one afresh where it was."""
        same = (
            self.record is not None and record is not None and self.record.row.id == record.row.id
        )
        self.record = record
        self.border_subtitle = short_identifier(record.row.id) if record else ""
        self.draw_again(from_top=not same)

    def paragraphs(self) -> Iterable[Paragraph]:
        """What is known of the statement."""
        if self.record is None:
            return ()
        from quotetrack.tui.widgets.statement_document import StatementDocument

        return StatementDocument(self.record, self.tones, self.spans_in).paragraphs()
