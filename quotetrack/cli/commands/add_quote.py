"""`quotetrack add-quote`: recording another source of a statement."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of, whole_number
from quotetrack.domain.vocabulary import Form

DESCRIPTION = """\
Record how another source renders a statement that is recorded already. The wording is looked for
in the stored article and kept as it stands there. Say from whom the source has it (--chain) and
whether it is a translation: sources that rest on each other are not counted twice. Prints the
new quote's id."""
EXAMPLES = (
    "quotetrack add-quote 4k9a2m --article 9c0xq1 --text 'a customs post had been agreed'",
    "quotetrack add-quote 4k9a2m --article 'Channel Post' --text 'I never asked to leave' \\\n"
    "      --chain 'Rádio Ribeira' --translated-from pt --translated-by 'The Channel Post'",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the statement's id, or its start")
    parser.add_argument(
        "--text", required=True, metavar="TEXT", help="the words as this source prints them"
    )
    parser.add_argument(
        "--article",
        required=True,
        metavar="ARTICLE",
        help="the source: an id or title words, or 'not recorded'",
    )
    add_facts(parser)
    parser.add_argument(
        "--start",
        type=whole_number,
        metavar="N",
        help="which place is meant, in characters, where the wording stands several times",
    )
    parser.add_argument("--unanchored", action="store_true", help="keep a wording not found there")
    parser.offer_json()


def add_facts(parser: Parser) -> None:
    """Add the options for what a source says around the words."""
    parser.add_argument("--mention", metavar="TEXT", help="the speaker as the source names him")
    parser.add_argument("--cue", metavar="TEXT", help="the words that introduce the quote")
    parser.add_argument(
        "--chain", metavar="NAME", help="from whom the source has it: an outlet or a person"
    )
    parser.add_argument("--language", metavar="TAG", help="the language of the words: pt")
    parser.add_argument(
        "--translated-from", metavar="TAG", help="the language of the words that these translate"
    )
    parser.add_argument("--translated-by", metavar="NAME", help="who translated them")
    parser.add_argument(
        "--form",
        type=one_of(Form),
        metavar="FORM",
        help=f"{listed(Form)}; judged by the quote marks unless given",
    )


def run(call: Call) -> int:
    """Record the quote."""
    from quotetrack.actions.choosing import choose_article
    from quotetrack.actions.quoting import QuoteFacts, add_quote
    from quotetrack.actions.reading import find_row
    from quotetrack.cli.reporting import report_quote

    options = call.options
    database = call.database()
    with database.reader() as reader:
        statement_id = find_row(reader, "statement", options.id)
        recorded = options.article.strip().lower() != "not recorded"
        article_id = choose_article(reader, options.article) if recorded else None
    quote_id = add_quote(
        database,
        statement_id,
        text=options.text,
        article_id=article_id,
        facts=QuoteFacts(
            mention=options.mention,
            cue=options.cue,
            chain=options.chain,
            language=options.language,
            translated_from=options.translated_from,
            translated_by=options.translated_by,
        ),
        form=options.form,
        start=options.start,
        unanchored=options.unanchored,
    )
    report_quote(call, database, statement_id, quote_id, "Recorded another source")
    return 0
