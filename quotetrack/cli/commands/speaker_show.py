"""`quotetrack speaker show`: a speaker's spellings, roles, counts and statements."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Show a speaker's spellings, roles as sources attest them, notes, and statements by status and
month. With --timeline every statement follows, newest first, with what became of it."""
EXAMPLES = (
    "quotetrack speaker show 'Andrei Volkov'",
    "quotetrack speaker show 'Andrei Volkov' --timeline",
    "quotetrack speaker show 4k9a2m --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("speaker", metavar="SPEAKER", help="a name or an id")
    parser.add_argument(
        "--timeline", action="store_true", help="every statement with what became of it"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the speaker."""
    from quotetrack.actions.choosing import choose_known_speaker
    from quotetrack.actions.speaker_reading import load_timeline, show_life
    from quotetrack.cli.speaker_text import report_life

    with call.reader() as reader:
        life = show_life(reader, choose_known_speaker(reader, call.options.speaker))
        keys = life.timeline.keys if call.options.timeline else ()
        entries = load_timeline(reader, keys)
    report_life(call, life, entries)
    return 0
