"""`quotetrack db backup`: writing a verified copy."""

from pathlib import Path

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Write a copy of the database while it may be in use, and verify it. A file that exists is never
overwritten. Prints the copy's path."""
EXAMPLES = ("quotetrack db backup /backups/desk-2023-03-02.db",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("target", type=Path, metavar="TARGET", help="the new file")
    parser.offer_json()


def run(call: Call) -> int:
    """Write the copy."""
    from quotetrack.actions.keeping import backup

    written = backup(call.existing_database(), call.options.target)
    if call.options.json:
        call.console.json({"backup": str(written)})
    else:
        call.console.line(str(written))
        call.console.message("The copy is complete and sound.")
    return 0
