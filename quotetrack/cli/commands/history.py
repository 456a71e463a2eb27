"""`quotetrack history`: who changed what, and when."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number
from quotetrack.domain.records import HistoryEntry

DESCRIPTION = """\
List changes, the newest first; with an id, those on that statement, speaker, article, link,
event or quote, and on what belongs to it. Times are UTC. 'history show' says what each did."""
EXAMPLES = (
    "quotetrack history",
    "quotetrack history --mine --standing",
    "quotetrack history 4k9a2m --json",
)

_TABLES = ("statement", "speaker", "article", "link", "event", "quote")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", nargs="?", metavar="ID", help="the id of a row, or its start")
    parser.add_argument(
        "--limit", type=whole_number, default=50, metavar="N", help="show at most N changes (50)"
    )
    parser.add_argument("--mine", action="store_true", help="only your own changes")
    parser.add_argument(
        "--standing", action="store_true", help="leave out what was taken back, and its undoing"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the changes."""
    from quotetrack.actions.choosing import find_any
    from quotetrack.actions.reading import history
    from quotetrack.configuration import user_name

    console = call.console
    with call.reader() as reader:
        table, row_id = None, None
        if call.options.id is not None:
            table, row_id = find_any(reader, call.options.id, _TABLES)
        entries = history(
            reader,
            table,
            row_id,
            call.options.limit,
            actor=user_name(call.configuration()) if call.options.mine else None,
            standing=call.options.standing,
        )
    if call.options.json:
        from quotetrack.cli.json_form import history as as_json

        console.json(as_json(entries))
        return 0
    rows = [
        (
            str(entry.unit),
            entry.at[:19].replace("T", " "),
            entry.actor,
            "undone" if entry.undone_by is not None else "",
            _what(entry),
        )
        for entry in entries
    ]
    if console.terminal:
        from quotetrack.cli.layout import columns
        from quotetrack.domain.text import clean_line

        for line in columns([[clean_line(cell) for cell in row] for row in rows], console.width):
            console.line(line)
    else:
        for row in rows:
            console.row(row)
    if not entries:
        console.message("Nothing has been changed yet.")
    return 0


def _what(entry: HistoryEntry) -> str:
    done = entry.summary or entry.action
    return done if entry.undoes is None else f"Took back: {done}"
