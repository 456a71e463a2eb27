"""`quotetrack jot`: one line into the inbox."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Put one line into the inbox: words, an address, or both; nothing else is asked. An address within
the line is kept as its source. '-' reads the line from standard input. Prints the line's id."""
EXAMPLES = (
    "quotetrack jot 'Pellman on the radio: always the plan? https://radio.example/pellman'",
    "quotetrack jot 'Ask for the transcript' --url https://court.example/31",
    "pbpaste | quotetrack jot -",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("text", metavar="TEXT", help="the line, or '-' for standard input")
    parser.add_argument("--url", metavar="URL", help="the address it came from")
    parser.offer_json()


def run(call: Call) -> int:
    """Keep the line."""
    from quotetrack.actions.capturing import LONGEST_LINE, jot
    from quotetrack.cli.capture_text import report_capture

    text: str = call.options.text
    if text == "-":
        import sys

        text = sys.stdin.read(LONGEST_LINE + 1)
    database = call.database(create=True)
    capture_id = jot(database, text, url=call.options.url)
    report_capture(call, database, capture_id, "Jotted down; it waits in the inbox.")
    return 0
