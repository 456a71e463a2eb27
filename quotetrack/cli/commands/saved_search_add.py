"""`quotetrack saved-search add`: saving a search under a name."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Save a search under a name, for the whole desk. The terminal interface lists it (F).
Prints the id of the saved search."""
EXAMPLES = ("quotetrack saved-search add 'denied since March' 'status:denied said:2023-03..'",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="how the desk will find it again")
    parser.add_argument("query", metavar="QUERY", help="the search")
    parser.offer_json()


def run(call: Call) -> int:
    """Save the search."""
    from quotetrack.actions.saved_searches import save_search
    from quotetrack.domain.identifiers import print_identifier

    name: str = call.options.name
    saved = print_identifier(save_search(call.database(), name, call.options.query))
    if call.options.json:
        call.console.json({"id": saved, "name": name})
    else:
        call.console.line(saved)
        call.console.message("Saved the search.")
    return 0
