"""`quotetrack keys`: every action with the key that holds, and own keys that cannot hold."""

from typing import TYPE_CHECKING

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser
from quotetrack.domain.errors import UsageError

if TYPE_CHECKING:
    from quotetrack.actions.keymap import KeyMap

DESCRIPTION = """\
List every action of the terminal interface: its key, where it works, its name in the
configuration, and the command that does the same. Own keys of the configuration that another
action has in the same place cannot be taken; they are named at the end, and the command then
ends in 2."""
EXAMPLES = ("quotetrack keys", "quotetrack keys --json")


def build(parser: Parser) -> None:
    """Add the options."""
    parser.offer_json()


def run(call: Call) -> int:
    """Print keys and conflicts."""
    from quotetrack.actions.keymap import key_map

    keys = key_map(call.configuration().keys)
    if call.options.json:
        call.console.json(_as_json(keys))
    else:
        _print(call, keys)
        for conflict in keys.conflicts:
            call.console.message(str(conflict))
    return UsageError.exit_code if keys.conflicts else 0


def _print(call: Call, keys: "KeyMap") -> None:
    from quotetrack.actions.key_names import key_name
    from quotetrack.actions.registry import ACTIONS, SCOPES
    from quotetrack.cli.layout import columns

    console = call.console
    for scope, where in SCOPES.items():
        rows = [
            (
                ", ".join(key_name(key) for key in keys.keys[action.name]),
                action.title,
                action.name,
                f"quotetrack {action.command}" if action.command else "",
            )
            for action in ACTIONS
            if scope in action.scopes
        ]
        if not rows:
            continue
        if not console.terminal:
            for row in rows:
                console.row((scope, *row))
            continue
        console.line(console.styled(where, "bold"))
        for line in columns([(f"  {row[0]}", *row[1:]) for row in rows], console.width):
            console.line(line)
        console.line()


def _as_json(keys: "KeyMap") -> dict[str, object]:
    from quotetrack.actions.registry import ACTIONS

    return {
        "keys": [
            {
                "action": action.name,
                "title": action.title,
                "help": action.help,
                "keys": list(keys.keys[action.name]),
                "changed": action.name in keys.changed,
                "scopes": list(action.scopes),
                "command": action.command,
            }
            for action in ACTIONS
        ],
        "conflicts": [
            {
                "action": conflict.action,
                "key": conflict.key,
                "taken_by": conflict.taken_by,
                "where": conflict.where,
                "message": str(conflict),
            }
            for conflict in keys.conflicts
        ],
    }
