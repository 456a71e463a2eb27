"""`quotetrack speaker show`: a speaker's spellings, roles and counts."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Show a speaker's spellings, roles as sources attest them, and counts by status."
EXAMPLES = ("quotetrack speaker show 'Andrei Volkov'", "quotetrack speaker show 4k9a2m --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("speaker", metavar="SPEAKER", help="a name or an id")
    parser.offer_json()


def run(call: Call) -> int:
    """Print the speaker."""
    from quotetrack.actions.choosing import choose_known_speaker
    from quotetrack.actions.reading import show_speaker
    from quotetrack.cli.speaker_text import report_speaker

    with call.reader() as reader:
        record = show_speaker(reader, choose_known_speaker(reader, call.options.speaker))
    report_speaker(call, record)
    return 0
