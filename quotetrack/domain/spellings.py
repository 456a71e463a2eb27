"""Spelling: one way of writing a name as a person types it, "Wolkow; transliteration; de"."""

import unicodedata
from typing import NamedTuple

from quotetrack.domain.errors import UsageError
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import NameKind

KINDS = (NameKind.ALIAS, NameKind.FORMER, NameKind.NICKNAME, NameKind.TRANSLITERATION)
"""What a spelling beside the name itself can be."""

_SEPARATOR = ";"
_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "THAI": "Thai",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "CJK": "Hani",
}
"""The first word of a letter's name in Unicode, and its script in ISO 15924."""


class Spelling(NamedTuple):
    """One way of writing a name.

    Attributes:
        language: its code, such as "ru", or None.
    """

    name: str
    kind: NameKind = NameKind.ALIAS
    language: str | None = None

    def __str__(self) -> str:
        parts = [self.name]
        if self.language or self.kind is not NameKind.ALIAS:
            parts.append(self.kind.value)
        if self.language:
            parts.append(self.language)
        return f"{_SEPARATOR} ".join(parts)


def read_spelling(typed: str) -> Spelling:
    """A spelling with its kind (an alias unless given) and its language.

    Raises:
        UsageError: there is no name, or the kind is none.
    """
    parts = [clean_line(part).strip() for part in typed.split(_SEPARATOR)]
    if not parts[0]:
        raise UsageError("The spelling is empty. Type at least one word.")
    if len(parts) > 3:
        raise UsageError(f"“{clean_line(typed)}” is more than a name, its kind and its language.")
    kind = parts[1].casefold() if len(parts) > 1 and parts[1] else NameKind.ALIAS.value
    if kind not in [each.value for each in KINDS]:
        known = ", ".join(each.value for each in KINDS)
        raise UsageError(f"“{parts[1]}” is no kind of spelling. It is one of {known}.")
    return Spelling(parts[0], NameKind(kind), parts[2] or None if len(parts) > 2 else None)


def script_of(name: str) -> str | None:
    """The script of a name's first letter, as ISO 15924 calls it; None for one not known here."""
    letter = next((each for each in name if each.isalpha()), None)
    if letter is None:
        return None
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0])
