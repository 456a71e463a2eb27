"""`quotetrack quote remove`: taking away a quote that was entered by mistake."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Take away a quote that was entered by mistake. The statement's only one is refused, and one on
which an event or a verdict rests. Prints the statement's id."""
EXAMPLES = ("quotetrack quote remove fj400m",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the quote's id, or its start")
    parser.offer_json()


def run(call: Call) -> int:
    """Remove the quote."""
    from quotetrack.actions.quoting import remove_quote
    from quotetrack.actions.reading import find_row, show_quote
    from quotetrack.cli.reporting import report_statement

    database = call.database()
    with database.reader() as reader:
        statement, quote = show_quote(reader, find_row(reader, "quote", call.options.id))
    remove_quote(database, quote.id)
    report_statement(call, database, statement.row.id, "Removed the quote.")
    return 0
