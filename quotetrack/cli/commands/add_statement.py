"""`quotetrack add-statement`: recording who said what, and when."""

from quotetrack.cli.call import Call, publication_day
from quotetrack.cli.parsing import Parser, listed, one_of, whole_number
from quotetrack.domain.vocabulary import Form, SpeakerKind

DESCRIPTION = """\
Record a statement. The wording is looked for in the stored article (white space and the shape
of quote marks may differ) and kept as it stands there. A wording that is not there is refused
unless --unanchored says so. Dates like 'Tuesday' look back from the article's publication.
Prints the new statement's id."""
EXAMPLES = (
    "quotetrack add-statement --article 4k9a2m --speaker 'Andrei Volkov' --new-speaker \\\n"
    "      --role Commander --text 'it was agreed to install a checkpoint' --said '5 Dec 2022'",
    "quotetrack add-statement --speaker volkov --text 'No comment.' --said 'not recorded'",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("--text", required=True, metavar="TEXT", help="what was said")
    parser.add_argument("--speaker", required=True, metavar="SPEAKER", help="a name or an id")
    parser.add_argument(
        "--said", required=True, metavar="DATE", help="when: '5 Dec 2022', 'not recorded'"
    )
    parser.add_argument("--article", metavar="ARTICLE", help="the source: an id or title words")
    add_speaker_options(parser)
    parser.add_argument("--role", metavar="TITLE", help="the speaker's role then")
    parser.add_argument("--organisation", metavar="NAME", help="where that role was held")
    parser.add_argument("--on-behalf-of", metavar="SPEAKER", help="whom the speaker spoke for")
    parser.add_argument(
        "--form",
        type=one_of(Form),
        metavar="FORM",
        help=f"{listed(Form)}; judged by the quote marks unless given",
    )
    parser.add_argument("--mention", metavar="TEXT", help="the speaker as the source names him")
    parser.add_argument("--cue", metavar="TEXT", help="the words that introduce the quote")
    parser.add_argument(
        "--start",
        type=whole_number,
        metavar="N",
        help="which place is meant, in characters, where the wording stands several times",
    )
    parser.add_argument("--venue", metavar="TEXT", help="where it was said")
    parser.add_argument("--unanchored", action="store_true", help="keep a wording not found there")
    parser.add_argument("--note", metavar="TEXT", help="a remark of the desk")
    parser.offer_json()


def add_speaker_options(parser: Parser) -> None:
    """Add the options that allow a speaker to be recorded on the way."""
    parser.add_argument(
        "--new-speaker", action="store_true", help="record a speaker of this name if none is known"
    )
    parser.add_argument(
        "--kind",
        type=one_of(SpeakerKind),
        default=SpeakerKind.PERSON,
        metavar="KIND",
        help="what a new speaker is: person (unless given), organisation, group or unnamed",
    )


def run(call: Call) -> int:
    """Record the statement."""
    from quotetrack.actions.choosing import choose_article, choose_speaker
    from quotetrack.actions.statements import add_statement
    from quotetrack.cli.reporting import report_statement

    options = call.options
    # A source is in a database that exists; without one, this may be the first entry.
    database = call.database(create=options.article is None)
    with database.reader() as reader:
        article_id = choose_article(reader, options.article) if options.article else None
        said = call.date(options.said, publication_day(reader, article_id))
        speaker = choose_speaker(
            reader, options.speaker, new=options.new_speaker, kind=options.kind
        )
        behalf = options.on_behalf_of
        represented = choose_speaker(reader, behalf, new=options.new_speaker) if behalf else None
    statement_id = add_statement(
        database,
        text=options.text,
        speaker=speaker,
        article_id=article_id,
        said=said,
        form=options.form,
        mention=options.mention,
        cue=options.cue,
        on_behalf_of=represented,
        role=options.role,
        organisation=options.organisation,
        venue=options.venue,
        unanchored=options.unanchored,
        start=options.start,
        note=options.note,
    )
    report_statement(call, database, statement_id, "Recorded the statement.")
    return 0
