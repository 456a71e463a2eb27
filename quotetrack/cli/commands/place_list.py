"""`quotetrack place list`: the saved places."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "List the saved places, your own first, then the newest."
EXAMPLES = ("quotetrack place list", "quotetrack place list checkpoint --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("text", nargs="?", default="", metavar="TEXT", help="part of a name")
    parser.offer_json()


def run(call: Call) -> int:
    """Print the places."""
    from quotetrack.actions.saved_places import list_places
    from quotetrack.configuration import user_name
    from quotetrack.domain.identifiers import print_identifier

    console = call.console
    user = user_name(call.configuration())
    with call.reader() as reader:
        places = list_places(reader, user, call.options.text)
    if call.options.json:
        console.json(
            [
                {
                    "id": print_identifier(each.id),
                    "name": each.name,
                    "screen": each.place.screen,
                    "row": print_identifier(each.place.row_id) if each.place.row_id else None,
                    "position": each.place.position,
                    "query": each.place.query,
                    "author": each.author,
                    "at": each.at,
                }
                for each in places
            ]
        )
        return 0
    for each in places:
        console.row((each.name, each.place.screen, each.place.query or "", each.author))
    if not places:
        console.message("No place is saved. 'm' saves one in the terminal interface.")
    return 0
