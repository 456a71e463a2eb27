"""Two wordings cut into pieces, so that the words only one of them has can be marked."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:['’.,]\w+)*%?")
_WORDS_COMPARED_IN_ORDER = 600  # the comparison is quadratic; beyond this, only sets of words

_TELLING = re.compile(
    r".*\d.*|.*n't|no|not|never|none|nothing|nobody|n?either|nor|cannot|without"
    r"|two|three|(four|six|seven|eight|nine)(teen|ty)?|five|ten|eleven|twelve|thirteen|fifteen"
    r"|eighteen|twenty|thirty|forty|fifty|eighty|hundred|thousand|million|billion|dozen|half|twice"
)
"""The numbers and negations on which a contradiction turns, even between unlike sentences."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording, and whether the other wording lacks it."""

    text: str
    differs: bool


def mark_differences(earlier: str, later: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces; joined, the pieces give back each wording exactly.

    Words are compared without regard to case; what stands between two words that differ is
    marked with them, so that a changed phrase reads as one.
    """
    earlier_words = list(_WORD.finditer(earlier))
    later_words = list(_WORD.finditer(later))
    earlier_same, later_same = _same_words(
        [_folded(word.group()) for word in earlier_words],
        [_folded(word.group()) for word in later_words],
    )
    return (
        _pieces(earlier, earlier_words, earlier_same),
        _pieces(later, later_words, later_same),
    )


def only_telling(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with only numbers and negations left marked, for wordings that share little."""
    telling: list[Piece] = []
    for piece in pieces:
        if not piece.differs:
            telling.append(piece)
            continue
        words = list(_WORD.finditer(piece.text))
        plain = {place for place, word in enumerate(words) if not _tells(_folded(word.group()))}
        telling.extend(_pieces(piece.text, words, plain))
    return tuple(telling)


def _tells(word: str) -> bool:
    return _TELLING.fullmatch(word) is not None


def share_kept(pieces: tuple[Piece, ...]) -> float:
    """How much of a wording, in words from 0 to 1, the other wording has as well."""
    kept = sum(len(_WORD.findall(piece.text)) for piece in pieces if not piece.differs)
    words = sum(len(_WORD.findall(piece.text)) for piece in pieces)
    return kept / words if words else 1.0


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def _same_words(earlier: list[str], later: list[str]) -> tuple[set[int], set[int]]:
    """The places, in each list, of the words that both share."""
    if max(len(earlier), len(later)) > _WORDS_COMPARED_IN_ORDER:
        shared = set(earlier) & set(later)
        return (
            {place for place, word in enumerate(earlier) if word in shared},
            {place for place, word in enumerate(later) if word in shared},
        )
    earlier_same: set[int] = set()
    later_same: set[int] = set()
    matcher = SequenceMatcher(None, earlier, later, autojunk=False)
    for block in matcher.get_matching_blocks():
        earlier_same.update(range(block.a, block.a + block.size))
        later_same.update(range(block.b, block.b + block.size))
    return earlier_same, later_same


def _pieces(text: str, words: list[re.Match[str]], same: set[int]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    written = 0
    place = 0
    while place < len(words):
        if place in same:
            place += 1
            continue
        first = place
        while place < len(words) and place not in same:
            place += 1
        start, end = words[first].start(), words[place - 1].end()
        if written < start:
            pieces.append(Piece(text[written:start], False))
        pieces.append(Piece(text[start:end], True))
        written = end
    if written < len(text):
        pieces.append(Piece(text[written:], False))
    return tuple(pieces)
