"""`quotetrack speaker split`: giving what another said to that one."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, one_of
from quotetrack.domain.vocabulary import SpeakerKind

DESCRIPTION = """\
Give statements, spellings and roles of a speaker to another, known or new. The roles of the
statements go along. A contradiction whose two sides two speakers said is "in tension" from then
on: the command says which, and with --dry-run it says so and changes nothing."""
EXAMPLES = (
    "quotetrack speaker split Askwith --to 'Fiona Askwith' --statement 7b2c1d",
    "quotetrack speaker split Askwith --to 'Ann Askwith' --new --statement 7b2c1d --dry-run",
    "quotetrack speaker split Askwith --to 'Fiona Askwith' --spelling 'F. Askwith' --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("speaker", metavar="SPEAKER", help="from whom: a name or an id")
    parser.add_argument(
        "--to", required=True, metavar="SPEAKER", help="to whom they belong: a name or an id"
    )
    parser.add_argument("--new", action="store_true", help="whom --to names may be recorded")
    parser.add_argument(
        "--kind",
        type=one_of(SpeakerKind),
        default=SpeakerKind.PERSON,
        metavar="KIND",
        help="what a new one is: person (unless given), organisation, group or unnamed",
    )
    parser.add_argument(
        "--statement", action="append", default=[], metavar="ID", help="one that goes; repeatable"
    )
    parser.add_argument(
        "--spelling", action="append", default=[], metavar="NAME", help="one that goes; repeatable"
    )
    parser.add_argument(
        "--role", action="append", default=[], metavar="ID", help="one that goes; repeatable"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be in tension, change nothing"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Split the speaker."""
    from quotetrack.actions.choosing import choose_known_speaker, choose_speaker
    from quotetrack.actions.reading import find_row, show_speaker
    from quotetrack.actions.speaker_splitting import contradictions_parted, split_speaker
    from quotetrack.cli.speaker_text import report_speaker
    from quotetrack.domain.errors import NotFound
    from quotetrack.domain.text import shorten

    options = call.options
    database = call.database()
    with database.reader() as reader:
        speaker_id = choose_known_speaker(reader, options.speaker)
        other = choose_speaker(reader, options.to, new=options.new, kind=options.kind)
        statements = [find_row(reader, "statement", each) for each in options.statement]
        roles = [find_row(reader, "role", each) for each in options.role]
        known = {name.name: name.id for name in show_speaker(reader, speaker_id).names}
        parted = contradictions_parted(reader, statements)
    unknown = [name for name in options.spelling if name not in known]
    if unknown:
        raise NotFound(f"The speaker has no spelling '{unknown[0]}'.")
    for each in parted:
        if each.shown:
            pair = f"{shorten(each.earlier_text, 60)} / {shorten(each.later_text, 60)}"
            call.console.message(f"In tension, no contradiction, from now on: {pair}")
    if options.dry_run:
        if options.json:
            call.console.json({"in_tension": len(parted)})
        else:
            call.console.message("Nothing was changed.")
        return 0
    other_id = split_speaker(
        database,
        speaker_id,
        other,
        statement_ids=statements,
        name_ids=[known[name] for name in options.spelling],
        role_ids=roles,
    )
    with database.reader() as reader:
        record = show_speaker(reader, other_id)
    report_speaker(call, record)
    return 0
