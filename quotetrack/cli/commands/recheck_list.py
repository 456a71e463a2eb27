"""`quotetrack recheck list`: quotes that no longer stand as they were recorded."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

DESCRIPTION = """\
List the quotes that do not stand in their source as they were recorded, as their last check says,
the latest found first: the edits that an outlet made without a word."""
EXAMPLES = ("quotetrack recheck list", "quotetrack recheck list --limit 10 --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "--limit", type=whole_number, default=50, metavar="N", help="show at most N (50)"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print them."""
    from quotetrack.actions.rechecking import found_changes
    from quotetrack.domain.identifiers import print_identifier, short_identifier
    from quotetrack.domain.text import clean_line, shorten

    console = call.console
    with call.reader() as reader:
        found = found_changes(reader, call.options.limit)
    if call.options.json:
        console.json(
            [
                {
                    "statement": print_identifier(each.statement_id),
                    "quote": print_identifier(each.quote_id),
                    "article": print_identifier(each.article_id),
                    "title": each.title,
                    "speaker": each.speaker,
                    "exact": each.exact,
                    "state": each.state,
                    "at": each.at,
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        day, speaker = each.at[:10], clean_line(each.speaker)
        if not console.terminal:
            identifier = print_identifier(each.statement_id)
            console.row((identifier, day, each.state.value, speaker, each.exact))
            continue
        start = f"{short_identifier(each.statement_id)}  {day}  {each.state.value:<12}"
        console.line(start + shorten(f"{speaker}: {each.exact}", max(console.width - 34, 20)))
    if not found:
        console.message("Every quote that was checked stands as it was recorded.")
    return 0
