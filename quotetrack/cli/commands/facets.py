"""`quotetrack facets`: how many statements have which status, speaker, outlet and year."""

from typing import TYPE_CHECKING

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

if TYPE_CHECKING:
    from quotetrack.domain.facet_records import FacetValue

DESCRIPTION = """\
Count statements by status, speaker, outlet and year: all there are, or those that a search
finds, of which the newest thousand are counted. Beside each value stands the term that
narrows a search to it."""
EXAMPLES = ("quotetrack facets", "quotetrack facets customs", "quotetrack facets --json")

_NAMES = ("status", "speaker", "outlet", "year")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for")
    parser.offer_json()


def run(call: Call) -> int:
    """Print the counts."""
    from quotetrack.actions.facets import facets
    from quotetrack.domain.text import clean_line

    with call.reader() as reader:
        found = facets(reader, " ".join(call.options.query))
    console = call.console
    values = {name: getattr(found, name) for name in _NAMES}
    if call.options.json:
        listed = {name: [_listed(value) for value in values[name]] for name in _NAMES}
        console.json({"statements": found.total, "more": found.more, **listed})
        return 0
    for name in _NAMES:
        if console.terminal and values[name]:
            console.line(console.styled(name, "bold"))
        for value in values[name]:
            if console.terminal:
                console.line(f"{value.statements:>9,}  {clean_line(value.label)}")
            else:
                console.row((name, value.label, str(value.statements), value.term))
    if not found.total:
        console.message("Nothing found.")
    elif found.more:
        console.message("Counted among the newest 1,000 of those found (1000+).")
    return 0


def _listed(value: "FacetValue") -> dict[str, str | int]:
    return {"label": value.label, "statements": value.statements, "term": value.term}
