"""`quotetrack article show`: an article's text, quotes and metadata."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Show an article: what is known of it, where each field was read from and how sure that is, its
snapshots, every quote recorded from it with its place in the text, and the text."""
EXAMPLES = ("quotetrack article show 4k9a2m", "quotetrack article show 'talks resume' --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "article", metavar="ARTICLE", help="an id, or words of a title, outlet or address"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the article."""
    from quotetrack.actions.choosing import choose_article
    from quotetrack.cli.article_text import report_article

    with call.reader() as reader:
        article_id = choose_article(reader, call.options.article)
    report_article(call, article_id)
    return 0
