"""`quotetrack demo`: looking around in a private copy of the sample."""

from pathlib import Path

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser
from quotetrack.domain.errors import UsageError

DESCRIPTION = """\
Open the terminal interface on a private copy of the sample database; what you change there is
gone when you leave. --copy writes a copy that stays, and opens nothing."""
EXAMPLES = ("quotetrack demo", "quotetrack demo --copy sample.db")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "--copy", type=Path, metavar="FILE", help="write a copy of the sample to a new file"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Open the copy, or write one."""
    if call.options.db is not None:
        raise UsageError("The demo has a database of its own; leave --db out.")
    if call.options.copy is not None:
        from quotetrack.actions.opening import copy_sample_to

        path = copy_sample_to(call.options.copy)
        if call.options.json:
            call.console.json({"copy": str(path)})
        else:
            call.console.line(str(path))
        return 0
    from quotetrack.cli.terminal import open_demo

    return open_demo()
