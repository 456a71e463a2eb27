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
    from quotetrack.cli.speaker_text import print_summaries

    with call.reader() as reader:
        found = list_speakers(reader, call.options.text, call.options.limit)
    print_summaries(call, found)
    return 0
