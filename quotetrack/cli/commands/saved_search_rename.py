"""`quotetrack saved-search rename`: giving a saved search another name."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Give a saved search another name."
EXAMPLES = ("quotetrack saved-search rename 'denied since March' 'denied in spring'",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="the name it has")
    parser.add_argument("new_name", metavar="NEW-NAME", help="the name it is to have")
    parser.offer_json()


def run(call: Call) -> int:
    """Rename the search."""
    from quotetrack.actions.saved_searches import rename_search

    options = call.options
    rename_search(call.database(), options.name, options.new_name)
    if options.json:
        call.console.json({"renamed": options.name, "name": options.new_name})
    else:
        call.console.message("Renamed the search.")
    return 0
