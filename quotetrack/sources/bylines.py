"""Bylines in running text: "By Jane Doe March 2, 2023", and the words that only look like one."""

import re
from typing import NamedTuple

from quotetrack.analysis.calendar_words import MONTH
from quotetrack.domain.text import clean_line

LONGEST_BYLINE = 200

_WORD = r"[A-ZÀ-ÞА-Я][\w’'.-]*"
_PARTICLE = r"(?:de|da|di|van|von|der|den|bin|al|el|la|le|of)"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*){_NAME}){{0,4}}"
_BYLINE = re.compile(r"^\s*(?:[Bb][Yy]|Written by|Words by|Author:|Reported by)\s+(?P<rest>\S.*)$")
_NAMES_ONLY = re.compile(rf"^{_NAMES}$")
_PARTS = re.compile(
    rf"\s*[|•·—–]\s*|\s+-\s+|,?\s+(?=(?:on\s+)?(?:{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\d{{4}}-|"
    r"\d{1,2}[/.]\d|Published|Updated|Posted|Last\s+updated))|(?:,\s+)(?=(?:Staff|Special|Senior|Chief|"
    r"Political|Correspondent|Reporter|Editor)\b)"
)
_NO_PERSON = re.compile(
    r"(?i:\b(?:staff|admin|editor(?:ial)?|newsroom|news desk|agenc(?:y|ies)|reporter|correspondent"
    r"|contributor|team|wire)\b|https?:|www\.|@)"
)


class Byline(NamedTuple):
    """A byline as it stands in a line of text.

    Attributes:
        names: who wrote it.
        rest: what stands behind the names, such as a date.
    """

    names: str
    rest: str


def read_byline(line: str) -> Byline | None:
    """The byline that a line is, or None where it is none."""
    text = clean_line(line)
    match = _BYLINE.match(text[:LONGEST_BYLINE])
    if match is None:
        return None
    parts = [part for part in _PARTS.split(match["rest"]) if part and part.strip()]
    names = clean_names(parts[0]) if parts else None
    if names is None or not _NAMES_ONLY.match(names):
        return None
    return Byline(names, match["rest"][len(parts[0]) :])


def clean_names(names: str) -> str | None:
    """Names of people without "By" and without what is no person; None where nobody is left."""
    text = clean_line(names, LONGEST_BYLINE).strip(" ,;|")
    text = re.sub(r"^(?:[Bb][Yy]|Author)\b:?\s+", "", text)
    if (
        not text
        or text.startswith(("http:", "https:", "/", "@"))
        or not re.search(r"[^\W\d_]", text)
    ):
        return None
    if _NO_PERSON.search(text) and len(text.split()) <= 3:
        return None
    return text.title() if text.isupper() and _NAMES_ONLY.match(text.title()) else text
