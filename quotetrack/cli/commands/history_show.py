"""`quotetrack history show`: what one change did, field by field."""

from collections.abc import Iterator

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, whole_number
from quotetrack.domain.trail_records import RowChange

DESCRIPTION = """\
Show what one change did: each row, each field before and after. Its number is the first column of
'quotetrack history'. Long texts that never change are kept as fingerprints; what has been erased
from the trail is said to be erased."""
EXAMPLES = ("quotetrack history show 41", "quotetrack history show 41 --json")

_CHANGES = {"insert": "added", "update": "changed", "delete": "removed"}


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "unit", type=whole_number, metavar="NUMBER", help="its number in the history"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the change."""
    from quotetrack.actions.trail import show_unit
    from quotetrack.domain.text import clean_line

    console = call.console
    with call.reader() as reader:
        record = show_unit(reader, call.options.unit)
    if call.options.json:
        from quotetrack.cli.json_form import unit

        console.json(unit(record))
        return 0
    entry = record.entry
    console.line(clean_line(entry.summary or entry.action))
    console.line(f"{entry.at[:19].replace('T', ' ')} by {clean_line(entry.actor)}")
    if entry.undoes is not None:
        console.line(f"takes back change {entry.undoes}")
    if entry.undone_by is not None:
        console.line(f"taken back by change {entry.undone_by}")
    for row in record.rows:
        console.line("")
        for line in _lines(row):
            console.line(line)
    if record.more:
        console.line(f"and {record.more} more rows")
    return 0


def _lines(row: RowChange) -> Iterator[str]:
    from quotetrack.domain.identifiers import short_identifier
    from quotetrack.domain.text import clean_line
    from quotetrack.domain.trail_records import field_words, table_words

    title = f": {clean_line(row.title)}" if row.title else ""
    yield f"{_CHANGES[row.change]} {table_words(row.table)} {short_identifier(row.row_id)}{title}"
    if row.erased:
        yield "  what it did has been erased from the trail"
    for field in row.fields:
        name = field_words(field.name)
        before = clean_line(field.before or "not recorded")
        after = clean_line(field.after or "not recorded")
        match row.change:
            case "insert":
                yield f"  {name}: {after}"
            case "delete":
                yield f"  {name}: {before}"
            case _:
                yield f"  {name}: {before} -> {after}"
    if row.derived:
        yield f"  follows from the rest: {', '.join(field_words(name) for name in row.derived)}"
