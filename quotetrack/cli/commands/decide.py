"""`quotetrack contradictions confirm` and its sisters: deciding on a pair."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Decide on a contradiction: confirm (the two cannot both hold), dismiss (they do not contradict
each other), position-change (the speaker changed position; neither is false by that), needs-more
(nobody can say yet). A decision can be changed, and undone. Prints the contradiction's id."""
EXAMPLES = (
    "quotetrack contradictions confirm 2f8m0c",
    "quotetrack contradictions position-change 2f8m0c --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("id", metavar="ID", help="the contradiction's id, or its start")
    parser.offer_json()


def run(call: Call) -> int:
    """Decide, by the command's second word."""
    from quotetrack.actions.linking import Decision, decide_contradiction
    from quotetrack.actions.reading import find_row, show_contradiction
    from quotetrack.domain.identifiers import print_identifier

    decision = {
        "confirm": Decision.CONFIRMED,
        "dismiss": Decision.DISMISSED,
        "position-change": Decision.POSITION_CHANGE,
        "needs-more": Decision.NEEDS_MORE,
    }[call.words.split()[1]]
    database = call.database()
    with database.reader() as reader:
        link_id = find_row(reader, "link", call.options.id)
    decide_contradiction(database, link_id, decision)
    if call.options.json:
        from quotetrack.cli.json_form import contradiction

        with database.reader() as reader:
            call.console.json(contradiction(show_contradiction(reader, link_id)))
        return 0
    call.console.line(print_identifier(link_id))
    call.console.message(f"Decided: {decision.value.replace('_', ' ')}.")
    return 0
