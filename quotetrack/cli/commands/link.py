"""`quotetrack link`: relating a statement to an earlier one."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.vocabulary import Basis, Relation

DESCRIPTION = """\
Relate a later statement to an earlier one. Only two statements of the same speaker can
contradict each other; what another speaker says is in tension at most. Prints the link's id."""
EXAMPLES = (
    "quotetrack link 7b2c1d 4k9a2m --relation contradicts --basis number",
    "quotetrack link 7b2c1d 4k9a2m --relation in-tension --reason 'figures differ: 40, 25'",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("later", metavar="LATER", help="the later statement's id")
    parser.add_argument("earlier", metavar="EARLIER", help="the earlier statement's id")
    parser.add_argument(
        "--relation",
        required=True,
        type=one_of(Relation),
        metavar="RELATION",
        help=listed(Relation),
    )
    parser.add_argument(
        "--basis",
        type=one_of(Basis),
        metavar="BASIS",
        help=f"what a contradiction rests on: {listed(Basis)}",
    )
    parser.add_argument(
        "--reason", action="append", default=[], metavar="TEXT", help="why, in words; repeatable"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Link the two."""
    from quotetrack.actions.linking import link_statements
    from quotetrack.actions.reading import find_row
    from quotetrack.domain.identifiers import print_identifier

    options = call.options
    database = call.database()
    with database.reader() as reader:
        later_id = find_row(reader, "statement", options.later)
        earlier_id = find_row(reader, "statement", options.earlier)
    link_id = link_statements(
        database,
        later_id,
        earlier_id,
        options.relation,
        basis=options.basis,
        reasons=options.reason,
    )
    if options.json:
        call.console.json(
            {
                "id": print_identifier(link_id),
                "relation": options.relation.value,
                "basis": options.basis and options.basis.value,
                "later": print_identifier(later_id),
                "earlier": print_identifier(earlier_id),
            }
        )
        return 0
    call.console.line(print_identifier(link_id))
    call.console.message("Linked the two statements.")
    return 0
