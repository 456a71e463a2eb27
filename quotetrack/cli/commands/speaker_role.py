"""`quotetrack speaker role`: adding, changing or removing a role."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import RoleBasis, RoleKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.actions.speaker_roles import RoleDetails
    from quotetrack.store.database import Reader

DESCRIPTION = """\
Add a role of a speaker, as a source attests it. With --change, what is given of a known role is
said anew and the rest stays; an empty text takes a fact away. With --remove, a role goes that no
statement carries. 'quotetrack speaker show' prints the ids of roles."""
EXAMPLES = (
    "quotetrack speaker role 'Ann Lee' --title Mayor --of Ely --attested-on '5 Dec 2022'",
    "quotetrack speaker role 'Ann Lee' --change 4k9a2m --held-from 2019 --held-to 'May 2023'",
    "quotetrack speaker role 'Ann Lee' --remove 4k9a2m --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("speaker", metavar="SPEAKER", help="a name or an id")
    known = parser.add_mutually_exclusive_group()
    known.add_argument("--change", metavar="ROLE", help="the id of the role to say anew")
    known.add_argument("--remove", metavar="ROLE", help="the id of the role to remove")
    parser.add_argument("--title", metavar="TITLE", help="the title, as the source gives it")
    parser.add_argument("--of", metavar="NAME", help="the organisation or country")
    parser.add_argument(
        "--kind",
        type=one_of(RoleKind),
        metavar="KIND",
        help=f"office unless given: {listed(RoleKind)}",
    )
    parser.add_argument(
        "--basis",
        type=one_of(RoleBasis),
        metavar="BASIS",
        help=f"recorded-then unless given: {listed(RoleBasis)}",
    )
    parser.add_argument("--attested-on", metavar="DATE", help="the day a source shows the role")
    parser.add_argument("--held-from", metavar="DATE", help="since when, where a source says so")
    parser.add_argument("--held-to", metavar="DATE", help="until when")
    parser.add_argument(
        "--source", metavar="ARTICLE", help="the stored article that shows it: an id or its title"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Add, change or remove the role."""
    from quotetrack.actions.choosing import choose_known_speaker
    from quotetrack.actions.reading import find_row, show_speaker
    from quotetrack.actions.speaker_roles import (
        RoleDetails,
        add_role,
        edit_role,
        read_role,
        remove_role,
    )
    from quotetrack.cli.speaker_text import report_speaker
    from quotetrack.domain.errors import NotFound, UsageError

    options = call.options
    database = call.database()
    with database.reader() as reader:
        speaker_id = choose_known_speaker(reader, options.speaker)
        named = options.change or options.remove
        role_id = find_row(reader, "role", named) if named else None
        known = RoleDetails("")
        if role_id is not None:
            owner, known = read_role(reader, role_id)
            if owner != speaker_id:
                raise NotFound(f"Role {named} is another speaker's. Look it up again.")
        details = _said_anew(call, reader, known)
    if options.remove:
        if details != known:
            raise UsageError("A role that is removed needs no more than its id.")
        assert role_id is not None  # named by --remove
        remove_role(database, role_id)
    elif role_id is not None:
        edit_role(database, role_id, details)
    elif options.title is None:
        raise UsageError("Give the role's --title, or name a role to --change or --remove.")
    else:
        add_role(database, speaker_id, details)
    with database.reader() as reader:
        record = show_speaker(reader, speaker_id)
    report_speaker(call, record)
    return 0


def _said_anew(call: Call, reader: "Reader", known: "RoleDetails") -> "RoleDetails":
    """What is known of a role, with what the options say in its place."""
    from quotetrack.actions.choosing import choose_article

    options = call.options
    details = known._replace(
        title=known.title if options.title is None else options.title,
        organisation=known.organisation if options.of is None else options.of,
        kind=options.kind or known.kind,
        basis=options.basis or known.basis,
    )
    if options.attested_on is not None:
        details = details._replace(attested_on=_days(call, options.attested_on)[1])
    if options.held_from is not None:
        details = details._replace(held_from=_days(call, options.held_from)[0])
    if options.held_to is not None:
        details = details._replace(held_to=_days(call, options.held_to)[1])
    if options.source is not None:
        source = choose_article(reader, options.source) if options.source else None
        details = details._replace(article_id=source)
    return details


def _days(call: Call, typed: str) -> tuple[str | None, str | None]:
    """The first and last day that a typed date may mean; an empty one takes the day away."""
    from quotetrack.domain.edtf import day_span

    return day_span(call.date(typed)) if typed else (None, None)
