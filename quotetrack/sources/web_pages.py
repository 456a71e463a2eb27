"""Reads a web page: the article's text by trafilatura, what is known about it by our own reader."""

import re
from datetime import date
from typing import TYPE_CHECKING

from quotetrack.domain.errors import FetchRefused
from quotetrack.domain.text import clean_text
from quotetrack.sources.decoding import decode
from quotetrack.sources.read_values import ReadSource

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 5_000_000
"""The longest markup, without scripts and pictures, that is taken for one article's page."""

FEWEST_CHARACTERS = 40
SHORT_TEXT = 400
"""A text shorter than this is tried again by a reader that leaves less out."""

_NOT_READ = re.compile(
    r"<script\b(?![^>]{0,200}ld\+json)[^>]*>.*?</script\s*>|<style\b[^>]*>.*?</style\s*>"
    r"|<svg\b[^>]*>.*?</svg\s*>|(?<=[\"'])data:[^\"'<>]{200,}(?=[\"'])",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_page(
    body: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    seen_on: date | None = None,
) -> ReadSource:
    """The article on a page.

    Args:
        body: the page as it was captured.
        url: where it was, for its relative addresses and its outlet.
        charset: what the server said of its characters.
        seen_on: the day of the capture; today unless given.

    Raises:
        FetchRefused: there is no article's text on it.
    """
    from trafilatura import __version__

    from quotetrack.sources.page_metadata import PageMetadata

    markup = _NOT_READ.sub("", _CONTROLS.sub("", decode(body[:MOST_BYTES], charset)))
    if len(markup) > MOST_CHARACTERS:
        raise FetchRefused(
            f"This page has {len(markup) / 1e6:.0f} million characters; an article's has at most "
            f"{MOST_CHARACTERS / 1e6:.0f} million. Save the part that matters and add the file."
        )
    text = _extract(markup, url, precisely=True)
    if len(text) < SHORT_TEXT:
        text = max(text, _extract(markup, url, precisely=False), key=len)
    if len(text) < FEWEST_CHARACTERS:
        raise FetchRefused(
            "No article's text was found on this page; it may be shown by a script or after "
            "signing in. Save it from a browser and add the file."
        )
    tree = _parse(markup)
    assert tree is not None  # text was found in it
    known = PageMetadata(tree, url, text, seen_on or date.today())
    return ReadSource(
        text,
        f"trafilatura {__version__}",
        title=known.title,
        byline=known.byline,
        outlet=known.outlet,
        language=known.language,
        canonical_url=known.canonical_url,
        published=known.published,
        updated=known.updated,
        seen_dates=known.seen_dates,
    )


def _extract(markup: str, url: str | None, *, precisely: bool) -> str:
    from trafilatura import extract

    tree = _parse(markup)
    if tree is None:
        return ""
    found = extract(
        tree,
        url=url,
        include_comments=False,
        favor_precision=precisely,
        favor_recall=not precisely,
    )
    return clean_text(found or "")


def _parse(markup: str) -> "HtmlElement | None":
    from lxml import etree, html

    # Deeper nesting than the parser's own limit is cut off by it; nothing here recurses deeper.
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=False)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
