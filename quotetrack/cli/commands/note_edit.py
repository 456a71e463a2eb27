"""`quotetrack note edit`: changing the words of one's own note."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Change the words of a note of your own; 'show' and 'note list' print the ids of notes. Without a
text, the editor that VISUAL or EDITOR names is opened. Prints the note's id."""
EXAMPLES = (
    "quotetrack note edit 7f3b1c 'the paper has corrected this'",
    "quotetrack note edit 7f3b1c",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="NOTE", help="the note's id, or its start")
    parser.add_argument(
        "text", nargs="?", metavar="TEXT", help="the new words; '-' reads standard input"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Change the note."""
    from quotetrack.actions.notes import edit_note, find_note
    from quotetrack.cli.note_text import print_note_ids, typed_note

    database = call.database()
    with database.reader() as reader:
        note, subject = find_note(reader, call.options.id)
    edit_note(database, note.id, typed_note(call.options.text, note.text))
    print_note_ids(call, database, [subject], [note.id], "Changed.")
    return 0
