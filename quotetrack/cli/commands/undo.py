"""`quotetrack undo`: taking back one's own last change."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Take back your own last change as a whole. Undo again to go further back. Refused where someone
has changed one of its rows since; the history keeps both the change and its undoing."""
EXAMPLES = ("quotetrack undo", "quotetrack undo --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.offer_json()


def run(call: Call) -> int:
    """Undo the last change."""
    from quotetrack.actions.trail import undo

    entry = undo(call.database())
    if call.options.json:
        from quotetrack.cli.json_form import history

        call.console.json(history([entry])[0])
    else:
        from quotetrack.domain.text import clean_line

        call.console.line(f"Took back: {clean_line(entry.summary or entry.action)}")
    return 0
