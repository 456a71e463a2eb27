"""`quotetrack note list`: the notes on a statement, a speaker or an article."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "List the notes on a statement, a speaker or an article, oldest first."
EXAMPLES = ("quotetrack note list 4k9a2m", "quotetrack note list 4k9a2m --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "id", metavar="ID", help="a statement's, speaker's or article's id, or its start"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the notes."""
    from quotetrack.actions.choosing import find_any
    from quotetrack.actions.notes import SUBJECTS, list_notes
    from quotetrack.cli.note_text import print_notes
    from quotetrack.domain.desk_records import Subject

    with call.reader() as reader:
        notes = list_notes(reader, Subject(*find_any(reader, call.options.id, SUBJECTS)))
    print_notes(call, notes)
    return 0
