"""`quotetrack remove`: removing a statement that was entered by mistake."""

import sys

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Remove a statement that was entered by mistake, with its quotes, acts, links, labels and notes.
What goes is listed first, and has to be confirmed. The source stays. 'quotetrack undo' brings
everything back as it was. Prints the statement's id. A statement that was withdrawn by its
speaker is not a mistake: tag it as retracted."""
EXAMPLES = ("quotetrack remove 4k9a2m", "quotetrack remove 4k9a2m --yes")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the statement's id, or its start")
    parser.add_argument("--yes", action="store_true", help="remove it without asking")
    parser.offer_json()


def run(call: Call) -> int:
    """Remove the statement."""
    from quotetrack.actions.reading import find_row, show_statement
    from quotetrack.actions.removing import read_removal, remove_statement
    from quotetrack.domain.desk_records import describe_removal
    from quotetrack.domain.identifiers import print_identifier
    from quotetrack.domain.text import clean_line, shorten

    console = call.console
    database = call.database()
    with database.reader() as reader:
        statement_id = find_row(reader, "statement", call.options.id)
        removal = read_removal(reader, statement_id)
        record = show_statement(reader, statement_id)
    row = removal.row
    console.message(f"{clean_line(row.speaker_name)}: “{shorten(row.text, 200)}”")
    console.message(f"With it goes: {', '.join(describe_removal(removal)) or 'nothing else'}.")
    if not call.options.yes:
        _ask(call)
    remove_statement(database, statement_id)
    if call.options.json:
        from quotetrack.cli.json_form import statement

        console.json(statement(record))
    else:
        console.line(print_identifier(statement_id))
    console.message("Removed. 'quotetrack undo' brings it back.")
    return 0


def _ask(call: Call) -> None:
    """Ask the person at the keyboard.

    Raises:
        UsageError: nobody is there to answer, or the answer is not yes.
    """
    from quotetrack.domain.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError("Nothing was removed. Say --yes to remove it.")
    call.console.message("Remove it? Type yes:")
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError("Nothing was removed.")
