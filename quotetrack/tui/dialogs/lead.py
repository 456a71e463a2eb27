"""What a form says first: the statement it is about, or how many of how many speakers."""

from textual.content import Content

from quotetrack.domain.desk_records import Selection, describe_selection
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.records import StatementRow
from quotetrack.domain.text import clean_line, shorten

_WORDS = 140


def remark(row: StatementRow) -> Content:
    """Who, when and the wording of one statement."""
    return Content.assemble(
        (clean_line(row.speaker_name), "bold"),
        (f" · {describe_date(row.said)}\n", "$quiet"),
        f"“{shorten(clean_line(row.text), _WORDS)}”",
    )


def lead(selection: Selection) -> Content:
    """The one statement, or how many there are and the newest of them."""
    if len(selection.ids) == 1:
        return remark(selection.newest)
    return Content.assemble(
        (clean_line(describe_selection(selection)), "bold"),
        (f"\nthe newest: “{shorten(clean_line(selection.newest.text), _WORDS)}”", "$quiet"),
    )
