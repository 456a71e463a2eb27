"""`quotetrack quote edit`: correcting what is said around a quote, or which wording is best."""

from quotetrack.cli.call import Call
from quotetrack.cli.commands.add_quote import add_facts
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import Attribution, AttributionBasis

DESCRIPTION = """\
Correct what a source says around a quote: its language, whom it translates, from whom it has the
words; how sure the attribution is, and on what terms the words were given. What is not given
stays; an empty text takes it away. The words themselves stay as the source has them. Prints the
quote's id; 'quotetrack show' lists those of a statement."""
EXAMPLES = (
    "quotetrack quote edit fj400m --language en --translated-from pt",
    "quotetrack quote edit fj400m --chain ''",
    "quotetrack quote edit fj400m --attribution disputed --attribution-basis background",
    "quotetrack quote edit fj400m --best",
)
_FACTS = ("mention", "cue", "chain", "language", "translated_from", "translated_by")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the quote's id, or its start")
    add_facts(parser)
    parser.add_argument(
        "--attribution",
        type=one_of(Attribution),
        metavar="STATE",
        help=f"how far it is established that the speaker said so: {listed(Attribution)}",
    )
    parser.add_argument(
        "--attribution-basis",
        type=one_of(AttributionBasis),
        metavar="BASIS",
        help=f"on what terms the words were given: {listed(AttributionBasis)}; off-record hides a "
        "statement that has no other source",
    )
    parser.add_argument(
        "--best", action="store_true", help="make its words the statement's best wording"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Correct the quote."""
    from quotetrack.actions.quoting import QuoteFacts, edit_quote
    from quotetrack.actions.reading import find_row, show_quote
    from quotetrack.cli.reporting import report_quote

    options = call.options
    database = call.database()
    with database.reader() as reader:
        statement, quote = show_quote(reader, find_row(reader, "quote", options.id))
    given = {name: getattr(options, name) for name in _FACTS}
    facts = {
        name: getattr(quote, name) if value is None else value for name, value in given.items()
    }
    edit_quote(
        database,
        quote.id,
        facts=QuoteFacts(**facts),
        form=options.form,
        attribution=options.attribution,
        basis=options.attribution_basis,
        best=options.best,
    )
    report_quote(call, database, statement.row.id, quote.id, "Changed the quote")
    return 0
