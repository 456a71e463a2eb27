"""`quotetrack article edit`: correcting what is known of an article."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import ArticleKind, Provenance

DESCRIPTION = """\
Correct what is known of an article. Each field given says from then on that a person entered it;
an empty one ('') is emptied. The stored text is never changed."""
EXAMPLES = (
    "quotetrack article edit 4k9a2m --title 'Talks resume' --published '5 Dec 2022'",
    "quotetrack article edit 'talks resume' --byline '' --kind interview --json",
)

_LINES = {
    "title": "the headline",
    "outlet": "who published it",
    "byline": "who wrote it, as printed",
    "url": "where it was published",
    "account": "of a post: the account",
    "language": "its language: en, az, ru",
}


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "article", metavar="ARTICLE", help="an id, or words of a title, outlet or address"
    )
    for name, explanation in _LINES.items():
        parser.add_argument(f"--{name}", metavar="TEXT", help=explanation)
    parser.add_argument("--published", metavar="DATE", help="when: '5 Dec 2022', 'not recorded'")
    parser.add_argument("--updated", metavar="DATE", help="when it was last changed")
    parser.add_argument(
        "--kind",
        type=one_of(ArticleKind),
        metavar="KIND",
        help=f"what it is: {listed(ArticleKind)}",
    )
    parser.add_argument(
        "--provenance",
        type=one_of(Provenance),
        metavar="KIND",
        help=f"how near it stands to what it reports: {listed(Provenance)}",
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Change the article."""
    from quotetrack.actions.article_editing import edit_article
    from quotetrack.actions.choosing import choose_article
    from quotetrack.cli.article_text import report_article

    options = call.options
    database = call.database()
    with database.reader() as reader:
        article_id = choose_article(reader, options.article)
    edit_article(
        database,
        article_id,
        **{name: getattr(options, name) for name in _LINES},
        published=call.date(options.published) if options.published is not None else None,
        updated=call.date(options.updated) if options.updated is not None else None,
        kind=options.kind,
        provenance=options.provenance,
    )
    report_article(call, article_id)
    return 0
