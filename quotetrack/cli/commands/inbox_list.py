"""`quotetrack inbox list`: the lines that were jotted down."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

DESCRIPTION = """\
List the lines that wait in the inbox, the newest first; with --all those worked up and discarded
as well."""
EXAMPLES = ("quotetrack inbox", "quotetrack inbox list --all --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("--all", action="store_true", help="also worked up and discarded ones")
    parser.add_argument(
        "--limit", type=whole_number, default=500, metavar="N", help="show at most N lines (500)"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the lines."""
    from quotetrack.actions.capturing import list_captures
    from quotetrack.cli.capture_text import print_captures
    from quotetrack.domain.vocabulary import CaptureState

    states = tuple(CaptureState) if call.options.all else (CaptureState.WAITING,)
    with call.reader() as reader:
        records = list_captures(reader, states, call.options.limit)
    print_captures(call, records)
    if not records and not call.options.json:
        call.console.message("Nothing waits in the inbox. 'quotetrack jot TEXT' adds a line.")
    return 0
