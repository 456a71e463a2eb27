"""`quotetrack saved-search remove`: removing a saved search."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Remove a saved search by its name. Undo brings it back."
EXAMPLES = ("quotetrack saved-search remove 'denied since March'",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="the name it was saved under")
    parser.offer_json()


def run(call: Call) -> int:
    """Remove the search."""
    from quotetrack.actions.saved_searches import remove_search

    name: str = call.options.name
    remove_search(call.database(), name)
    if call.options.json:
        call.console.json({"removed": name})
    else:
        call.console.message("Removed the search.")
    return 0
