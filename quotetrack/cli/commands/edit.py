"""`quotetrack edit`: changing what is recorded of a statement."""

from quotetrack.cli.call import Call, publication_day
from quotetrack.cli.commands.add_statement import add_speaker_options
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import Workflow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.actions.choices import SpeakerChoice
    from quotetrack.actions.editing import Keep, StatementChanges, TypedRole
    from quotetrack.domain.dates import UncertainDate
    from quotetrack.domain.records import StatementRecord
    from quotetrack.store.database import Reader

DESCRIPTION = """\
Change what is recorded of a statement, all in one step. What is not named stays as it is, and
'not recorded' takes away a role, a venue, a language or on whose behalf it was said. The quotes
stay as the sources print them. Of another speaker the former one's role does not hold, and
contradictions become tensions. Prints the statement's id."""
EXAMPLES = (
    "quotetrack edit 4k9a2m --said '6 Dec 2022' --venue 'Stepanakert airport'",
    "quotetrack edit 4k9a2m --speaker 'Ruth Ames' --role 'Harbour Master' --organisation Ely",
    "quotetrack edit 4k9a2m -e",
)
_NOT_RECORDED = "not recorded"


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the statement's id, or its start")
    parser.add_argument("--text", metavar="TEXT", help="the desk's best wording")
    parser.add_argument(
        "-e", "--editor", action="store_true", help="open the wording in your editor"
    )
    parser.add_argument("--speaker", metavar="SPEAKER", help="who said it: a name or an id")
    add_speaker_options(parser)
    parser.add_argument("--said", metavar="DATE", help="when: '5 Dec 2022', 'not recorded'")
    parser.add_argument("--role", metavar="TITLE", help="the speaker's role then")
    parser.add_argument("--organisation", metavar="NAME", help="where that role was held")
    parser.add_argument("--venue", metavar="TEXT", help="where it was said")
    parser.add_argument("--language", metavar="CODE", help="the language it was said in")
    parser.add_argument("--on-behalf-of", metavar="SPEAKER", help="whom the speaker spoke for")
    parser.add_argument("--workflow", type=one_of(Workflow), metavar="STATE", help=listed(Workflow))
    parser.offer_json()


def run(call: Call) -> int:
    """Change the statement."""
    from quotetrack.actions.editing import edit_statement
    from quotetrack.actions.reading import find_row, show_statement
    from quotetrack.cli.reporting import report_statement

    database = call.database()
    with database.reader() as reader:
        record = show_statement(reader, find_row(reader, "statement", call.options.id))
        changes = _changes(call, reader, record)
    edit_statement(database, record.row.id, changes)
    report_statement(call, database, record.row.id, "Changed.")
    return 0


def _changes(call: Call, reader: "Reader", record: "StatementRecord") -> "StatementChanges":
    from quotetrack.actions.choosing import choose_speaker
    from quotetrack.actions.editing import KEEP, StatementChanges

    options = call.options

    def speaker(typed: str, new: bool) -> "SpeakerChoice":
        return choose_speaker(reader, typed, new=new, kind=options.kind)

    said: UncertainDate | Keep = KEEP
    if options.said is not None:
        article = record.quotes[0].article if record.quotes else None
        day = publication_day(reader, article.id if article else None)
        said = call.date(options.said, day)
    represented = options.on_behalf_of
    return StatementChanges(
        text=_wording(options.text, options.editor, record.row.text),
        speaker=speaker(options.speaker, options.new_speaker) if options.speaker else KEEP,
        said=said,
        role=_role(options.role, options.organisation),
        venue=_or_nothing(options.venue),
        language=_or_nothing(options.language),
        on_behalf_of=(
            KEEP
            if represented is None
            else None
            if _is_nothing(represented)
            else speaker(represented, options.new_speaker and not options.speaker)
        ),
        workflow=options.workflow or KEEP,
    )


def _wording(typed: str | None, in_editor: bool, stored: str) -> "str | Keep":
    from quotetrack.actions.editing import KEEP

    if in_editor:
        from quotetrack.editor import edit_text

        edited = edit_text(typed if typed is not None else stored)
        return edited if edited is not None else KEEP if typed is None else typed
    return KEEP if typed is None else typed


def _role(title: str | None, organisation: str | None) -> "TypedRole | Keep | None":
    from quotetrack.actions.editing import KEEP, TypedRole
    from quotetrack.domain.errors import UsageError

    if title is None:
        if organisation is not None:
            raise UsageError("An organisation needs a role in it: give the title as well.")
        return KEEP
    return None if _is_nothing(title) else TypedRole(title, organisation)


def _or_nothing(typed: str | None) -> "str | Keep | None":
    from quotetrack.actions.editing import KEEP

    if typed is None:
        return KEEP
    return None if _is_nothing(typed) else typed


def _is_nothing(typed: str) -> bool:
    return typed.strip().lower() == _NOT_RECORDED
