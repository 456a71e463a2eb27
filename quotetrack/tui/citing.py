"""Reads citations in a worker, and puts them on the clipboard of the user's own terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App

from quotetrack.domain.citation_style import CitationFormat, CitationStyle
from quotetrack.domain.text import clean_line

if TYPE_CHECKING:
    from quotetrack.domain.citation_records import Cited
    from quotetrack.store.database import Reader

FORMATS = {
    CitationFormat.HOUSE: "house",
    CitationFormat.MARKDOWN: "Markdown",
    CitationFormat.CSL_JSON: "CSL-JSON",
    CitationFormat.BIBTEX: "BibTeX",
}
"""What people call the formats."""


SURELY_TAKEN = 56_000
"""So many bytes every terminal takes that takes any: 74,994 once they are encoded for it."""


def read_citation(
    reader: "Reader",
    statement_ids: Sequence[int],
    *,
    style: CitationStyle,
    quote_id: int | None = None,
) -> "Cited":
    """The citations of these statements."""
    from quotetrack.actions.citing import cite

    return cite(reader, statement_ids, style.format, quote_id=quote_id, template=style.template)


def copy(app: App[Any], cited: "Cited") -> None:
    """Copy through the terminal (OSC 52), which works over SSH as well, and say what was."""
    app.copy_to_clipboard(cited.text)
    if len(cited.statements) == 1:
        fields = cited.statements[0].fields
        what = f"{fields['speaker']}, {fields['said']}"
    else:
        what = f"{len(cited.statements)} citations"
    size = len(cited.text.encode())
    if size > SURELY_TAKEN:
        app.notify(
            f"{what}, {size // 1000} kB: some terminals take no more than "
            f"{SURELY_TAKEN // 1000}. If it does not arrive, quotetrack cite prints it.",
            title="Copied",
            severity="warning",
            timeout=10,
            markup=False,
        )
        return
    app.notify(clean_line(f"{what} · {FORMATS[cited.format]}"), title="Copied", markup=False)
