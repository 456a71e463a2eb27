"""`quotetrack db upgrade`: bringing an older database to this version."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

DESCRIPTION = """\
Bring a database that an older quotetrack wrote to this version's schema. A backup is made
beside it first. Your own database is upgraded when it opens; one that is named is not."""
EXAMPLES = ("quotetrack db upgrade --db desk.db",)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.offer_json()


def run(call: Call) -> int:
    """Upgrade the database."""
    from quotetrack.actions.keeping import upgrade
    from quotetrack.actions.opening import own_database_path

    configuration = call.configuration()
    path = call.named_path() or own_database_path(configuration)
    done = upgrade(path, configuration)
    if call.options.json:
        call.console.json({"path": str(path), "version": done.version, "upgraded": done.upgraded})
    elif done.upgraded:
        call.console.line(f"{path} has schema {done.version} now.")
    else:
        call.console.line(f"{path} has schema {done.version} already.")
    return 0
