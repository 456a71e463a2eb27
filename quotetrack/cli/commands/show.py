"""`quotetrack show`: everything about one statement, or an article's text."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Show everything about one statement: its wording and sources, the speaker's role then, what
became of it, and what it is linked to. The id of an article shows the article with its stored
text. An id may be cut short as long as it is unique."""
EXAMPLES = ("quotetrack show 4k9a2m", "quotetrack show 4k9a2m --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="a statement's or article's id, or its start")
    parser.offer_json()


def run(call: Call) -> int:
    """Print the statement or article."""
    from quotetrack.actions.choosing import find_any
    from quotetrack.actions.reading import show_statement

    console = call.console
    with call.reader() as reader:
        table, row_id = find_any(reader, call.options.id, ("statement", "article"))
        record = show_statement(reader, row_id) if table == "statement" else None
    if record is None:
        from quotetrack.cli.article_text import report_article

        report_article(call, row_id)
    elif call.options.json:
        from quotetrack.cli.json_form import statement

        console.json(statement(record))
    else:
        from quotetrack.cli.statement_text import print_statement

        print_statement(console, record)
    return 0
