"""A contradiction as text: the two sides under each other, and what it rests on."""

from quotetrack.cli.console import Console
from quotetrack.cli.layout import wrap
from quotetrack.cli.statement_text import INDENT, print_heading
from quotetrack.cli.words import event_words, short_date, spaced
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import ContradictionRecord
from quotetrack.domain.text import clean_line


def print_pair(console: Console, pair: ContradictionRecord) -> None:
    """Print one pair."""
    basis = f" ({spaced(pair.basis.value)})" if pair.basis else ""
    head = f"{spaced(pair.relation.value)}{basis}, {spaced(pair.state.value)}"
    earlier = pair.earlier.row
    print_heading(console, short_identifier(pair.id), clean_line(earlier.speaker_name), head)
    _print_side(console, "earlier", short_date(earlier.said), f"“{earlier.text}”")
    if pair.later is not None:
        row = pair.later.row
        who = "" if row.speaker_id == earlier.speaker_id else f"{row.speaker_name}: "
        _print_side(console, "later", short_date(row.said), f"{who}“{row.text}”")
    elif pair.later_event is not None:
        event = pair.later_event
        words = event_words(event.type)
        shown = f"{words}: “{event.evidence}”" if event.evidence else words
        _print_side(console, "later", short_date(event.happened), shown)
    if pair.reasons:
        _print_side(console, "because", "", "; ".join(pair.reasons))
    if pair.decided_by:
        _print_side(console, "decided", (pair.decided_at or "")[:10], f"by {pair.decided_by}")


def _print_side(console: Console, name: str, date: str, text: str) -> None:
    body = clean_line(f"{date}  {text}" if date else text)
    first, *rest = wrap(body, console.width, " " * 17)
    console.line(f"{INDENT}{console.styled(f'{name:<9}', 'dim')}{first[17:]}")
    for line in rest:
        console.line(line)
