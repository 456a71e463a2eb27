"""`quotetrack db check`: looking for damage, drift and breaks in the audit chain."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser
from quotetrack.domain.errors import DatabaseDamaged

DESCRIPTION = f"""\
Check the file itself, its references, its search tables, everything that is derived, the
hashes of snapshots, the wording of quotes against them, and the audit chain. Prints a line for
each problem; exit status {DatabaseDamaged.exit_code} if there is one."""
EXAMPLES = ("quotetrack db check", "quotetrack db check --db desk.db --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.offer_json()


def run(call: Call) -> int:
    """Check, and print what was found."""
    from quotetrack.actions.keeping import check
    from quotetrack.domain.text import clean_line

    console = call.console
    problems = check(call.existing_database())
    if call.options.json:
        console.json([{"part": each.part, "message": each.message} for each in problems])
    else:
        for each in problems:
            console.line(f"{each.part}: {clean_line(each.message)}")
        if not problems:
            console.message("No problem found.")
    return DatabaseDamaged.exit_code if problems else 0
