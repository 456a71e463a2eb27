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
    from dataclasses import fields

    from quotetrack.actions.keeping import information

    console = call.console
    with call.reader() as reader:
        record = information(reader)
    facts = {field.name: getattr(record, field.name) for field in fields(record)}
    if call.options.json:
        console.json({name: _plain(value) for name, value in facts.items()})
        return 0
    lines: list[tuple[str, str]] = []
    for name, value in facts.items():
        if isinstance(value, dict):
            lines += [(str(key).replace("_", " "), f"{count:,}") for key, count in value.items()]
        else:
            lines.append((name.replace("_", " "), str(value)))
    width = max(len(name) for name, _ in lines)
    for name, shown in lines:
        console.line(f"{console.styled(f'{name:<{width}}', 'dim')}  {shown}")
    return 0


def _plain(value: object) -> object:
    return value if isinstance(value, int | float | dict | None) else str(value)
