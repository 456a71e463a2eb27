"""`quotetrack note remove`: removing one's own note."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Remove a note of your own. 'quotetrack undo' brings it back. Prints the note's id."
EXAMPLES = ("quotetrack note remove 7f3b1c",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="NOTE", help="the note's id, or its start")
    parser.offer_json()


def run(call: Call) -> int:
    """Remove the note."""
    from quotetrack.actions.notes import find_note, remove_note
    from quotetrack.cli.json_form import note as note_json
    from quotetrack.domain.identifiers import print_identifier

    database = call.database()
    with database.reader() as reader:
        note, _ = find_note(reader, call.options.id)
    remove_note(database, note.id)
    if call.options.json:
        call.console.json(note_json(note))
    else:
        call.console.line(print_identifier(note.id))
        call.console.message("Removed.")
    return 0
