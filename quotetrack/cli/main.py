"""The command `quotetrack`: finds the command meant, builds its parser only, and runs it."""

import os
import sys

from quotetrack.cli.console import Console, standard_console
from quotetrack.domain.errors import NotFound, QuotetrackError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    from quotetrack.cli.parsing import Parser

INTERRUPTED = 130
BROKEN_PIPE = 141
UNEXPECTED = 70


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command; return the process's exit status.

    A failure that the user can cause ends in one sentence on standard error and the exit code of
    its error; Ctrl-C in 130; a reader that went away in 141, without a word.
    """
    console = standard_console()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv), console)
        console.close()
    except QuotetrackError as error:
        console.message(f"quotetrack: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        console.message("Interrupted; nothing of this command was kept unless it said so.")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_output()
        return BROKEN_PIPE
    except SystemExit as leaving:  # argparse has printed the help
        return leaving.code if isinstance(leaving.code, int) else 0
    except Exception as error:
        if os.environ.get("QUOTETRACK_TRACEBACK"):
            raise
        console.message(
            f"quotetrack: This should not have happened: {type(error).__name__}: {error}. "
            "Set QUOTETRACK_TRACEBACK=1 and try again to see where, and please report it."
        )
        return UNEXPECTED
    return status


def _run(arguments: list[str], console: Console) -> int:
    database, rest = _leading_options(arguments, console)
    if rest is None:
        return 0
    if not rest:
        from pathlib import Path

        return _open_terminal(Path(database) if database else None, create=True)
    from quotetrack.cli.catalogue import BY_PATH, DEFAULTS, FIRST_WORDS, WORDS_FOR_THE_SHELL

    word = rest[0]
    if word == WORDS_FOR_THE_SHELL:
        from pathlib import Path

        from quotetrack.cli.shell_words import print_words

        return print_words(rest[1:], Path(database) if database else None, console)
    if word not in FIRST_WORDS:
        return _open_file(word, rest[1:], database)
    if rest[1:] and f"{word} {rest[1]}" in BY_PATH:
        return _run_command(f"{word} {rest[1]}", rest[2:], database, console)
    if word in DEFAULTS:
        return _run_grouped(word, rest[1:], database, console)
    return _run_command(word, rest[1:], database, console)


def _leading_options(arguments: list[str], console: Console) -> tuple[str | None, list[str] | None]:
    """The database named before the command, and what follows; None where all is done."""
    database: str | None = None
    while arguments and arguments[0].startswith("-"):
        option, separator, value = arguments[0].partition("=")
        if option == "--db":
            if not separator and len(arguments) < 2:
                raise UsageError("--db needs a file.")
            arguments = arguments if separator else arguments[1:]
            database = value if separator else arguments[0]
            arguments = arguments[1:]
        elif arguments[0] == "--version":
            from quotetrack import __version__

            console.line(f"quotetrack {__version__}")
            return None, None
        elif arguments[0] in ("-h", "--help"):
            from quotetrack.cli.overview import overview

            console.line(overview())
            return None, None
        else:
            raise UsageError(
                f"There is no option {arguments[0]} before a command. See 'quotetrack --help'."
            )
    return database, arguments


def _run_grouped(word: str, rest: list[str], database: str | None, console: Console) -> int:
    """Run `speaker list` and its like; the second word may be left out."""
    from quotetrack.cli.catalogue import BY_PATH, DEFAULTS

    if rest and f"{word} {rest[0]}" in BY_PATH:
        return _run_command(f"{word} {rest[0]}", rest[1:], database, console)
    if rest and rest[0] in ("-h", "--help"):
        from quotetrack.cli.overview import group_overview

        console.line(group_overview(word))
        return 0
    if rest and not rest[0].startswith("-"):
        from quotetrack.cli.parsing import did_you_mean

        known = [path.split()[1] for path in BY_PATH if path.startswith(f"{word} ")]
        hint = did_you_mean(rest[0], known) or f". It is one of {', '.join(known)}."
        raise UsageError(f"There is no command '{word} {rest[0]}'{hint}")
    return _run_command(f"{word} {DEFAULTS[word]}", rest, database, console)


def _run_command(words: str, rest: list[str], database: str | None, console: Console) -> int:
    from quotetrack.cli.call import Call

    module = _module_of(words)
    read = getattr(module, "read_arguments", None)
    options = read(rest) if read is not None else None
    if options is None:
        parser, _ = build_parser(words)
        options = parser.parse_args(rest)
    options.db = options.db or database
    status: int = module.run(Call(words, options, console))
    return status


def build_parser(words: str) -> "tuple[Parser, ModuleType]":
    """The parser of one command, and its module."""
    from quotetrack.cli.parsing import Parser

    module = _module_of(words)
    parser = Parser(words, module.DESCRIPTION, module.EXAMPLES)
    module.build(parser)
    return parser, module


def _module_of(words: str) -> "ModuleType":
    from importlib import import_module

    from quotetrack.cli.catalogue import BY_PATH

    return import_module(f"quotetrack.cli.commands.{BY_PATH[words].module}")


def _open_file(word: str, rest: list[str], database: str | None) -> int:
    from pathlib import Path

    path = Path(word)
    if not path.exists():
        if os.sep in word or path.suffix:
            raise NotFound(
                f"There is no file {word}. To start a new database there: quotetrack --db {word}"
            )
        from quotetrack.cli.catalogue import FIRST_WORDS
        from quotetrack.cli.parsing import did_you_mean

        hint = did_you_mean(word, FIRST_WORDS) or ". See 'quotetrack --help'."
        raise UsageError(f"'{word}' is neither a command nor a file{hint}")
    if rest:
        raise UsageError(
            f"Nothing may follow the file {word}. To run a command on it: "
            f"quotetrack --db {word} {rest[0]} ..."
        )
    if database is not None:
        raise UsageError(f"Name one database: {database} or {word}.")
    return _open_terminal(path, create=False)


def _open_terminal(path: "Path | None", *, create: bool) -> int:
    from quotetrack.cli.call import environment_path
    from quotetrack.cli.terminal import open_terminal

    return open_terminal(path or environment_path(), create=create)


def _silence_output() -> None:
    """Let the interpreter's last flush write to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
