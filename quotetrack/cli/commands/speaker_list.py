"""`quotetrack speaker list`: speakers, with how much each said."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

DESCRIPTION = """\
List speakers, those with most statements first. A TEXT finds them however they are written: by
parts of the name, without accents, in another script or romanisation, with one typo. Then the
likeliest come first, and where the spelling that was found is another, it is shown."""
EXAMPLES = ("quotetrack speaker list", "quotetrack speaker list volk --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "text", nargs="?", default="", metavar="TEXT", help="a name or a part of it"
    )
    parser.add_argument(
        "--limit", type=whole_number, default=200, metavar="N", help="show at most N (200)"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the speakers."""
    from quotetrack.actions.reading import find_speakers, list_speakers
    from quotetrack.cli.speaker_text import print_matches, print_summaries

    options = call.options
    with call.reader() as reader:
        if options.text.strip():
            print_matches(call, find_speakers(reader, options.text, options.limit))
        else:
            print_summaries(call, list_speakers(reader, "", options.limit))
    return 0
