"""Words and glyphs of statuses, events and dates in text output; never colour alone."""

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.records import StatementRow
from quotetrack.domain.vocabulary import Precision, Status
from quotetrack.domain.words import event_words as event_words
from quotetrack.domain.words import spaced as spaced

_GLYPHS = {
    Status.DENIED: "⊘",
    Status.RETRACTED: "✗",
    Status.CORRECTED: "✎",
    Status.CLARIFIED: "≈",
    Status.WALKED_BACK: "↩",
    Status.SUPERSEDED: "⇢",
}


def status_words(row: StatementRow) -> str:
    """The status with its glyph; a denial says of what."""
    if row.status is Status.NO_LATER_EVENT:
        return "nothing later recorded"
    words = event_words(row.status_event) if row.status_event else spaced(row.status.value)
    return f"{_GLYPHS[row.status]} {words}"


def labels(row: StatementRow) -> list[str]:
    """What a list says of a statement beside its text: status, contradictions, marks."""
    found = [] if row.status is Status.NO_LATER_EVENT else [status_words(row)]
    if row.contradictions == 1:
        found.append("⚑ contradiction")
    elif row.contradictions > 1:
        found.append(f"⚑ {row.contradictions} contradictions")
    found += [spaced(mark) for mark in row.marks]
    if row.wider:
        found.append("date wider than searched")
    return found


def short_date(date: UncertainDate) -> str:
    """A date in few characters: "2022-12-05", "2022-12", "2022-12-05…2023-03-02", "—"."""
    earliest, latest = date.earliest, date.latest
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return "—"
        return f"…{latest[:10]}" if latest else f"{(earliest or '')[:10]}…"
    if date.precision is Precision.YEAR and earliest[:4] == latest[:4]:
        return earliest[:4]
    if date.precision is Precision.MONTH and earliest[:7] == latest[:7]:
        return earliest[:7]
    if earliest[:10] == latest[:10]:
        return earliest[:10]
    return f"{earliest[:10]}…{latest[:10]}"
