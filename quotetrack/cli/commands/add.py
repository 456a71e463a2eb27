"""`quotetrack add`: an address, a saved page or a text becomes a source."""

import sys
from pathlib import Path

from quotetrack.cli.call import Call
from quotetrack.cli.parsing import Parser, listed, one_of
from quotetrack.domain.errors import NotFound, UsageError
from quotetrack.domain.vocabulary import ArticleKind, Provenance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.actions.intake import Stored
    from quotetrack.actions.snapshots import Captured

DESCRIPTION = """\
Store an article, post or transcript as a source of statements: from its address, from a saved
page, or as plain text. Its bytes are kept and hashed; its title, byline, outlet and dates are read
from it, each with where it was read, and what you name by an option goes before. A page that is
known already becomes a further snapshot of its article. Prints the article's id."""
EXAMPLES = (
    "quotetrack add https://courier.example/talks-resume",
    "quotetrack add saved-page.html --url https://courier.example/talks-resume",
    "quotetrack add article.txt --title 'Talks resume' --outlet 'The Courier'",
    "quotetrack add post.txt --kind post --published '5 Dec 2022 10:15 Baku'",
    "pandoc page.html -t plain | quotetrack add - --url https://example.org/talks --json",
)


def build(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "source", metavar="URL|FILE|-", help="an address, a saved page or text, or standard input"
    )
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
        "--allow-private", action="store_true", help="fetch from a machine of this network, too"
    )
    parser.add_argument("--language", metavar="CODE", help="its language, as en or en-GB")
    parser.add_argument("--encoding", default=None, metavar="NAME", help="the encoding of a file")
    parser.offer_json()


def run(call: Call) -> int:
    """Store the article."""
    from quotetrack.actions.intake import fetch, store_capture
    from quotetrack.actions.reading import read_article
    from quotetrack.actions.snapshots import Known
    from quotetrack.domain.identifiers import print_identifier

    options = call.options
    known = Known(
        title=options.title,
        outlet=options.outlet,
        byline=options.byline,
        published=call.date(options.published) if options.published else None,
        kind=options.kind,
        provenance=options.provenance,
        language=options.language,
    )
    if is_address(options.source):
        if options.url:
            raise UsageError("The address is given twice: leave --url out.")
        captured = fetch(options.source, allow_private=options.allow_private)
    else:
        captured = _from_file(options.source, options.url, options.encoding)
    database = call.database(create=True)
    stored = store_capture(database, captured, known)
    with database.reader() as reader:
        article = read_article(reader, stored.article_id)
    if options.json:
        from quotetrack.cli.json_form import article as form

        call.console.json(form(article.summary))
        return 0
    call.console.line(print_identifier(stored.article_id))
    call.console.message(_said_of(stored, len(article.text or "")))
    return 0


def is_address(source: str) -> bool:
    """Whether a source is a web address and no file."""
    return source.lower().startswith(("http://", "https://"))


def _said_of(stored: "Stored", characters: int) -> str:
    if stored.new:
        return f"Stored {characters:,} characters."
    if stored.changed:
        return "This article is known; its text has changed. Kept as a further snapshot."
    return "This article is known, with the same text. Kept as a further snapshot."


def _from_file(name: str, url: str | None, encoding: str | None) -> "Captured":
    from quotetrack.actions.intake import MOST_BYTES, captured_bytes, captured_file

    if name == "-":
        captured = captured_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), "", url, encoding)
    else:
        path = Path(name)
        if not path.exists():
            raise NotFound(f"There is no file {path}. Check its name.")
        captured = captured_file(path, url, encoding)
    if captured.media_type == "text/plain":
        _check_encoding(captured.raw, encoding or "utf-8")
        return captured._replace(charset=encoding or "utf-8")
    return captured


def _check_encoding(raw: bytes, encoding: str) -> None:
    """Refuse a text that is not in its encoding: a page says what it is in, a text does not."""
    try:
        raw.decode(encoding)
    except LookupError as error:
        raise UsageError(f"There is no encoding '{encoding}'. Try latin-1 or cp1252.") from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"The text is not in {encoding}: byte {error.start} does not fit. "
            "Name its encoding with --encoding, for example cp1252."
        ) from error
