"""Finding a wording in a stored text: spaces and quote marks may differ, words may not."""

import re
from dataclasses import dataclass

from quotetrack.domain.vocabulary import Form

CONTEXT_LENGTH = 32
"""How many characters before and after a quote are kept to find it again."""

SINGLE_MARKS = "'‘’‚‛ʼ`´"
DOUBLE_MARKS = '"“”„‟«»'
OPENING_MARKS = '"“„‟«»'

_BLANK = r"[\s\u00a0\u200b\u2060\ufeff]+"
_SENTENCE_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: code points into the text as received, the end exclusive."""

    start: int
    end: int


def find_places(text: str, wording: str) -> list[Place]:
    """Every place of `wording` in `text`, outer quote marks left out of it.

    Any run of white space (no-break spaces too) stands for any other, and curly quote marks for
    straight ones; letters, figures and case must agree.
    """
    typed = wording.strip()
    for attempt in dict.fromkeys((typed, strip_marks(typed))):
        words = attempt.split()
        if not words:
            continue
        pattern = _BLANK.join("".join(map(_tolerant, word)) for word in words)
        found = [_without_marks(text, match) for match in re.finditer(pattern, text)]
        if found:
            return found
    return []


def strip_marks(wording: str) -> str:
    """The wording without the pair of quote marks around it, where it is one quoted passage."""
    inner = wording[1:-1]
    enclosed = len(wording) > 2 and wording[0] in DOUBLE_MARKS and wording[-1] in DOUBLE_MARKS
    if enclosed and not any(character in DOUBLE_MARKS for character in inner):
        return inner.strip()
    return wording


def guess_form(text: str, place: Place) -> Form:
    """How the source renders the words there, judged by its double quote marks."""
    if any(character in DOUBLE_MARKS for character in text[place.start : place.end]):
        return Form.MIXED
    breaks = (text.rfind(gap, 0, place.start) for gap in ("\n\n", "\r\n\r\n"))
    opened = _opened_before(text, max(0, *breaks), place.start)
    if opened is None:
        return Form.PARAPHRASE
    before = text[opened + 1 : place.start].rstrip()
    starts_sentence = not before or before[-1] in _SENTENCE_ENDS
    first = next((c for c in text[place.start : place.end] if c.isalnum()), "")
    return Form.VERBATIM if starts_sentence and not first.islower() else Form.PARTIAL


def guess_form_of_typed(wording: str) -> Form:
    """The form of a wording that has no stored source, judged by the marks typed with it."""
    if strip_marks(wording) != wording:
        return Form.VERBATIM
    if any(character in DOUBLE_MARKS for character in wording):
        return Form.MIXED
    return Form.PARAPHRASE


def context_of(text: str, place: Place) -> tuple[str, str]:
    """The characters just before and just after the place."""
    return (
        text[max(0, place.start - CONTEXT_LENGTH) : place.start],
        text[place.end : place.end + CONTEXT_LENGTH],
    )


def _tolerant(character: str) -> str:
    if character in SINGLE_MARKS:
        return f"[{re.escape(SINGLE_MARKS)}]"
    if character in DOUBLE_MARKS:
        return f"[{re.escape(DOUBLE_MARKS)}]"
    return re.escape(character)


def _without_marks(text: str, match: re.Match[str]) -> Place:
    start, end = match.span()
    if strip_marks(text[start:end]) == text[start:end]:
        return Place(start, end)
    inner = text[start + 1 : end - 1]
    leading = len(inner) - len(inner.lstrip())
    trailing = len(inner) - len(inner.rstrip())
    return Place(start + 1 + leading, end - 1 - trailing)


def _opened_before(text: str, start: int, end: int) -> int | None:
    """Where the quote mark stands that is still open at `end`, if one is."""
    opened: int | None = None
    for position in range(start, end):
        if opened is not None and text[position] in DOUBLE_MARKS:
            opened = None
        elif text[position] in OPENING_MARKS:
            opened = position
    return opened
