"""`quotetrack place remove`: removing a saved place."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Remove a place of your own by its name. Undo brings it back."
EXAMPLES = ("quotetrack place remove 'the checkpoint'",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="the name it was saved under")
    parser.offer_json()


def run(call: Call) -> int:
    """Remove the place."""
    from quotetrack.actions.saved_places import remove_place

    name: str = call.options.name
    remove_place(call.database(), name)
    if call.options.json:
        call.console.json({"removed": name})
    else:
        call.console.message("Removed the place.")
    return 0
