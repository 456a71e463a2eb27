"""`quotetrack inbox open`: the address of a line in the browser."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser
from quotetrack.domain.errors import NotFound

DESCRIPTION = """\
Open the address that a line of the inbox came with. Over SSH, or where there is no browser, it is
printed. Only http and https addresses are ever opened."""
EXAMPLES = ("quotetrack inbox open 4k9a2m", "quotetrack inbox open 4k9a2m --print")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the line's id, or its start")
    parser.add_argument("--print", action="store_true", help="print the address, open nothing")
    parser.offer_json()


def run(call: Call) -> int:
    """Open the address, or print it."""
    from quotetrack.actions.browsing import open_in_browser
    from quotetrack.actions.capturing import show_capture
    from quotetrack.actions.reading import find_row

    options, console = call.options, call.console
    with call.reader() as reader:
        capture = show_capture(reader, find_row(reader, "capture", options.id))
    if capture.url is None:
        raise NotFound("This line has no address. 'quotetrack inbox edit ID --url' adds one.")
    opened = not options.print and open_in_browser(capture.url)
    if options.json:
        console.json({"address": capture.url, "opened": opened})
    else:
        console.line(capture.url)
        console.message("Opened in the browser." if opened else "Open this address in a browser.")
    return 0
