"""Reads a PDF: the words of its pages, and what its own data says, which is never sure."""

import re
from datetime import date, timedelta
from io import BytesIO

from quotetrack.domain.errors import FetchRefused
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.domain.vocabulary import Certainty
from quotetrack.sources.bylines import clean_names
from quotetrack.sources.page_dates import read_machine_date
from quotetrack.sources.read_values import PAGE_BREAK, ReadDate, ReadField, ReadSource

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000

_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(
    r"(?i:^(?:untitled|microsoft word|document\d*|print|.*\.(?:docx?|indd|qxd))\b)"
)


def read_pdf(raw: bytes, *, seen_on: date | None = None) -> ReadSource:
    """The text of a PDF, page after page.

    Raises:
        FetchRefused: it is locked, broken, or has no text, such as a scan.
    """
    from pypdf import PdfReader, __version__
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FetchRefused("This PDF is locked with a password. Save it without, and add that.")
        if len(reader.pages) > MOST_PAGES:
            raise FetchRefused(
                f"This PDF has {len(reader.pages)} pages; at most {MOST_PAGES} are taken. "
                "Save the pages that matter, and add those."
            )
        pages, length = [], 0
        for page in reader.pages:
            words = clean_text(page.extract_text() or "").replace(PAGE_BREAK, "\n").strip()
            length += len(words)
            if length > MOST_CHARACTERS:
                raise FetchRefused("This PDF holds too much text. Add the pages that matter.")
            pages.append(words)
        known = reader.metadata
        title = _title(known.title if known else None)
        author = clean_names(known.author) if known and isinstance(known.author, str) else None
        made = known.get("/CreationDate") if known else None
    except FetchRefused:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
        NotImplementedError,
        ZeroDivisionError,
        AssertionError,
    ) as problem:
        # A broken PDF makes its reader fail in many ways, and none of them is the user's to read.
        raise FetchRefused("This PDF is broken: it cannot be read. Get it once more.") from problem
    if not any(pages):
        raise FetchRefused(
            "This PDF has no text, only pictures of it. Have its text recognised, and add that."
        )
    return ReadSource(
        PAGE_BREAK.join(pages),
        f"pypdf {__version__}",
        title=ReadField(title, "PDF", Certainty.UNSURE) if title else None,
        byline=ReadField(author, "PDF", Certainty.UNSURE) if author else None,
        published=_made(made, seen_on or date.today()),
    )


def _title(written: object) -> str | None:
    title = clean_line(written, 500) if isinstance(written, str) else ""
    return title if title and not _NO_TITLE.match(title) else None


def _made(written: object, seen_on: date) -> ReadDate | None:
    """When the file was made, which may be long after it was published."""
    match = _PDF_DATE.match(written) if isinstance(written, str) else None
    if match is None:
        return None
    found = read_machine_date("-".join(match.groups()), seen_on + timedelta(days=1))
    return ReadDate(found, "PDF", Certainty.UNSURE) if found is not None else None
