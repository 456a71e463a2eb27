"""`quotetrack open`: the source of a statement in the browser, at the quote."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Open the source of a statement in the browser at the quote: at its words, at the second of a
recording, or at the page. The id of an article opens the article. Over SSH, or where there is no
browser, the address is printed. Only http and https addresses are ever opened."""
EXAMPLES = ("quotetrack open 4k9a2m", "quotetrack open 4k9a2m --quote 7h2mzz --print")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="a statement's or article's id, or its start")
    parser.add_argument("--quote", metavar="ID", help="which of the statement's quotes")
    parser.add_argument("--print", action="store_true", help="print the address, open nothing")
    parser.offer_json()


def run(call: Call) -> int:
    """Open the source, or print where it is."""
    from quotetrack.actions.browsing import open_in_browser
    from quotetrack.actions.choosing import find_any
    from quotetrack.actions.citing import find_address, recorded_address
    from quotetrack.actions.reading import find_row, read_article
    from quotetrack.domain.errors import UsageError

    options, console = call.options, call.console
    with call.reader() as reader:
        table, row_id = find_any(reader, options.id, ("statement", "article"))
        if table == "article":
            if options.quote:
                raise UsageError("--quote goes with a statement; this is the id of an article.")
            address = recorded_address(read_article(reader, row_id).summary.url)
        else:
            quote_id = find_row(reader, "quote", options.quote) if options.quote else None
            address = find_address(reader, row_id, quote_id)
    opened = not options.print and open_in_browser(address)
    if options.json:
        console.json({"address": address, "opened": opened})
        return 0
    console.line(address)
    if opened:
        console.message("Opened in the browser.")
    elif not options.print:
        console.message("There is no browser here; open this address where there is one.")
    return 0
