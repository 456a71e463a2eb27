"""Reading the words around a passage: what introduces it, and whom it may be by."""

import re
from collections.abc import Iterator

from quotetrack.actions.passages import sentence_around
from quotetrack.actions.wording import Place
from quotetrack.domain.text import clean_line

REACH = 300
"""So far from the passage names and cues are looked for."""

MOST_NAMES = 8

_CUE = re.compile(
    r"\b(?:according to|(?:acknowledg|admitt|claim|declar|describ|explain|insist|not|pledg|promis|"
    r"remark|report|respond|stat|suggest|tweet|vow|warn|add|alleg|announc|argu|ask|call|confirm|"
    r"post|recall|predict|reiterat|conced)(?:e[ds]|s|ed)|admits|accus(?:es|ed)|den(?:ies|ied)|"
    r"repl(?:ies|ied)|sa(?:ys|id)|t(?:ells|old)|wr(?:ites|ote))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[^\W\d_a-zß-öø-ÿа-я][\w’'-]{2,}")


def guess_cue(text: str, place: Place) -> str | None:
    """The nearest word of saying in the passage's own sentence, outside the passage."""
    found = [(distance, cue) for outside, distance, cue in _near(_CUE, text, place) if not outside]
    return clean_line(min(found)[1]) if found else None


def names_near(text: str, place: Place) -> tuple[list[str], list[str]]:
    """Words with a capital letter in the passage's own sentence, and those around it."""
    found: tuple[list[str], list[str]] = ([], [])
    for outside, _, name in sorted(_near(_NAME, text, place)):
        found[outside].append(name)
    own, others = (list(dict.fromkeys(names))[:MOST_NAMES] for names in found)
    return own, others


def _near(pattern: re.Pattern[str], text: str, place: Place) -> Iterator[tuple[bool, int, str]]:
    """What is found around a passage: whether in another sentence, how far off, the words."""
    first = sentence_around(text, place.start).start
    last = sentence_around(text, max(place.start, place.end - 1)).end
    for found in pattern.finditer(text, max(0, place.start - REACH), place.start):
        yield found.start() < first, place.start - found.end(), found.group()
    for found in pattern.finditer(text, place.end, place.end + REACH):
        yield found.start() >= last, found.start() - place.end, found.group()
