"""`quotetrack db info`: where the database is, and what it holds."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = "Show where the database is, its size and schema, and how many rows it holds."
EXAMPLES = ("quotetrack db info", "quotetrack db info --db desk.db --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.offer_json()


def run(call: Call) -> int:
    """Print what is known of the database."""
    from quotetrack.actions.keeping import information

    console = call.console
    with call.reader() as reader:
        record = information(reader)
    if call.options.json:
        console.json(
            {
                "path": record.path,
                "size": record.size,
                "schema_version": record.schema_version,
                "journal_mode": record.journal_mode,
                "rows": dict(record.counts),
                "changes": record.units,
                "last_change": record.last_change,
            }
        )
        return 0
    facts = [
        ("file", record.path),
        ("size", f"{record.size:,} bytes"),
        ("schema", str(record.schema_version)),
        ("journal", record.journal_mode),
        *((f"{table} rows", f"{rows:,}") for table, rows in record.counts),
        ("changes", f"{record.units:,}"),
        ("last change", record.last_change or "none yet"),
    ]
    for name, shown in facts:
        console.line(f"{console.styled(f'{name:<17}', 'dim')}{shown}")
    return 0
