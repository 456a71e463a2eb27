"""The pane of one line of the inbox: all of it, when, by whom, and the address it came with."""

from collections.abc import Iterable

from rich.text import Text

from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.document_pane import DocumentPane, Paragraph


class CaptureLine(DocumentPane, can_focus=False):
    """The line under the cursor in full."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._row: CaptureRecord | None = None

    def show(self, row: CaptureRecord | None) -> None:
        """Show another line, from its top."""
        self._row = row
        self.draw_again(from_top=True)

    def paragraphs(self) -> Iterable[Paragraph]:
        """The words, the moment, the address, and whether its article is stored."""
        row = self._row
        if row is None:
            return
        tones = self.tones
        yield Paragraph(Text(clean_line(row.text)))
        yield Paragraph(Text())
        origin = f"{row.at[:16].replace('T', ' ')} UTC · {clean_line(row.author)}"
        yield Paragraph(Text().append(origin, tones["quiet"]))
        if row.url:
            yield Paragraph(Text().append(clean_line(row.url), tones["primary"]))
        if row.article_id:
            stored = "Its article is stored: Enter takes it as the source."
            yield Paragraph(Text().append(stored, tones["success"]))
