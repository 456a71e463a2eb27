"""`quotetrack speaker merge`: making one speaker of two."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Make one of two speakers who are the same: everything of the first goes to the second, who
stays with his name. The other names become further spellings. 'quotetrack undo' takes it back.

With --candidates, nothing is changed: those are listed who may be the same as SPEAKER."""
EXAMPLES = (
    "quotetrack speaker merge 'Matheus Figueira' --into 'Mateus Figueira'",
    "quotetrack speaker merge 7b2c1d --into 4k9a2m --json",
    "quotetrack speaker merge 'Mateus Figueira' --candidates",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("speaker", metavar="SPEAKER", help="who goes: a name or an id")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--into", metavar="SPEAKER", help="who stays: a name or an id")
    what.add_argument(
        "--candidates", action="store_true", help="list those who may be the same speaker"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Merge the two, or list who may be one."""
    from quotetrack.actions.choosing import choose_known_speaker
    from quotetrack.actions.reading import show_speaker
    from quotetrack.actions.speaker_merging import compare_speakers, likely_same, merge_speakers
    from quotetrack.cli.speaker_text import print_summaries, report_speaker

    options = call.options
    if options.candidates:
        with call.reader() as reader:
            found = likely_same(reader, choose_known_speaker(reader, options.speaker))
        print_summaries(call, found)
        return 0
    database = call.database()
    with database.reader() as reader:
        gone_id = choose_known_speaker(reader, options.speaker)
        kept_id = choose_known_speaker(reader, options.into)
        comparison = compare_speakers(reader, kept_id, gone_id)
    merge_speakers(database, kept_id, gone_id)
    for doubt in comparison.doubts:
        call.console.message(f"Note: {doubt}")
    call.console.message(
        f"Merged {comparison.second.name} into {comparison.first.name}. "
        "'quotetrack undo' takes it back."
    )
    with database.reader() as reader:
        record = show_speaker(reader, kept_id)
    report_speaker(call, record)
    return 0
