"""`quotetrack search`: finding statements."""

from argparse import Namespace

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, did_you_mean, whole_number
from quotetrack.domain.errors import UsageError

DESCRIPTION = """\
Find statements, the newest first. Words must all occur, in any order; "several words" in
quote marks must follow one another; -word must not occur. speaker:, status: and said: narrow
the search. Without words, everything is listed. On a terminal, each statement shows its id,
date, speaker and status; piped, it is one line of tab-parted columns."""
EXAMPLES = (
    "quotetrack search customs checkpoint",
    "quotetrack search speaker:volkov status:denied --json",
    "quotetrack search said:2022-12..2023-03 -customs",
    "quotetrack search 'speaker:\"andrei volkov\"' --limit 0",
)

_WITH_VALUE = ("--db", "--limit")
_FLAGS = ("--json", "--help", "-h")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    parser.add_argument(
        "--limit",
        type=whole_number,
        default=50,
        metavar="N",
        help="show at most N statements (50); 0: all",
    )
    parser.offer_json()


def read_arguments(parser: Parser, arguments: list[str]) -> Namespace:
    """Read options and query; a -word is a term, and after -- everything is.

    Raises:
        UsageError: there is no such option.
    """
    terms: list[str] = []
    options: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            terms.extend(rest)
        elif argument in _WITH_VALUE:
            options += [argument, *([value] if (value := next(rest, None)) is not None else [])]
        elif argument in _FLAGS or argument.partition("=")[0] in _WITH_VALUE:
            options.append(argument)
        elif argument.startswith("--"):
            hint = did_you_mean(argument, (*_WITH_VALUE, *_FLAGS))
            raise UsageError(
                f"There is no option {argument}{hint or '.'} See '{parser.prog} --help'."
            )
        else:
            terms.append(argument)
    read = parser.parse_args(options)
    read.query = terms
    return read


def run(call: Call) -> int:
    """Search, and print what was found."""
    from quotetrack.actions.reading import count, search, show_statements

    query = " ".join(call.options.query)
    limit = call.options.limit or None
    console = call.console
    with call.reader() as reader:
        rows = search(reader, query, limit)
        if call.options.json:
            from quotetrack.cli.json_form import statement

            records = show_statements(reader, [row.id for row in rows])
            console.json([statement(record) for record in records])
            return 0
        total = count(reader, query) if limit is not None and len(rows) == limit else len(rows)
    from quotetrack.cli.statement_text import print_rows

    print_rows(console, rows)
    if not rows:
        console.message("Nothing found.")
    elif total > len(rows):
        shown = "more than 1000" if total > 1000 else str(total)
        console.message(f"{len(rows)} of {shown} statements; --limit 0 shows all.")
    elif console.terminal:
        console.message("1 statement." if total == 1 else f"{total} statements.")
    return 0
