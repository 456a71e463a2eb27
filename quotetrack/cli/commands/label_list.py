"""`quotetrack label list`: the labels there are."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser
from quotetrack.domain.identifiers import print_identifier

DESCRIPTION = "List the desk's own labels, and how many statements carry each."
EXAMPLES = ("quotetrack label list", "quotetrack label list --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.offer_json()


def run(call: Call) -> int:
    """Print the labels."""
    from quotetrack.actions.labels import list_labels
    from quotetrack.domain.text import clean_line

    with call.reader() as reader:
        labels = list_labels(reader)
    console = call.console
    if call.options.json:
        console.json(
            [
                {
                    "id": print_identifier(each.id),
                    "name": each.name,
                    "statements": each.statements,
                }
                for each in labels
            ]
        )
        return 0
    for each in labels:
        if console.terminal:
            console.line(f"{each.statements:>7,}  {clean_line(each.name)}")
        else:
            console.row((print_identifier(each.id), each.name, str(each.statements)))
    if not labels and console.terminal:
        console.message("There is no label yet. 'quotetrack label ID --add NAME' makes one.")
    return 0
