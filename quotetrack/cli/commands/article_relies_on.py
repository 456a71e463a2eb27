"""`quotetrack article relies-on`: which article takes its report from which."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Record that an article takes its report from another, so that the two do not count as independent
sources of a statement. --not takes that back. Prints the id of the article that relies."""
EXAMPLES = (
    "quotetrack article relies-on 6j400w 2j400g --note 'quotes the radio and names it'",
    "quotetrack article relies-on 'Channel Post' 'Rádio Ribeira'",
    "quotetrack article relies-on 6j400w 2j400g --not",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's id or title words")
    parser.add_argument("other", metavar="OTHER", help="the one it takes its report from")
    parser.add_argument("--note", metavar="TEXT", help="how one knows")
    parser.add_argument(
        "--not", dest="withdrawn", action="store_true", help="it does not, after all"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Record it, or take it back."""
    from quotetrack.actions.choosing import choose_article
    from quotetrack.actions.reliance import remove_reliance, set_reliance
    from quotetrack.domain.identifiers import print_identifier

    options = call.options
    database = call.database()
    with database.reader() as reader:
        article_id = choose_article(reader, options.article)
        other_id = choose_article(reader, options.other)
    if options.withdrawn:
        remove_reliance(database, article_id, other_id)
    else:
        set_reliance(database, article_id, other_id, note=options.note)
    if options.json:
        call.console.json(
            {
                "article": print_identifier(article_id),
                "relies_on": print_identifier(other_id),
                "recorded": not options.withdrawn,
            }
        )
        return 0
    call.console.line(print_identifier(article_id))
    call.console.message(
        "It does not rely on the other any more."
        if options.withdrawn
        else "Recorded that it relies on the other."
    )
    return 0
