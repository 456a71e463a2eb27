"""`quotetrack speaker edit`: changing a name, spellings or roles."""

from quotetrack.cli.call import Call
from quotetrack.cli.commands.speaker_add import add_role_options, attested_day
from quotetrack.cli.parsing import Parser, one_of
from quotetrack.domain.vocabulary import SpeakerKind

DESCRIPTION = "Change a speaker's name or kind, add or remove spellings, add a role."
EXAMPLES = (
    "quotetrack speaker edit volkov --add-alias 'General Volkov'",
    "quotetrack speaker edit volkov --add-alias 'Андрей Волков; transliteration; ru'",
    "quotetrack speaker edit 4k9a2m --name 'Andrei Volkov' --remove-alias Wolkow",
    "quotetrack speaker edit volkov --add-role Commander --attested-on '5 Dec 2022'",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("speaker", metavar="SPEAKER", help="a name or an id")
    parser.add_argument("--name", metavar="NAME", help="the new name")
    parser.add_argument(
        "--kind",
        type=one_of(SpeakerKind),
        metavar="KIND",
        help="person, organisation, group or unnamed",
    )
    parser.add_argument(
        "--add-alias",
        action="append",
        default=[],
        metavar="NAME",
        help="a spelling, and after semicolons its kind and language",
    )
    parser.add_argument(
        "--remove-alias", action="append", default=[], metavar="NAME", help="a spelling to remove"
    )
    add_role_options(parser, "--add-role")
    parser.offer_json()


def run(call: Call) -> int:
    """Change the speaker."""
    from quotetrack.actions.choosing import choose_known_speaker
    from quotetrack.actions.reading import show_speaker
    from quotetrack.actions.speakers import edit_speaker
    from quotetrack.cli.speaker_text import report_speaker

    options = call.options
    attested_on = attested_day(call)
    database = call.database()
    with database.reader() as reader:
        speaker_id = choose_known_speaker(reader, options.speaker)
    edit_speaker(
        database,
        speaker_id,
        name=options.name,
        kind=options.kind,
        add_aliases=options.add_alias,
        remove_aliases=options.remove_alias,
        add_role=options.add_role,
        organisation=options.organisation,
        role_kind=options.role_kind,
        attested_on=attested_on,
    )
    with database.reader() as reader:
        record = show_speaker(reader, speaker_id)
    report_speaker(call, record)
    return 0
