"""`quotetrack cite`: citations of statements, to be pasted elsewhere."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.citation_style import CitationFormat

DESCRIPTION = f"""\
Print citations of statements: who said it, in what role then, when, in which source, captured
when, where in it, and what became of it since. Words stand in quotation marks where they are the
speaker's own. The source is the words as spoken before a translation of them, and what stands in
a stored text before what does not; --quote names another. The house template is set in
config.toml.

formats: {listed(CitationFormat)}"""
EXAMPLES = (
    "quotetrack cite 4k9a2m",
    "quotetrack cite 4k9a2m 9c0xq1 --format csl-json > cited.json",
    "quotetrack cite 4k9a2m --quote 7h2mzz --format markdown",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="statements' ids, or their starts")
    parser.add_argument(
        "--format",
        type=one_of(CitationFormat),
        metavar="FORMAT",
        help="as listed above; default: the one set in config.toml, else house",
    )
    parser.add_argument("--quote", metavar="ID", help="which of the statement's quotes to cite")
    parser.offer_json()


def run(call: Call) -> int:
    """Print the citations."""
    from quotetrack.actions.citing import cite
    from quotetrack.actions.reading import find_row

    options = call.options
    style = call.configuration().citation
    with call.reader() as reader:
        statement_ids = [find_row(reader, "statement", printed) for printed in options.ids]
        quote_id = find_row(reader, "quote", options.quote) if options.quote else None
        cited = cite(
            reader,
            statement_ids,
            options.format or style.format,
            quote_id=quote_id,
            template=style.template,
        )
    if options.json:
        from quotetrack.cli.json_form import citations

        call.console.json(citations(cited))
    else:
        call.console.line(cited.text)
    return 0
