"""Turns a typed name into what the two indexes of names are asked, from the surest to a guess."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from quotetrack.domain.name_keys import (
    ELSEWHERE,
    VOWELLED,
    VOWELLESS,
    beginning,
    consonants,
    in_another_script,
    leaves_vowels_out,
    near_misses,
    one_typo_apart,
    romanised,
    sounds,
)
from quotetrack.domain.text import fold_name

MOST_WORDS = 8
LONGEST_WORD = 40
"""What is longer is no name, and no guesses are made of it."""

_ARTICLES = frozenset(("al", "el", "ul", "ben", "bin", "bar"))


class TypedName(NamedTuple):
    """The words of a typed name, as they stand and in Latin letters, and the sound of each.

    Attributes:
        elsewhere: it is in another script than Latin.
        vowelless: it is in a script that leaves vowels out.
    """

    folded: tuple[str, ...]
    latin: tuple[str, ...]
    sounds: tuple[str, ...]
    elsewhere: bool
    vowelless: bool


class Guess(NamedTuple):
    """One way in which a typed name can be a name with one typo.

    Attributes:
        exact: words that the name has.
        near: a word that is one typo from another word of the name; None where exact has all.
        joined: of two typed words, so that the typo, if there is one, is a letter left out.
    """

    exact: tuple[str, ...]
    near: str | None
    joined: bool = False

    def match(self) -> str:
        """What the index of near misses is asked; more is found than fits."""
        parts = [_quoted(beginning(word)) for word in self.exact]
        if self.near is not None:
            kept = beginning(self.near)
            misses = (kept, kept[:-1]) if kept != self.near else (kept,)
            found = misses if self.joined else near_misses(self.near)
            parts.append(f"({' OR '.join(map(_quoted, found))})")
        return f"({' AND '.join(parts)})"

    def fits(self, words: Iterable[str]) -> bool:
        """Whether a name of these words is what was guessed."""
        left = Counter(words)
        left.subtract(self.exact)
        if any(count < 0 for count in left.values()):
            return False
        if self.near is None:
            return True
        return any(count and one_typo_apart(self.near, word) for word, count in left.items())


def read_name(text: str) -> TypedName | None:
    """A typed name as its words; None where it has none."""
    folded = fold_name(text)
    if not folded:
        return None
    return TypedName(
        tuple(folded.split()),
        tuple(romanised(text).split()),
        tuple(sounds(text)),
        in_another_script(folded),
        leaves_vowels_out(text),
    )


def whole_words(name: TypedName) -> str:
    """Names that have each word."""
    return _either(name, "")


def beginnings(name: TypedName) -> str:
    """Names that have, for each word, one that begins so."""
    return _either(name, "*")


def written_elsewhere(name: TypedName) -> str | None:
    """Names in the other script, of Latin and the rest, that sound the same."""
    if not name.sounds:
        return None
    mark = "" if name.elsewhere else ELSEWHERE
    return f"sound : ({_all(mark + sound for sound in name.sounds)})"


def same_sound(name: TypedName) -> str | None:
    """Names that sound the same; the last word may be unfinished, vowels may be left out."""
    if not name.sounds:
        return None
    parts = [f"({_all(name.sounds)}*)"]
    spoken = [sound for sound in name.sounds if sound not in _ARTICLES] or name.sounds
    heard = [each for each in map(consonants, spoken) if len(each) > 1]
    if heard:
        parts.append(f"({_all(VOWELLESS + each for each in heard)})")
        if name.vowelless:
            parts.append(f"({_all(VOWELLED + each for each in heard)})")
    return f"sound : ({' OR '.join(parts)})"


def guesses(name: TypedName) -> list[Guess]:
    """Each way in which the typed name can be a name with one typo, blanks among the letters."""
    found: dict[Guess, None] = {}
    for words in dict.fromkeys((name.folded, name.latin)):
        if len(words) <= MOST_WORDS and all(len(word) <= LONGEST_WORD for word in words):
            found.update(dict.fromkeys(_guesses(words)))
    return list(found)


def any_of(found: Iterable[Guess]) -> str:
    """What the index of near misses is asked for all these guesses."""
    return " OR ".join(guess.match() for guess in found)


def _guesses(words: tuple[str, ...]) -> Iterator[Guess]:
    for place, word in enumerate(words):
        others = words[:place] + words[place + 1 :]
        # With one letter wrong of one, every name with the other words would do.
        if len(word) > 1:
            yield Guess(others, word)
        # A blank was left out, or another letter typed for it.
        for cut in range(1, len(word)):
            yield Guess((*others, word[:cut], word[cut:]), None)
            if cut < len(word) - 1:
                yield Guess((*others, word[:cut], word[cut + 1 :]), None)
    for place, (word, following) in enumerate(pairwise(words)):
        others = words[:place] + words[place + 2 :]
        # A blank was put in, typed for a letter, or swapped with one.
        yield Guess(others, word + following, joined=True)
        if len(word) > 1:
            yield Guess((*others, word[:-1], word[-1] + following), None)
        if len(following) > 1:
            yield Guess((*others, word + following[0], following[1:]), None)


def _either(name: TypedName, star: str) -> str:
    ways = dict.fromkeys(words for words in (name.folded, name.latin) if words)
    either = " OR ".join(f"({_all(words, star)})" for words in ways)
    return f"{{folded romanised}} : ({either})"


def _all(words: Iterable[str], star: str = "") -> str:
    return " AND ".join(_quoted(word) + star for word in words)


def _quoted(word: str) -> str:
    """A string of FTS5's language; words are letters and digits, so nothing need be doubled."""
    return f'"{word}"'
