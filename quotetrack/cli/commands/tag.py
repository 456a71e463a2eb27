"""`quotetrack tag`: recording what became of a statement."""

from quotetrack.cli.call import Call, publication_day
from quotetrack.cli.commands.add_statement import add_speaker_options
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import EventType

DESCRIPTION = f"""\
Record what became of a statement later: when, and in which source; 'not recorded' is an answer
to both. The speaker did it unless --actor names another. A denial is linked to the statement as
a contradiction in the same step. Which denial it is has to be said: denied-saying (of having
said it), denied-substance, or denied-unspecified (the source does not say which). Prints the
statement's id.

types: {listed(EventType)}"""
EXAMPLES = (
    "quotetrack tag 4k9a2m retracted --date '6 Dec 2022' --source 'not recorded'",
    "quotetrack tag 4k9a2m denied-unspecified --date 'between 5 Dec 2022 and 2 Mar 2023' \\\n"
    "      --source 9c0xq1 --evidence 'Volkov has since denied the remark'",
    "quotetrack tag 4k9a2m third-party-disputed --actor 'Ann Lee' --date Dec-2022 --source 9c0xq1",
)
_NOT_RECORDED = "not recorded"


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the statement's id, or its start")
    parser.add_argument(
        "type", type=one_of(EventType), metavar="TYPE", help="what became of it, as listed above"
    )
    parser.add_argument(
        "--date", required=True, metavar="DATE", help="when: 'early March', 'not recorded'"
    )
    parser.add_argument(
        "--source",
        required=True,
        metavar="ARTICLE",
        help="an article's id or title words, or 'not recorded'",
    )
    parser.add_argument("--evidence", metavar="TEXT", help="the words that show it")
    parser.add_argument("--actor", metavar="SPEAKER", help="who did it, if not the speaker")
    parser.add_argument(
        "--for-speaker", action="store_true", help="the actor spoke for the statement's speaker"
    )
    add_speaker_options(parser)
    parser.add_argument(
        "--characterised-by", metavar="TEXT", help="whose word for it this is, if not the actor's"
    )
    parser.add_argument(
        "--quote", metavar="ID", help="which quote a publisher corrected, if there are several"
    )
    parser.add_argument("--note", metavar="TEXT", help="a remark of the desk")
    parser.offer_json()


def run(call: Call) -> int:
    """Tag the statement."""
    from quotetrack.actions.choosing import choose_article, choose_speaker
    from quotetrack.actions.reading import find_row
    from quotetrack.actions.tagging import tag_statement
    from quotetrack.cli.reporting import report_statement
    from quotetrack.cli.words import event_words

    options = call.options
    database = call.database()
    with database.reader() as reader:
        statement_id = find_row(reader, "statement", options.id)
        recorded = options.source.strip().lower() != _NOT_RECORDED
        article_id = choose_article(reader, options.source) if recorded else None
        happened = call.date(options.date, publication_day(reader, article_id))
        actor = None
        if options.actor:
            actor = choose_speaker(
                reader, options.actor, new=options.new_speaker, kind=options.kind
            )
        quote_id = find_row(reader, "quote", options.quote) if options.quote else None
    result = tag_statement(
        database,
        statement_id,
        options.type,
        happened=happened,
        actor=actor,
        for_the_speaker=options.for_speaker,
        article_id=article_id,
        evidence=options.evidence,
        characterised_by=options.characterised_by,
        note=options.note,
        quote_id=quote_id,
    )
    linked = ", and linked the denial to it" if result.link_id is not None else ""
    report_statement(
        call, database, statement_id, f"Tagged as {event_words(options.type)}{linked}."
    )
    return 0
