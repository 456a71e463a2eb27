"""`quotetrack import`: taking in a whole file of statements."""

import sys
from contextlib import contextmanager
from pathlib import Path

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotetrack.exchange.importing.mapping import Mapping
    from quotetrack.store.database import Database

DESCRIPTION = """\
Take in a file of statements: JSON Lines, CSV or TSV, plain or packed with gzip. Columns that have
the names of ours are found; --column says which others hold what, by header or by number. What
cannot be taken goes into a side file with the line and the reason, and the rest comes in. The same
file again adds nothing. Ctrl+C stops it, and the same command goes on where it stopped; 'quotetrack
undo' takes the whole of it back."""
EXAMPLES = (
    "quotetrack import statements.jsonl",
    "quotetrack import remarks.csv.gz --dry-run",
    "quotetrack import remarks.csv --column text=Quote --column said=Date --set language=en",
    "quotetrack import claims.tsv --no-header --column text=3 --column speaker=5 --slugs",
    "zcat statements.jsonl.gz | quotetrack import - --set source=archive --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    from quotetrack.exchange.importing.mapping import FORMATS

    parser.add_argument("file", metavar="FILE", help="the file; - reads standard input")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="NAME=COLUMN",
        help="which column of the file holds what; again for each, and for several of tags",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what holds where a row says nothing: workflow=reviewed, source=archive",
    )
    parser.add_argument(
        "--speaker",
        action="append",
        default=[],
        metavar="NAME=SPEAKER",
        help="which speaker a name means that several have",
    )
    parser.add_argument("--slugs", action="store_true", help="read ruth-ames as Ruth Ames")
    parser.add_argument(
        "--format", choices=FORMATS, help="the format, where the name of the file does not say"
    )
    parser.add_argument(
        "--no-header", action="store_true", help="the first row is a row like all others"
    )
    parser.add_argument(
        "--delimiter", metavar="SIGN", help="what parts the cells: ';', '|' or the word tab"
    )
    parser.add_argument(
        "--quotes",
        choices=("yes", "no"),
        help="whether quote marks enclose cells (in CSV yes, in TSV no)",
    )
    parser.add_argument("--encoding", metavar="NAME", help="the encoding of the text (utf-8)")
    parser.add_argument(
        "--tag-separator", default=",", metavar="SIGN", help="what parts labels in one field (,)"
    )
    parser.add_argument(
        "--dates",
        choices=("day-first", "month-first"),
        help="what 3/4/2020 means; refused unless this says",
    )
    parser.add_argument(
        "--refused", type=Path, metavar="FILE", help="where rows go that cannot be taken"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, and write nothing"
    )
    parser.add_argument(
        "--take-back", action="store_true", help="take out what a stopped import has brought"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Import the file, or take out what a stopped import has brought."""
    from quotetrack.actions.importing import import_file, take_back_import
    from quotetrack.cli.import_text import ProgressLine, print_summary

    options, console = call.options, call.console
    source = sys.stdin.buffer if options.file == "-" else Path(options.file)
    if options.take_back:
        entry = take_back_import(call.database(), source)
        if options.json:
            from quotetrack.cli.json_form import history

            console.json(history([entry])[0])
        else:
            console.line(f"Took back: {entry.summary}")
        return 0
    mapping = _mapping(call)
    line = ProgressLine(console)
    with _database(call) as database:
        try:
            summary = import_file(
                database,
                source,
                mapping,
                speakers=_speakers(call),
                refused=options.refused,
                dry_run=options.dry_run,
                progress=line.show if console.watched else None,
            )
        finally:
            line.clear()
    if options.json:
        from quotetrack.cli.import_json import import_summary

        console.json(import_summary(summary))
    else:
        print_summary(console, summary)
    return 0


@contextmanager
def _database(call: Call) -> "Iterator[Database]":
    """The database; a dry run into one that is not there yet looks at an empty one."""
    path = call.named_path()
    if not call.options.dry_run or path is None or path.exists():
        yield call.database(create=True)
        return
    from tempfile import TemporaryDirectory

    from quotetrack.actions.opening import open_named

    with TemporaryDirectory() as folder:
        yield open_named(Path(folder) / path.name, call.configuration(), create=True)


def _mapping(call: Call) -> "Mapping":
    from quotetrack.exchange.importing.mapping import Mapping, mapped_columns, pair

    options = call.options
    delimiter = "\t" if options.delimiter in ("tab", "\\t") else options.delimiter
    return Mapping(
        columns=mapped_columns(options.column),
        values=dict(pair(typed, "language=en") for typed in options.set),
        format=options.format,
        header=not options.no_header,
        delimiter=delimiter,
        quotes=None if options.quotes is None else options.quotes == "yes",
        encoding=options.encoding,
        tag_separator=options.tag_separator,
        slugs=options.slugs,
        day_first=None if options.dates is None else options.dates == "day-first",
    )


def _speakers(call: Call) -> dict[str, int]:
    """The speakers meant by names that several have."""
    from quotetrack.exchange.importing.mapping import pair

    pairs = [pair(typed, "'Ruth Ames=4k9a2m'") for typed in call.options.speaker]
    if not pairs:
        return {}
    from quotetrack.actions.choosing import choose_known_speaker

    with call.reader() as reader:
        return {name: choose_known_speaker(reader, speaker) for name, speaker in pairs}
