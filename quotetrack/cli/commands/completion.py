"""`quotetrack completion`: the script that lets a shell complete quotetrack's words."""

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

SHELLS = ("bash", "zsh", "fish")

DESCRIPTION = """\
Print a script by which your shell completes commands, options and their values, and the ids and
speakers of the database. Load it where your shell reads its settings."""
EXAMPLES = (
    'eval "$(quotetrack completion bash)"     # in ~/.bashrc',
    'eval "$(quotetrack completion zsh)"      # in ~/.zshrc',
    "quotetrack completion fish | source      # in ~/.config/fish/config.fish",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "shell", choices=SHELLS, metavar="SHELL", help=f"one of {', '.join(SHELLS)}"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Print the script."""
    from quotetrack.cli import completion_scripts
    from quotetrack.cli.completion import every_command

    make = getattr(completion_scripts, call.options.shell)
    script: str = make(every_command())
    if call.options.json:
        call.console.json({"shell": call.options.shell, "script": script})
    else:
        call.console.line(script.rstrip("\n"))
    return 0
