"""Sentences of English words, each as frequent as in real English, and the same for every seed."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random

LONGEST = 80
"""Words of a sentence at most; half of them have fewer than eighteen."""

_SENTENCES_AT_ONCE = 2_000
_MIDDLE, _SPREAD = 2.85, 0.55
"""Of the logarithm of a sentence's length."""


def english_words() -> Mapping[str, float]:
    """Each word of letters with its frequency, from the list of the package wordfreq.

    Its code is under the Apache licence 2.0, its data under CC BY-SA 4.0.
    """
    try:
        from wordfreq import get_frequency_dict
    except ImportError:
        sys.exit("The word list is missing: .venv/bin/pip install -c constraints.txt wordfreq")
    words = get_frequency_dict("en", wordlist="large")
    return {word: frequency for word, frequency in words.items() if word.isalpha()}


class Sentences:
    """Sentences whose words are drawn one by one by their frequency."""

    def __init__(self, words: Mapping[str, float], chance: Random) -> None:
        self._words: Sequence[str] = list(words)
        self._weights: Sequence[float] = list(accumulate(words.values()))
        self._chance = chance
        self._ready = self._draw()

    def sentence(self) -> str:
        """The next sentence, with a capital and a full stop."""
        words = next(self._ready)
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def words(self, count: int) -> list[str]:
        """Some words."""
        return self._chance.choices(self._words, cum_weights=self._weights, k=count)

    def _draw(self) -> Iterator[list[str]]:
        while True:
            lengths = [
                min(LONGEST, max(4, int(self._chance.lognormvariate(_MIDDLE, _SPREAD))))
                for _ in range(_SENTENCES_AT_ONCE)
            ]
            words = self.words(sum(lengths))
            start = 0
            for length in lengths:
                yield words[start : start + length]
                start += length
