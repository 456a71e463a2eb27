"""`quotetrack article list`: the stored articles, a page at a time."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

DESCRIPTION = """\
List stored articles, the one published last first, with how many statements were recorded from
each. The next page begins after the last id of the page before."""
EXAMPLES = (
    "quotetrack article list",
    "quotetrack article list courier --limit 20",
    "quotetrack article list --after 4k9a2m --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "text", nargs="?", default="", metavar="TEXT", help="part of a title, outlet or address"
    )
    parser.add_argument(
        "--limit", type=whole_number, default=50, metavar="N", help="show at most N (50)"
    )
    parser.add_argument("--after", metavar="ID", help="go on after this article of the list")
    parser.offer_json()


def run(call: Call) -> int:
    """Print the articles."""
    from quotetrack.actions.article_reading import ArticleKey, list_article_rows
    from quotetrack.actions.reading import find_row, read_article
    from quotetrack.domain.identifiers import print_identifier, short_identifier
    from quotetrack.domain.text import clean_line

    console, options = call.console, call.options
    with call.reader() as reader:
        after = None
        if options.after:
            article_id = find_row(reader, "article", options.after)
            published = read_article(reader, article_id).summary.published
            after = ArticleKey(published or "", article_id)
        found = list_article_rows(reader, options.text, options.limit, after)
    if options.json:
        from quotetrack.cli.article_json import article_row

        console.json([article_row(each) for each in found])
        return 0
    rows = [
        (
            (short_identifier if console.terminal else print_identifier)(each.id),
            (each.published or "—")[:10],
            str(each.statements),
            clean_line(each.outlet or each.kind.value),
            clean_line(each.title or each.url or "untitled"),
        )
        for each in found
    ]
    if not console.terminal:
        for row in rows:
            console.row(row)
    else:
        from quotetrack.cli.layout import columns, cut

        shown = [(*row[:2], f"{row[2]:>5}", cut(row[3], 24), row[4]) for row in rows]
        for line in columns(shown, console.width):
            console.line(line)
    if not found:
        console.message("No article found.")
    return 0
