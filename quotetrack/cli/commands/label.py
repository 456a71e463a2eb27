"""`quotetrack label`: putting labels on statements, and taking them off."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Put the desk's own labels on statements, and take them off: any words, on any number of
statements, all in one step that one undo takes back. A label that is not there yet is made.
Prints the statements' ids."""
EXAMPLES = (
    "quotetrack label 4k9a2m 9c0xq1 --add 'border roads'",
    "quotetrack label 4k9a2m --add budget --remove 'to check'",
    "quotetrack label list",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="a statement's id, or its start")
    parser.add_argument(
        "--add", action="append", default=[], metavar="NAME", help="a label to put on; repeatable"
    )
    parser.add_argument(
        "--remove",
        action="append",
        default=[],
        metavar="NAME",
        help="a label to take off; repeatable",
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Change the labels."""
    from quotetrack.actions.labels import label_statements
    from quotetrack.cli.reporting import find_statements, report_statements

    options = call.options
    database = call.database()
    ids = find_statements(database, options.ids)
    result = label_statements(database, ids, add=options.add, remove=options.remove)
    parts = []
    if options.add:
        parts.append(f"put on {result.added}")
    if options.remove:
        parts.append(f"taken off {result.removed}")
    report_statements(call, database, ids, f"Labels: {', '.join(parts)}.")
    return 0
