"""`quotetrack inbox edit`: changing a line of the inbox."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Change a line of the inbox, or the address it came from. Prints the line's id."
EXAMPLES = (
    "quotetrack inbox edit 4k9a2m --text 'Ask the Baku stringer on Monday'",
    "quotetrack inbox edit 4k9a2m --url https://radio.example/pellman",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the line's id, or its start")
    parser.add_argument("--text", metavar="TEXT", help="the new words")
    parser.add_argument("--url", metavar="URL", help="the address; empty to take it away")
    parser.offer_json()


def run(call: Call) -> int:
    """Change the line."""
    from quotetrack.actions.capturing import edit_capture, show_capture
    from quotetrack.actions.reading import find_row
    from quotetrack.cli.capture_text import report_capture

    options = call.options
    database = call.database()
    with database.reader() as reader:
        capture = show_capture(reader, find_row(reader, "capture", options.id))
    text = capture.text if options.text is None else options.text
    url = capture.url if options.url is None else options.url
    edit_capture(database, capture.id, text, url=url)
    report_capture(call, database, capture.id, "Changed the line.")
    return 0
