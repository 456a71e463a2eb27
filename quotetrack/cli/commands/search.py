"""`quotetrack search`: finding statements."""

from quotetrack.cli.call import Call
from quotetrack.domain.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import SimpleNamespace

    from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Find statements, the newest first. Words must all occur, in any order; "several words" in
quote marks must follow one another; -word must not occur; of one OR another either will do.
Fields narrow the search. Without words, everything is listed. On a terminal, each statement shows
its id, date, speaker and status, and the words of a quote where it was found in these; piped, it is
one line of tab-parted columns."""
EXAMPLES = (
    "quotetrack search customs checkpoint",
    "quotetrack search speaker:volkov status:denied --json",
    "quotetrack search said:2022-12..2023-03 -customs",
    "quotetrack search 'speaker:\"andrei volkov\"' --limit 0",
    "quotetrack search has:contradiction sort:oldest",
)

_OPTIONS = ("--db", "--limit", "--json", "--help")
_SHOWN = 50


def build(parser: "Parser") -> None:
    """Add the options."""
    from quotetrack.actions.search_help import FIELDS
    from quotetrack.cli.parsing import whole_number

    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    parser.add_argument(
        "--limit",
        type=whole_number,
        default=_SHOWN,
        metavar="N",
        help=f"show at most N statements ({_SHOWN}); 0: all",
    )
    parser.offer_json()
    parser.explain(
        "fields, each also behind a minus (-status:denied)",
        [(field.example, field.meaning) for field in FIELDS.values()],
    )


def read_arguments(arguments: list[str]) -> "SimpleNamespace | None":
    """Read options and query without a parser, which knows no -word and costs a tenth more.

    A -word is a term, and behind -- everything is.

    Returns:
        The options; None where help is asked for.

    Raises:
        UsageError: there is no such option, or its value is missing or wrong.
    """
    from types import SimpleNamespace

    options = SimpleNamespace(db=None, json=False, limit=_SHOWN, query=[])
    rest = iter(arguments)
    for argument in rest:
        name, separator, value = argument.partition("=")
        if argument == "--":
            options.query.extend(rest)
        elif argument in ("-h", "--help"):
            return None
        elif argument == "--json":
            options.json = True
        elif name in ("--db", "--limit"):
            given = value if separator else next(rest, "")
            if name == "--db":
                options.db = _required(name, given)
            else:
                options.limit = _whole_number(_required(name, given))
        elif argument.startswith("--"):
            raise _wrong(f"There is no option {argument}", argument)
        else:
            options.query.append(argument)
    return options


def _required(option: str, value: str) -> str:
    if not value:
        raise _wrong(f"{option} needs a value")
    return value


def _whole_number(typed: str) -> int:
    if not typed.isdecimal():
        raise _wrong(f"--limit takes a whole number, not '{typed}'")
    return int(typed)


def _wrong(problem: str, option: str | None = None) -> UsageError:
    from quotetrack.cli.parsing import did_you_mean

    hint = did_you_mean(option, _OPTIONS) if option else ""
    return UsageError(f"{problem}{hint or '.'} See 'quotetrack search --help'.")


def run(call: Call) -> int:
    """Search, and print what was found."""
    import gc

    # A search is over before collecting garbage could pay.
    gc.disable()
    try:
        return _search(call)
    finally:
        gc.enable()


def _search(call: Call) -> int:
    from quotetrack.actions.reading import count, find_ids, find_keys, search, show_statements

    query = " ".join(call.options.query)
    limit = call.options.limit or None
    console = call.console
    with call.reader() as reader:
        if "speaker:" in query.lower():
            from quotetrack.cli.taken_text import report_taken

            report_taken(console, reader, query)
        if call.options.json:
            from quotetrack.cli.json_form import statement

            found = find_ids(reader, find_keys(reader, query, limit))
            console.json([statement(record) for record in show_statements(reader, found, query)])
            return 0
        rows = search(reader, query, limit)
        total = count(reader, query) if limit is not None and len(rows) == limit else len(rows)
    from quotetrack.actions.search_help import order_of
    from quotetrack.cli.statement_text import print_rows

    if order := order_of(query):
        console.message(f"{order[:1].upper()}{order[1:]}:")
    print_rows(console, rows)
    if not rows:
        console.message("Nothing found.")
    elif total > len(rows):
        shown = "more than 1000" if total > 1000 else str(total)
        console.message(f"{len(rows)} of {shown} statements; --limit 0 shows all.")
    elif console.terminal:
        console.message("1 statement." if total == 1 else f"{total} statements.")
    return 0
