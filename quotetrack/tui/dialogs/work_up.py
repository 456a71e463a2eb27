"""Working up a line of the inbox: the statement form, with what the line says filled in."""

from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.text import clean_line
from quotetrack.tui.dialogs.add_statement import AddStatementDialog


class WorkUpDialog(AddStatementDialog):
    """The line as the wording, and the stored article of its address as the source."""

    HEADING = "Work up a line"

    def __init__(self, capture: CaptureRecord) -> None:
        words = capture.text.replace(capture.url, "") if capture.url else capture.text
        super().__init__(
            capture.article_id, wording=clean_line(words).strip(), capture_id=capture.id
        )
