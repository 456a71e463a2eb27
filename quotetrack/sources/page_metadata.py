"""What a page says about its article: read from its own data first, from its face last."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from quotetrack.analysis.locales import writes_day_first
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import Certainty
from quotetrack.sources.bylines import clean_names, read_byline
from quotetrack.sources.page_dates import read_machine_date, read_printed_date
from quotetrack.sources.read_values import ReadDate, ReadField
from quotetrack.sources.structured_data import article_data, names_of

_TITLE_META = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_AUTHOR_META = (
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "citation_author",
    "byl",
    "article:author",
)
_OUTLET_META = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "pubdate",
    "publish-date",
    "publication_date",
)
_UPDATED_META = (
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "datemodified",
)
_SITE_IN_TITLE = re.compile(r"\s+[|–—·»-]\s+|\s+::\s+")
_UPDATED_WORDS = re.compile(r"(?i:\b(?:last\s+)?(?:updated?|modified|edited)\b)")
_BEFORE_UPDATED = re.compile(r"(?i:(?=\b(?<!last )(?:last\s+)?(?:updated|modified|edited)\b))")
_NAMING = ("property", "name", "itemprop")
_BLOCK_ELEMENTS = ("article", "main")
_LONGEST_LINE = 300


class PageMetadata:
    """Reads one page's metadata, field by field.

    Args:
        tree: the page.
        url: its address, if known.
        text: the text of the article, as extracted.
        seen_on: a day after which nothing on the page can have been published.
    """

    def __init__(self, tree: HtmlElement, url: str | None, text: str, seen_on: date) -> None:
        self._tree = tree
        self._url = url
        self._text = text
        self._latest = seen_on + timedelta(days=1)
        self._data: dict[str, Any] = article_data(tree)
        self._meta = dict(_meta(tree))
        self._day_first = writes_day_first(self.language.value if self.language else None)

    @cached_property
    def language(self) -> ReadField | None:
        """The language, as the page declares it."""
        named = (
            self._tree.get("lang") or self._meta.get("og:locale") or self._data.get("inLanguage")
        )
        if not isinstance(named, str) or not re.fullmatch(r"[A-Za-z]{2,3}([-_]\w{2,8})*", named):
            return None
        return ReadField(named.replace("_", "-"), "meta")

    @cached_property
    def canonical_url(self) -> ReadField | None:
        """The address that the page gives itself."""
        for link in self._tree.iter("link"):
            if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
                return self._address(link.get("href") or "")
        named = self._meta.get("og:url")
        return self._address(named) if named else None

    @cached_property
    def title(self) -> ReadField | None:
        """The headline: as JSON-LD has it, as it stands over the article, or as it is shared."""
        headings = [_words(each) for each in self._tree.iter("h1")]
        headings = [each for each in headings if 0 < len(each) <= _LONGEST_LINE]
        shared = next((self._meta[name] for name in _TITLE_META if self._meta.get(name)), None)
        element = self._tree.find(".//head/title")
        titled = clean_line(element.text_content()) if element is not None else ""
        for heading in headings:
            if _alike(heading, titled) or (shared and _alike(heading, shared)):
                return ReadField(heading, "heading")
        headline = self._data.get("headline")
        if isinstance(headline, str) and headline.strip():
            return ReadField(_unescaped(headline), "json-ld")
        if shared:
            return ReadField(self._without_site(shared), "meta")
        if len(headings) == 1:
            return ReadField(headings[0], "heading", Certainty.UNSURE)
        if titled:
            return ReadField(self._without_site(titled), "title element", Certainty.UNSURE)
        return None

    @cached_property
    def byline(self) -> ReadField | None:
        """Who wrote it."""
        organisation = clean_line(" ".join(names_of(self._data.get("publisher")))).casefold()
        names = [clean_names(_unescaped(name)) for name in names_of(self._data.get("author"))]
        people = [name for name in names if name and name.casefold() != organisation]
        if people:
            return ReadField(_listed(people), "json-ld")
        for name in _AUTHOR_META:
            people_named = clean_names(self._meta.get(name, ""))
            if people_named and people_named.casefold() != organisation:
                return ReadField(people_named, "meta")
        for element in self._marked("author"):
            people_named = clean_names(_words(element))
            if people_named and len(people_named.split()) <= 12:
                return ReadField(people_named, "microdata")
        for line in self._lines_over_text:
            printed = read_byline(line)
            if printed is not None:
                return ReadField(printed.names, "byline")
        return None

    @cached_property
    def outlet(self) -> ReadField | None:
        """Who published it; where the page does not say, the name of its machine."""
        publisher = names_of(self._data.get("publisher"))
        if publisher and publisher[0].strip():
            return ReadField(_unescaped(publisher[0]), "json-ld")
        for name in _OUTLET_META:
            if self._meta.get(name):
                return ReadField(self._meta[name], "meta")
        host = urlsplit(self._url or "").hostname
        return ReadField(host.removeprefix("www."), "address", Certainty.UNSURE) if host else None

    @cached_property
    def published(self) -> ReadDate | None:
        """When it was published."""
        stated = self._machine_date(self._data.get("datePublished"), "json-ld")
        stated = stated or self._from_meta(_PUBLISHED_META)
        printed = self._printed(updated=False)
        if stated is None:
            return self._marked_date("datePublished") or printed
        if printed is not None and _days_apart(stated.value, printed.value) > 1:
            return stated._replace(certainty=Certainty.UNSURE)
        return stated

    @cached_property
    def updated(self) -> ReadDate | None:
        """When it was changed, as the article's own data or block claims."""
        claimed = (
            self._machine_date(self._data.get("dateModified"), "json-ld")
            or self._from_meta(_UPDATED_META)
            or self._marked_date("dateModified")
            or self._printed(updated=True)
        )
        published = self.published
        if claimed is None or (published and claimed.value.earliest == published.value.earliest):
            return None
        if published and (claimed.value.earliest or "") < (published.value.earliest or "")[:10]:
            return None
        return claimed

    @cached_property
    def seen_dates(self) -> tuple[ReadDate, ...]:
        """Claims of an update outside the article's block: a masthead's clock, most likely."""
        inside = {each for block in self._blocks for each in block.iter()}
        seen = []
        for element in self._tree.iter():
            if not isinstance(element.tag, str) or element in inside or len(element) > 3:
                continue
            line = _words(element)
            if len(line) <= 100 and _UPDATED_WORDS.search(line):
                found = read_printed_date(line, self._latest, self._day_first)
                if found is not None:
                    seen.append(ReadDate(found, "outside the article", Certainty.UNSURE))
        return tuple(dict.fromkeys(seen))

    def _address(self, href: str) -> ReadField | None:
        try:
            absolute = urljoin(self._url or "", href.strip())
            parts = urlsplit(absolute)
        except ValueError:
            return None
        if parts.scheme not in ("http", "https") or not parts.hostname or len(absolute) > 2_000:
            return None
        return ReadField(clean_line(absolute), "meta")

    def _without_site(self, title: str) -> str:
        """The title without the name of the site at its end."""
        pieces = _SITE_IN_TITLE.split(title)
        if len(pieces) < 2:
            return title
        outlet = self.outlet.value.casefold() if self.outlet else ""
        last = pieces[-1].strip().casefold()
        if last and (last in outlet or outlet.partition(".")[0] in last.replace(" ", "")):
            return title[: title.rindex(pieces[-1])].rstrip(" |–—·»-:")
        return title

    @cached_property
    def _blocks(self) -> list[HtmlElement]:
        """Where the article is: its element, or the nearest around its heading."""
        for name in _BLOCK_ELEMENTS:
            found = [each for each in self._tree.iter(name) if len(_words(each)) > 200]
            if found:
                return found[:1]
        for heading in self._tree.iter("h1"):
            around = heading.getparent()
            while around is not None and len(_words(around)) < min(len(self._text), 400):
                around = around.getparent()
            if around is not None and around.tag not in ("body", "html"):
                return [around]
        return []

    def _marked(self, what: str) -> Iterator[HtmlElement]:
        for element in self._tree.iter():
            if isinstance(element.tag, str):
                names = (element.get("itemprop") or "").lower(), (element.get("rel") or "").lower()
                if names[0] == what.lower() or names == ("", what):
                    yield element

    def _marked_date(self, what: str) -> ReadDate | None:
        for element in self._marked(what):
            value = element.get("datetime") or element.get("content") or _words(element)
            found = self._machine_date(value, "microdata")
            if found is not None:
                return found
        return None

    def _machine_date(self, value: Any, origin: str) -> ReadDate | None:
        if not isinstance(value, str):
            return None
        found = read_machine_date(value, self._latest, self._day_first)
        return ReadDate(found, origin) if found is not None else None

    def _from_meta(self, names: tuple[str, ...]) -> ReadDate | None:
        for name in names:
            found = self._machine_date(self._meta.get(name), "meta")
            if found is not None:
                return found
        return None

    def _printed(self, *, updated: bool) -> ReadDate | None:
        """A date printed in the article's block, over its text: a time element or a line."""
        for block in self._blocks:
            for element in block.iter("time"):
                words = " ".join(
                    (_words(element), _words_before(element), element.get("class") or "")
                )
                if bool(_UPDATED_WORDS.search(words)) is updated:
                    value = element.get("datetime") or _words(element)
                    found = read_machine_date(value, self._latest, self._day_first)
                    if found is not None:
                        return ReadDate(found, "time element")
        for line in self._lines_over_text:
            for part in _BEFORE_UPDATED.split(line):
                if bool(_UPDATED_WORDS.search(part)) is not updated:
                    continue
                found = read_printed_date(part, self._latest, self._day_first)
                if found is not None:
                    return ReadDate(found, "byline")
        return None

    @cached_property
    def _lines_over_text(self) -> list[str]:
        """The short lines of the block between its heading and its text."""
        start = clean_line(self._text[:80])
        for block in self._blocks:
            lines = []
            for element in block.iter():
                if not isinstance(element.tag, str) or element.tag in ("script", "style", "h1"):
                    continue
                line = _words(element)
                if element.tag == "p" and start and line.startswith(start[:40]):
                    break
                if 0 < len(line) <= 160 and len(element) <= 4:
                    lines.append(line)
            return lines
        return []


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for element in tree.iter("meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or ""
        ).lower()
        content = clean_line(element.get("content") or "", 2_000)
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _words(element: HtmlElement) -> str:
    return clean_line(element.text_content()[:5_000])


def _words_before(element: HtmlElement) -> str:
    parent = element.getparent()
    if parent is None:
        return ""
    before = element.getprevious()
    return clean_line((before.tail if before is not None else parent.text) or "")


def _alike(heading: str, shared: str) -> bool:
    first, second = (re.sub(r"\W+", "", each).casefold() for each in (heading, shared))
    return bool(first) and (first in second or (len(second) > 20 and second in first))


def _unescaped(text: str) -> str:
    from html import unescape

    return clean_line(unescape(text), 1_000)


def _listed(names: list[str]) -> str:
    unique = list(dict.fromkeys(names))[:12]
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"


def _days_apart(first: UncertainDate, second: UncertainDate) -> int:
    days = [date.fromisoformat((each.earliest or "0001-01-01")[:10]) for each in (first, second)]
    return abs((days[0] - days[1]).days)
