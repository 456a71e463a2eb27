"""Finds the words of a search in a text, letter for letter as the search index would."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from quotetrack.query.terms import Query, wanted_words

Span = tuple[int, int]
"""Offsets of a first character and behind a last one."""

HIT_LENGTH = 160
"""So much is shown of a wording that a search was found in."""

_BEFORE_MATCH = 40
_NO_LETTER, _MARK = " ", "\0"
_ASCII_TOKEN = re.compile("[0-9a-z]+")
_TOKEN = re.compile(f"[^{_NO_LETTER}{_MARK}][^{_NO_LETTER}]*")
# The index counts these as diacritics, and no other mark that combines with a letter.
_FIRST_MARK, _LAST_MARK = 0x300, 0x331
_MARKS = 0x361F8_08029FDF


class _Folding(dict[int, str]):
    """What FTS5's tokenizer unicode61 with remove_diacritics 2 makes of a character.

    One character for each, so that offsets stay: a blank for what parts words, and a mark of its
    own for a diacritic, which is dropped.
    """

    def __missing__(self, codepoint: int) -> str:
        folded = self[codepoint] = _fold(chr(codepoint))
        return folded


class _Phrase(NamedTuple):
    """Words in their order; with `prefix` the last is the beginning of one."""

    words: tuple[str, ...]
    prefix: bool


_FOLDING = _Folding()


def matched_spans(text: str, query: Query) -> list[Span]:
    """Where the words that a search asks for stand in a text, in order and without overlap.

    A word that is not finished matches whole words that begin so. Words behind a minus match
    nothing.
    """
    words = _words_of(text)
    spans = sorted(span for phrase in _phrases(query) for span in _spans_of(words, phrase))
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def hit_in_quote(text: str, quoted: str, query: Query) -> str | None:
    """The wording of a quote that has words of the search which the statement's own has not.

    Args:
        text: the statement's own wording.
        quoted: those of its quotes, one a line.
        query: the search that found it.

    Returns:
        The wording, shortened around its first match; None where the statement's own has them all.
    """
    phrases = set(_phrases(query))
    if not quoted or not phrases:
        return None
    missing = phrases - _found_in(text, phrases)
    if not missing:
        return None
    found, wording = 0, ""
    for line in quoted.split("\n"):
        among = len(_found_in(line, missing))
        if among > found:
            found, wording = among, line
    return _around_match(wording, query) if found else None


@lru_cache(maxsize=16)
def _phrases(query: Query) -> tuple[_Phrase, ...]:
    phrases = (
        _Phrase(tuple(word for word, _, _ in _words_of(term.text)), term.prefix)
        for term in wanted_words(query)
    )
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase.words))


def _words_of(text: str) -> list[tuple[str, int, int]]:
    """Each word as the index has it, with the offsets where it stands."""
    if text.isascii():
        # Five times as quick, and most texts of many languages are.
        return [(match.group(), *match.span()) for match in _ASCII_TOKEN.finditer(text.lower())]
    folded = text.translate(_FOLDING)
    return [(match.group().replace(_MARK, ""), *match.span()) for match in _TOKEN.finditer(folded)]


def _spans_of(words: list[tuple[str, int, int]], phrase: _Phrase) -> list[Span]:
    length = len(phrase.words)
    *before, last = phrase.words
    spans = []
    for place in range(len(words) - length + 1):
        end = words[place + length - 1]
        fits = end[0].startswith(last) if phrase.prefix else end[0] == last
        if fits and all(words[place + offset][0] == word for offset, word in enumerate(before)):
            spans.append((words[place][1], end[2]))
    return spans


def _found_in(text: str, phrases: set[_Phrase]) -> set[_Phrase]:
    """Those that occur; where they stand is not asked, which costs a page of rows much less."""
    words = f" {' '.join(text.translate(_FOLDING).replace(_MARK, '').split())} "
    return {
        phrase
        for phrase in phrases
        if f" {' '.join(phrase.words)}{'' if phrase.prefix else ' '}" in words
    }


def _around_match(wording: str, query: Query) -> str:
    """A wording of bearable length that shows its first match."""
    if len(wording) <= HIT_LENGTH:
        return wording
    start, _ = matched_spans(wording, query)[0]
    first = max(0, min(start - _BEFORE_MATCH, len(wording) - HIT_LENGTH))
    if first:
        # At a word, where one begins before the match.
        blank = wording.find(" ", first, start)
        first = first if blank < 0 else blank + 1
    end = min(first + HIT_LENGTH, len(wording))
    return f"{'…' * bool(first)}{wording[first:end].strip()}{'…' * (end < len(wording))}"


def _fold(character: str) -> str:
    codepoint = ord(character)
    if _FIRST_MARK <= codepoint <= _LAST_MARK and _MARKS >> (codepoint - _FIRST_MARK) & 1:
        return _MARK
    category = unicodedata.category(character)
    if category[0] not in "LN" and category != "Co":
        return _NO_LETTER
    folded = next(
        each for each in (character.casefold(), character.lower(), character) if len(each) == 1
    )
    base = unicodedata.normalize("NFD", folded)[0].lower()
    # Only from the Latin alphabet does the index take diacritics.
    return base if base.isascii() and base.isalpha() else folded
