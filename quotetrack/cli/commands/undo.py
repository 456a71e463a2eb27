"""`quotetrack undo`: taking back one's own last change, or any other."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

DESCRIPTION = """\
Take back your own last change as a whole, or the one of this number in the history. Undo again to
go further back. Refused where someone has changed one of its rows since; the history keeps both
the change and its undoing."""
EXAMPLES = ("quotetrack undo", "quotetrack undo 41", "quotetrack undo 17 --others")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "unit", nargs="?", type=whole_number, metavar="NUMBER", help="its number in the history"
    )
    parser.add_argument(
        "--others", action="store_true", help="take it back even if somebody else did it"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Undo the change."""
    from quotetrack.actions.trail import undo

    entry = undo(call.database(), call.options.unit, others=call.options.others)
    if call.options.json:
        from quotetrack.cli.json_form import history

        call.console.json(history([entry])[0])
    else:
        from quotetrack.domain.text import clean_line

        call.console.line(f"Took back: {clean_line(entry.summary or entry.action)}")
    return 0
