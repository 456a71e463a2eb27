"""The help of `quotetrack` itself and of a group: commands by what they are for."""

from quotetrack.cli.catalogue import CATALOGUE, DEFAULTS, Entry

_HEAD = """\
usage: quotetrack [--db FILE] [COMMAND ...]
       quotetrack FILE

Who said what, when, and what became of it.
Without a command, the terminal interface opens: on your own database, on the one that
--db FILE or QUOTETRACK_DB names, or on an existing FILE."""

_OPTIONS = """\
options:
  --db FILE    the database to use, before or after the command
  --version    print the version
  -h, --help   print this help; 'quotetrack COMMAND --help' explains a command"""

_EXAMPLES = """\
examples:
  quotetrack demo
  quotetrack search speaker:volkov customs
  quotetrack add article.txt --title "Talks resume" --published "2 Mar 2023\""""


def overview() -> str:
    """The whole help."""
    groups: dict[str, list[Entry]] = {}
    for entry in CATALOGUE:
        groups.setdefault(entry.group, []).append(entry)
    blocks = [f"{group}:\n{_listed(entries)}" for group, entries in groups.items()]
    return "\n\n".join([_HEAD, *blocks, _OPTIONS, _EXAMPLES])


def group_overview(word: str) -> str:
    """The help of a group such as `speaker`."""
    entries = [entry for entry in CATALOGUE if entry.path.startswith(f"{word} ")]
    words = ",".join(entry.path.split()[1] for entry in entries)
    return (
        f"usage: quotetrack {word} {{{words}}} ...\n\n{_listed(entries)}\n\n"
        f"'quotetrack {word}' alone is 'quotetrack {word} {DEFAULTS[word]}'. "
        f"'quotetrack {word} {DEFAULTS[word]} --help' explains it."
    )


def _listed(entries: list[Entry]) -> str:
    width = max(len(entry.path) for entry in CATALOGUE)
    return "\n".join(f"  {entry.path:<{width}}  {entry.summary}" for entry in entries)
