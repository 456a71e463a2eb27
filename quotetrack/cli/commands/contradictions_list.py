"""`quotetrack contradictions list`: what contradicts what."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import LinkState

DESCRIPTION = """\
List contradictions and tensions, those that wait for a decision first. Dismissed ones are left
out unless --state asks for them."""
EXAMPLES = (
    "quotetrack contradictions",
    "quotetrack contradictions list --state suggested --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "--state",
        action="append",
        type=one_of(LinkState),
        default=[],
        metavar="STATE",
        help=f"{listed(LinkState)}; repeatable",
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the contradictions."""
    from quotetrack.actions.reading import OPEN_STATES, list_contradictions, show_contradictions
    from quotetrack.domain.identifiers import print_identifier

    console = call.console
    with call.reader() as reader:
        rows = list_contradictions(reader, call.options.state or OPEN_STATES)
        if call.options.json:
            from quotetrack.cli.json_form import contradiction

            pairs = show_contradictions(reader, [row.id for row in rows])
            console.json([contradiction(pair) for pair in pairs])
            return 0
        if console.terminal:
            from quotetrack.cli.pair_text import print_pair

            pairs = show_contradictions(reader, [row.id for row in rows])
            for number, pair in enumerate(pairs):
                if number:
                    console.line()
                print_pair(console, pair)
    if not console.terminal:
        for row in rows:
            basis = row.basis.value if row.basis else ""
            console.row(
                (
                    print_identifier(row.id),
                    row.state.value,
                    basis,
                    row.speaker_name,
                    row.earlier_text,
                    row.later_text,
                )
            )
    if not rows:
        console.message("No contradictions.")
    return 0
