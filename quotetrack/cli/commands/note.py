"""`quotetrack note`: writing a note on statements, a speaker or an article."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Write a note on a statement, a speaker or an article, or the same note on several, in one step
that one undo takes back. The last word is the text; '-' reads it from standard input. An id
alone, or -e, opens the editor that VISUAL or EDITOR names. Prints the notes' ids."""
EXAMPLES = (
    "quotetrack note 4k9a2m 'the paper does not say which'",
    "quotetrack note 4k9a2m 9c0xq1 - < remark.txt",
    "quotetrack note 4k9a2m 9c0xq1 -e",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="ID",
        help="ids of statements, speakers or articles, and the text",
    )
    parser.add_argument(
        "-e", "--editor", action="store_true", help="all words are ids; open the editor"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Write the note."""
    from quotetrack.actions.choosing import find_any
    from quotetrack.actions.notes import SUBJECTS, add_notes
    from quotetrack.cli.note_text import print_note_ids, typed_note
    from quotetrack.domain.desk_records import Subject

    options = call.options
    written = len(options.words) > 1 and not options.editor
    printed, typed = (options.words[:-1], options.words[-1]) if written else (options.words, None)
    database = call.database()
    with database.reader() as reader:
        subjects = [Subject(*find_any(reader, each, SUBJECTS)) for each in printed]
    subjects = list(dict.fromkeys(subjects))
    ids = add_notes(database, subjects, typed_note(typed, ""))
    print_note_ids(call, database, subjects, ids, "Noted.")
    return 0
