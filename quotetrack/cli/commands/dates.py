"""`quotetrack dates`: the dates that a text names, and the days they mean."""

import datetime
from pathlib import Path

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.analysis.dates import FoundDate

DESCRIPTION = """\
List the dates that a text names: its words, the first and last day they mean, EDTF, and on what
basis. They look back from --published. With --jsonl, each line of standard input is an object
with "id", "text" and "published" (and "locale", if known), and is answered at once by one line."""
EXAMPLES = (
    "quotetrack dates article.txt --published 2023-03-02",
    "quotetrack dates - --published 2023-03-02 --locale en-GB --json",
    "quotetrack dates --jsonl",
)

LONGEST_TEXT = 5_000_000
"""Characters of one text; what is beyond them is not read."""


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="a text file, or '-' for standard input"
    )
    parser.add_argument("--published", metavar="DATE", help="the day of publication")
    parser.add_argument(
        "--locale", metavar="LOCALE", help="where it was written, as en-GB: settles 3/4/2022"
    )
    parser.add_argument(
        "--jsonl", action="store_true", help="answer objects, one a line, from standard input"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Find the dates, and print them."""
    from quotetrack.domain.errors import UsageError

    options = call.options
    if options.jsonl:
        return _answer_lines(call)
    if options.file is None:
        raise UsageError("Name a text file, or '-' for standard input, or use --jsonl.")
    from quotetrack.actions.dating import dates_in

    text = _read_text(options.file)
    found = dates_in(text, _day(call, options.published), options.locale)
    if options.json:
        call.console.json([_to_json(each) for each in found])
    else:
        _print(call, found)
    return 0


def _print(call: Call, found: "list[FoundDate]") -> None:
    from quotetrack.domain.edtf import describe_date

    console = call.console
    for each in found:
        meant = describe_date(each.when) if each.when.known else each.value or "not dated"
        words = " ".join((each.when.phrase or "").split())
        basis = str(each.when.basis) if each.when.basis else ""
        if console.terminal:
            console.line(f"{words[:32]:<34}{meant:<40}{console.styled(basis, 'dim')}".rstrip())
        else:
            console.row((str(each.start), str(each.end), words, meant, basis))
    if console.terminal and not found:
        console.message("No dates found.")


def _answer_lines(call: Call) -> int:
    """Answer each line at once, whatever it holds, so that a pipe never waits."""
    import sys

    for line in sys.stdin:
        if line.strip():
            call.console.json_line(_answer(line, call.options.locale))
    return 0


def _answer(line: str, locale: str | None) -> dict[str, object]:
    import json

    from quotetrack.actions.dating import dates_in

    asked: object = None
    try:
        asked = json.loads(line)
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
            raise ValueError("it needs a text")
        published = asked.get("published")
        day = datetime.date.fromisoformat(str(published)[:10]) if published else None
        found = dates_in(asked["text"][:LONGEST_TEXT], day, asked.get("locale") or locale)
    except ValueError as problem:
        identifier = asked.get("id") if isinstance(asked, dict) else None
        return {"id": identifier, "dates": [], "error": str(problem)}
    return {"id": asked.get("id"), "dates": [_to_json(each) for each in found]}


def _to_json(found: "FoundDate") -> dict[str, object]:
    from quotetrack.domain.edtf import to_edtf

    when = found.when
    return {
        "start": found.start,
        "end": found.end,
        "text": when.phrase,
        "from": when.earliest,
        "to": when.latest,
        "edtf": to_edtf(when),
        "value": found.value,
        "basis": when.basis,
    }


def _read_text(name: str) -> str:
    from quotetrack.domain.errors import NotFound

    if name == "-":
        import sys

        return sys.stdin.read(LONGEST_TEXT)
    try:
        with Path(name).open(encoding="utf-8", errors="replace", newline="") as file:
            return file.read(LONGEST_TEXT)
    except OSError as problem:
        raise NotFound(f"{name} cannot be read ({problem.strerror}). Check its name.") from problem


def _day(call: Call, typed: str | None) -> datetime.date | None:
    from quotetrack.domain.errors import UsageError

    if typed is None:
        return None
    meant = call.date(typed)
    if meant.earliest is None or meant.earliest[:10] != (meant.latest or "")[:10]:
        raise UsageError(f"--published takes one day, and '{typed}' is none.")
    return datetime.date.fromisoformat(meant.earliest[:10])
