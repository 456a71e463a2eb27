"""`quotetrack saved-search list`: the searches that the desk has saved."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "List the saved searches by name."
EXAMPLES = ("quotetrack saved-search list", "quotetrack saved-search list denied --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "text", nargs="?", default="", metavar="TEXT", help="part of a name or of a search"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the searches."""
    from quotetrack.actions.saved_searches import list_searches
    from quotetrack.domain.identifiers import print_identifier

    console = call.console
    with call.reader() as reader:
        searches = list_searches(reader, call.options.text)
    if call.options.json:
        console.json([{**each._asdict(), "id": print_identifier(each.id)} for each in searches])
        return 0
    for each in searches:
        console.row((each.name, each.query, each.author))
    if not searches:
        console.message("No search is saved. '+' saves one in the terminal interface.")
    return 0
