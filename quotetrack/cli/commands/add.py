"""`quotetrack add`: storing an article's text as a source."""

import sys
from pathlib import Path

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.errors import NotFound, UsageError
from quotetrack.domain.vocabulary import ArticleKind, Provenance

DESCRIPTION = """\
Store the text of an article, post or transcript, byte for byte, as a source of statements.
Prints the new article's id. The same text is never stored twice."""
EXAMPLES = (
    "quotetrack add article.txt --title 'Talks resume' --outlet 'The Courier'",
    "quotetrack add post.txt --kind post --published '5 Dec 2022 10:15 Baku'",
    "pandoc page.html -t plain | quotetrack add - --url https://example.org/talks --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument("file", metavar="FILE", help="a plain text file; - reads standard input")
    parser.add_argument("--title", metavar="TEXT", help="the headline")
    parser.add_argument("--outlet", metavar="NAME", help="who published it")
    parser.add_argument("--url", metavar="URL", help="where it was published")
    parser.add_argument("--published", metavar="DATE", help="when: '5 Dec 2022', 'Dec 2022'")
    parser.add_argument("--byline", metavar="TEXT", help="who wrote it")
    parser.add_argument(
        "--kind",
        type=one_of(ArticleKind),
        default=ArticleKind.ARTICLE,
        metavar="KIND",
        help=f"what it is: {listed(ArticleKind)}",
    )
    parser.add_argument(
        "--provenance",
        type=one_of(Provenance),
        default=Provenance.UNKNOWN,
        metavar="KIND",
        help=f"how near it stands to what it reports: {listed(Provenance)}",
    )
    parser.add_argument(
        "--encoding", default="utf-8", metavar="NAME", help="the encoding of the text (utf-8)"
    )
    parser.offer_json()


def run(call: Call) -> int:
    """Store the article."""
    from quotetrack.actions.articles import add_article
    from quotetrack.actions.reading import read_article
    from quotetrack.domain.identifiers import print_identifier

    options = call.options
    raw = _bytes_of(options.file)
    text = _decode(raw, options.encoding)
    published = call.date(options.published) if options.published else None
    database = call.database(create=True)
    article_id = add_article(
        database,
        text,
        title=options.title,
        outlet=options.outlet,
        url=options.url,
        published=published,
        byline=options.byline,
        kind=options.kind,
        provenance=options.provenance,
        raw=raw,
        encoding=options.encoding,
    )
    if options.json:
        from quotetrack.cli.json_form import article

        with database.reader() as reader:
            call.console.json(article(read_article(reader, article_id).summary))
        return 0
    call.console.line(print_identifier(article_id))
    call.console.message(f"Stored {len(text):,} characters.")
    return 0


def _bytes_of(name: str) -> bytes:
    """What the file holds, or one byte more than an article may have."""
    from quotetrack.actions.articles import MAXIMUM_BYTES

    if name == "-":
        return sys.stdin.buffer.read(MAXIMUM_BYTES + 1)
    path = Path(name)
    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}. Check its name.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error


def _decode(raw: bytes, encoding: str) -> str:
    from quotetrack.actions.articles import MAXIMUM_BYTES

    # A text that is cut off at the cap is refused for its size, not for half a character.
    whole = len(raw) <= MAXIMUM_BYTES
    try:
        return raw.decode(encoding, "strict" if whole else "ignore")
    except LookupError as error:
        raise UsageError(f"There is no encoding '{encoding}'. Try latin-1 or cp1252.") from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"The text is not in {encoding}: byte {error.start} does not fit. "
            "Name its encoding with --encoding, for example cp1252."
        ) from error
