"""Reads a plain text, such as one copied from a page: what its first lines say about it."""

import re
from datetime import date, timedelta

from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import Certainty
from quotetrack.sources.bylines import read_byline
from quotetrack.sources.page_dates import read_printed_date
from quotetrack.sources.read_values import PLAIN_TEXT, ReadDate, ReadField, ReadSource

LINES_LOOKED_AT = 25
LONGEST_TITLE = 250

_UPDATED = re.compile(r"(?i:\b(?:last\s+)?(?:updated?|modified)\b)")
_PUBLISHED = re.compile(r"(?i:^\s*(?:published|posted|date)\b)")
_HEADING = re.compile(r"^\s{0,3}#\s+(?P<title>\S.*?)\s*#*\s*$")
_TRAILING_UPDATE = re.compile(
    r"(?i:^\W*(?:last\s+updated?|updated|this (?:story|article|page) was (?:last )?updated)\b)"
)


def read_plain_text(
    text: str, *, seen_on: date | None = None, day_first: bool | None = None
) -> ReadSource:
    """A text with its title, byline and dates where its first lines show them.

    The text stays as it is: offsets count in what was received. A claim of an update before the
    title, where a site's masthead is, is kept as seen and no more.

    Args:
        text: the text as received.
        seen_on: the day of the capture; today unless given.
        day_first: how its country writes 3/4/2022.
    """
    latest = (seen_on or date.today()) + timedelta(days=1)
    lines = [clean_line(line) for line in text[:20_000].split("\n")[:LINES_LOOKED_AT]]
    byline_at = next((at for at, line in enumerate(lines) if read_byline(line)), None)
    title_at, title = _title(lines, byline_at)
    byline = read_byline(lines[byline_at]) if byline_at is not None else None
    seen, published, updated = [], None, None
    for at, line in enumerate(lines):
        found = read_printed_date(line, latest, day_first) if len(line) <= 160 else None
        if found is None:
            continue
        if _UPDATED.search(line) and byline_at != at:
            if title_at is None or at < title_at:
                seen.append(ReadDate(found, "masthead", Certainty.UNSURE))
            elif updated is None:
                updated = ReadDate(found, "byline")
        elif at == byline_at and published is None:
            published = ReadDate(found, "byline")
        elif published is None and (_PUBLISHED.match(line) or _only_a_date(line, found.phrase)):
            published = ReadDate(found, "first lines")
    return ReadSource(
        text,
        PLAIN_TEXT,
        title=title,
        byline=ReadField(byline.names, "byline") if byline else None,
        published=published,
        updated=updated or _at_end(text, latest, day_first),
        seen_dates=tuple(seen),
    )


def _title(lines: list[str], byline_at: int | None) -> tuple[int | None, ReadField | None]:
    """The heading in Markdown, else the line over the byline, else none: a guess would be one."""
    for at, line in enumerate(lines):
        heading = _HEADING.match(line)
        if heading:
            return at, ReadField(heading["title"], "heading")
    for at in range((byline_at or 0) - 1, -1, -1):
        line = lines[at]
        if len(line.split()) >= 3 and len(line) <= LONGEST_TITLE and not _UPDATED.search(line):
            return at, ReadField(line, "line over the byline")
    return None, None


def _only_a_date(line: str, phrase: str | None) -> bool:
    return bool(phrase) and len(line) - len(phrase or "") <= 15


def _at_end(text: str, latest: date, day_first: bool | None) -> ReadDate | None:
    """An update that the text's own last lines claim."""
    for line in text[-2_000:].rstrip().split("\n")[-3:]:
        if len(line) <= 160 and _TRAILING_UPDATE.match(line):
            found = read_printed_date(line, latest, day_first)
            if found is not None:
                return ReadDate(found, "last lines")
    return None
