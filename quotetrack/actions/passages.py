"""Words, sentences, quotations and paragraphs in a stored text, for moving and selecting."""

import re
from collections.abc import Iterator

from quotetrack.actions.wording import DOUBLE_MARKS, OPENING_MARKS, Place

REACH = 20_000
"""So far from the cursor a boundary is looked for: a key must not wait for a text of megabytes."""

_CLOSERS = "\"”»“'’)\\]"
_OPENERS = "\"“„«»'‘(\\["
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Sen", "Rep", "Gov", "St", "No")
_NO_END = "".join(rf"(?<!\b{title}\.)" for title in _TITLES) + r"(?<!\b[A-Z]\.)"
"""A full stop behind a title or an initial ends no sentence."""

_SENTENCE_START = re.compile(
    rf"(?:(?<=[.!?…]){_NO_END}[{_CLOSERS}]*\s+|\n\s*\n\s*|\A\s*)(?=[{_OPENERS}]*[^\W_])"
)
_PARAGRAPH_GAP = re.compile(r"\n[^\S\n]*\r?\n")
_LOOK_AHEAD = 10
"""So many characters behind its start tell that a sentence starts."""

_WORD_START = re.compile(r"\b(?=\w)")


def next_word(text: str, offset: int) -> int:
    """The start of the next word, or the end of the text."""
    found = _WORD_START.search(text, min(offset + 1, len(text)), offset + REACH)
    return found.start() if found else min(len(text), offset + REACH)


def previous_word(text: str, offset: int) -> int:
    """The start of the word before."""
    first = max(0, offset - 400)
    starts = [found.start() for found in _WORD_START.finditer(text, first, offset)]
    return starts[-1] if starts else first


def next_sentence(text: str, offset: int) -> int:
    """The start of the next sentence, or the end of the text."""
    for found in _SENTENCE_START.finditer(text, max(0, offset - 2), offset + REACH):
        if found.end() > offset:
            return found.end()
    return min(len(text), offset + REACH)


def previous_sentence(text: str, offset: int) -> int:
    """The start of the sentence around, or of the one before if that is where one is."""
    first = max(0, offset - REACH // 4)
    starts = [
        found.end()
        for found in _SENTENCE_START.finditer(text, first, offset + _LOOK_AHEAD)
        if found.end() < offset
    ]
    return starts[-1] if starts else first


def sentence_around(text: str, offset: int) -> Place:
    """The sentence in which a character stands, without the white space behind it."""
    start = previous_sentence(text, min(offset + 1, len(text)))
    return trimmed(text, Place(start, next_sentence(text, offset)))


def paragraph_around(text: str, offset: int) -> Place:
    """The paragraph in which a character stands; blank lines part paragraphs."""
    start = max(0, offset - REACH)
    for gap in _PARAGRAPH_GAP.finditer(text, start, offset):
        start = gap.end()
    behind = _PARAGRAPH_GAP.search(text, offset, offset + REACH)
    end = behind.start() if behind else min(len(text), offset + REACH)
    return trimmed(text, Place(start, max(start, end)))


def quotations(text: str, start: int, end: int) -> Iterator[Place]:
    """What stands in double quote marks from `start` to `end`, without the marks.

    A quotation ends at the next mark, or, as one of several paragraphs, with its paragraph.
    """
    opened: int | None = None
    for mark in re.finditer(rf"[{DOUBLE_MARKS}]|\n\s*\n", text[start:end]):
        place = start + mark.start()
        if opened is not None:
            if place > opened:
                yield trimmed(text, Place(opened, place))
            opened = None
        elif mark.group() in OPENING_MARKS:
            opened = place + 1


def quotation_around(text: str, offset: int) -> Place | None:
    """The quotation in which a character or its mark stands, if it stands in one."""
    paragraph = paragraph_around(text, offset)
    for place in quotations(text, paragraph.start, paragraph.end + 1):
        if place.start - 1 <= offset <= place.end:
            return place
    return None


def next_quotation(text: str, offset: int) -> Place | None:
    """The first quotation that begins after a character."""
    first = paragraph_around(text, offset).start
    for place in quotations(text, first, offset + 10 * REACH):
        if place.start > offset:
            return place
    return None


def previous_quotation(text: str, offset: int) -> Place | None:
    """The last quotation that ends before a character."""
    first = paragraph_around(text, max(0, offset - REACH)).start
    found = [place for place in quotations(text, first, offset + 1) if place.end < offset]
    return found[-1] if found else None


def widen(text: str, selected: Place) -> Place:
    """The next larger whole around what is selected: quotation, sentence, then paragraph."""
    offset = selected.start
    quotation = quotation_around(text, offset)
    for place in (quotation, sentence_around(text, offset), paragraph_around(text, offset)):
        if place is not None and place != selected and _holds(place, selected):
            return place
    return selected


def trimmed(text: str, place: Place) -> Place:
    """The place without white space at its ends."""
    words = text[place.start : place.end]
    leading = len(words) - len(words.lstrip())
    start = min(place.start + leading, place.end)
    return Place(start, max(start, place.start + len(words.rstrip())))


def bare(text: str, place: Place) -> Place:
    """The place without white space, and without the quote marks around the whole of it."""
    place = trimmed(text, place)
    words = text[place.start : place.end]
    inner = words[1:-1]
    enclosed = len(words) > 2 and words[0] in DOUBLE_MARKS and words[-1] in DOUBLE_MARKS
    if enclosed and not any(character in DOUBLE_MARKS for character in inner):
        return trimmed(text, Place(place.start + 1, place.end - 1))
    return place


def _holds(place: Place, selected: Place) -> bool:
    return place.start <= selected.start and selected.end <= place.end
