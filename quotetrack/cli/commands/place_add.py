"""`quotetrack place add`: saving a place under a name."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser
from quotetrack.domain.errors import UsageError

DESCRIPTION = """\
Save a place to which the terminal interface goes back (apostrophe): a statement, a speaker, an
article, or a search. Prints the place's id."""
EXAMPLES = (
    "quotetrack place add 'the checkpoint' 4k9a2m",
    "quotetrack place add 'denied since March' --search 'status:denied said:2023-03..'",
)
_SCREENS = {"statement": "browse", "speaker": "speaker", "article": "article"}


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="how you will find it again")
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="the id of a statement, speaker or article"
    )
    parser.add_argument("--search", metavar="QUERY", help="the search that Browse shows there")
    parser.offer_json()


def run(call: Call) -> int:
    """Save the place."""
    from quotetrack.actions.choosing import find_any
    from quotetrack.actions.reading import count
    from quotetrack.actions.saved_places import save_place
    from quotetrack.domain.identifiers import print_identifier
    from quotetrack.domain.place_records import Place

    options = call.options
    if options.id is None and options.search is None:
        raise UsageError("What is there? Give an id, or a search with --search.")
    database = call.database()
    place = Place("browse", query=options.search)
    with database.reader() as reader:
        if options.search is not None:
            count(reader, options.search)
        if options.id is not None:
            table, row_id = find_any(reader, options.id, tuple(_SCREENS))
            place = place._replace(screen=_SCREENS[table], row_id=row_id)
    saved = save_place(database, options.name, place)
    if options.json:
        call.console.json({"id": print_identifier(saved), "name": options.name})
    else:
        call.console.line(print_identifier(saved))
        call.console.message("Saved the place.")
    return 0
