"""`quotetrack recheck`: sources fetched again, and every quote looked for in them."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.domain.recheck_records import Recheck

DESCRIPTION = """\
Fetch the sources of the statements that a search finds, or of all, and say for each quote whether
it stands as it was recorded: exact, moved, changed (with the words), ambiguous, orphaned, gone or
unreachable. Each check is kept; a text that has changed becomes a further snapshot. Servers are
asked one page at a time, as their robots.txt allows. Stop it when you like: what was checked is
kept, and --older-than goes on with the rest."""
EXAMPLES = (
    "quotetrack recheck speaker:volkov",
    "quotetrack recheck --older-than 30 --limit 200",
    "quotetrack recheck --article 4k9a2m --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="which statements' sources")
    parser.add_argument("--article", metavar="ID", help="only this article")
    parser.add_argument(
        "--older-than",
        type=whole_number,
        metavar="DAYS",
        help="not what was checked in the last DAYS days",
    )
    parser.add_argument(
        "--limit", type=whole_number, default=0, metavar="N", help="at most N sources; 0: all"
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from a machine of this network, too"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Check, and say of each source at once what was found."""
    from datetime import timedelta

    from quotetrack.actions.reading import find_ids, find_keys, find_row
    from quotetrack.actions.rechecking import recheck_all, recheck_article, sources_to_check

    options, console = call.options, call.console
    database = call.database()
    if options.article:
        with database.reader() as reader:
            article = find_row(reader, "article", options.article)
        found = [recheck_article(database, article, allow_private=options.allow_private)]
        _print_all(call, found)
        return 0
    statements = None
    query = " ".join(options.query)
    if query:
        with database.reader() as reader:
            statements = list(find_ids(reader, find_keys(reader, query)))
    sources = sources_to_check(
        database,
        statements,
        older_than=timedelta(days=options.older_than) if options.older_than else None,
        limit=options.limit or None,
    )
    done: list[Recheck] = []
    try:
        for each in recheck_all(database, sources, allow_private=options.allow_private):
            done.append(each)
            if not options.json:
                _print_one(call, each)
            if console.terminal:
                console.message(f"{len(done)} of {len(sources)} checked")
    except KeyboardInterrupt:
        console.message(
            f"Stopped after {len(done)} of {len(sources)}; what was checked is kept. "
            "--older-than 1 goes on with the rest."
        )
    if options.json:
        console.json([to_json(each) for each in done])
    elif not sources:
        console.message("No source with an address is due.")
    return 0


def _print_all(call: Call, found: "list[Recheck]") -> None:
    if call.options.json:
        call.console.json([to_json(each) for each in found])
        return
    for each in found:
        _print_one(call, each)


def _print_one(call: Call, found: "Recheck") -> None:
    from quotetrack.domain.identifiers import print_identifier, short_identifier
    from quotetrack.domain.text import clean_line, shorten

    console = call.console
    if not console.terminal:
        for quote in found.quotes:
            console.row(
                (
                    print_identifier(found.article_id),
                    print_identifier(quote.statement_id),
                    str(quote.state),
                    quote.exact,
                )
            )
        if not found.quotes:
            console.row((print_identifier(found.article_id), "", str(found.state), found.url))
        return
    title = clean_line(found.title or found.url)
    console.line(f"{console.styled(title, 'bold')}  {found.state.value.replace('_', ' ')}")
    if found.said:
        console.line(f"  {found.said}")
    for quote in found.quotes:
        console.line(
            f"  {quote.state.value:<12}{short_identifier(quote.statement_id)}  "
            f"{shorten(quote.exact, max(console.width - 24, 20))}"
        )
        for before, now in quote.differences[:8]:
            words = f"{before or '—'} → {now or '—'}"
            console.line(f"    {shorten(words, max(console.width - 6, 20))}")
        if quote.negated:
            console.line(f"    {console.styled('! a negation has come or gone', 'red')}")


def to_json(found: "Recheck") -> dict[str, object]:
    """A check as JSON."""
    from quotetrack.domain.identifiers import print_identifier

    return {
        "article": print_identifier(found.article_id),
        "title": found.title,
        "url": found.url,
        "state": found.state,
        "said": found.said,
        "quotes": [
            {
                "quote": print_identifier(quote.quote_id),
                "statement": print_identifier(quote.statement_id),
                "exact": quote.exact,
                "state": quote.state,
                "differences": [
                    {"before": before, "now": now} for before, now in quote.differences
                ],
                "negated": quote.negated,
            }
            for quote in found.quotes
        ],
    }
