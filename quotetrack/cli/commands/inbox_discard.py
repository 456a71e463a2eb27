"""`quotetrack inbox discard`: taking a line out of the inbox."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Take a line out of the inbox. It is kept, and 'quotetrack inbox list --all' still shows it. Prints
the line's id."""
EXAMPLES = ("quotetrack inbox discard 4k9a2m",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the line's id, or its start")
    parser.offer_json()


def run(call: Call) -> int:
    """Discard the line."""
    from quotetrack.actions.capturing import discard_capture
    from quotetrack.actions.reading import find_row
    from quotetrack.cli.capture_text import report_capture

    database = call.database()
    with database.reader() as reader:
        capture_id = find_row(reader, "capture", call.options.id)
    discard_capture(database, capture_id)
    report_capture(call, database, capture_id, "Discarded the line.")
    return 0
