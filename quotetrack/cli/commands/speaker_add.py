"""`quotetrack speaker add`: recording a speaker."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, one_of
from quotetrack.domain.vocabulary import RoleKind, SpeakerKind

DESCRIPTION = "Record a speaker with other spellings and a role. Prints the new speaker's id."
EXAMPLES = (
    "quotetrack speaker add 'Andrei Volkov' --alias 'Андрей Волков'",
    "quotetrack speaker add 'Ministry of Health' --kind organisation",
    "quotetrack speaker add 'Ann Lee' --role Mayor --organisation Ely --attested-on '5 Dec 2022'",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("name", metavar="NAME", help="the name as the desk writes it")
    parser.add_argument(
        "--kind",
        type=one_of(SpeakerKind),
        default=SpeakerKind.PERSON,
        metavar="KIND",
        help="person (unless given), organisation, group or unnamed",
    )
    parser.add_argument(
        "--alias", action="append", default=[], metavar="NAME", help="another spelling; repeatable"
    )
    add_role_options(parser, "--role")
    parser.add_argument(
        "--namesake", action="store_true", help="another speaker of this very name is meant"
    )
    parser.offer_json()


def add_role_options(parser: Parser, option: str) -> None:
    """Add the options of a role."""
    parser.add_argument(option, metavar="TITLE", help="a role that a source attests")
    parser.add_argument("--organisation", metavar="NAME", help="where the role is held")
    parser.add_argument(
        "--role-kind",
        type=one_of(RoleKind),
        default=RoleKind.OFFICE,
        metavar="KIND",
        help="office (unless given), party, rank, spokesperson or employment",
    )
    parser.add_argument(
        "--attested-on", metavar="DATE", help="the day on which a source shows the role"
    )


def attested_day(call: Call) -> str | None:
    """The day typed for a role."""
    typed = call.options.attested_on
    return (call.date(typed).latest or "")[:10] or None if typed else None


def run(call: Call) -> int:
    """Record the speaker."""
    from quotetrack.actions.speakers import add_speaker
    from quotetrack.cli.reporting import report_new_speaker
    from quotetrack.cli.taken_text import report_alike

    options = call.options
    attested_on = attested_day(call)
    database = call.database(create=True)
    speaker_id = add_speaker(
        database,
        options.name,
        kind=options.kind,
        aliases=options.alias,
        role=options.role,
        organisation=options.organisation,
        role_kind=options.role_kind,
        attested_on=attested_on,
        namesake=options.namesake,
    )
    report_new_speaker(call, database, speaker_id)
    with database.reader() as reader:
        report_alike(call.console, reader, options.name, speaker_id)
    return 0
