"""`quotetrack speaker list`: speakers, with how much each said."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

DESCRIPTION = "List speakers, those with most statements first."
EXAMPLES = ("quotetrack speaker list", "quotetrack speaker list volk --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "text", nargs="?", default="", metavar="TEXT", help="the start of a word of any spelling"
    )
    parser.add_argument(
        "--limit", type=whole_number, default=200, metavar="N", help="show at most N (200)"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the speakers."""
    from quotetrack.actions.reading import list_speakers
    from quotetrack.domain.identifiers import print_identifier, short_identifier
    from quotetrack.domain.text import clean_line

    console = call.console
    with call.reader() as reader:
        found = list_speakers(reader, call.options.text, call.options.limit)
    if call.options.json:
        from quotetrack.cli.json_form import speaker_summary

        console.json([speaker_summary(each) for each in found])
        return 0
    if not console.terminal:
        for each in found:
            count = str(each.statement_count)
            console.row((print_identifier(each.id), count, each.name, each.role or ""))
    else:
        from quotetrack.cli.layout import columns, cut

        rows = [
            (
                short_identifier(each.id),
                f"{each.statement_count:>5}",
                cut(clean_line(each.name), 40),
                clean_line(each.role or each.kind.value),
            )
            for each in found
        ]
        for line in columns(rows, console.width):
            console.line(line)
    if not found:
        console.message("No speaker found.")
    return 0
