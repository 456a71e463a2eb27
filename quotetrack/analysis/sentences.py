"""Where sentences and paragraphs begin and end in running text."""

import re
from bisect import bisect_right

_SENTENCE_END = re.compile(r"[.!?…]+['\"”’»)]*\s+(?=[\"“‘'«(\[—–-]*[A-Z0-9À-ÞА-Я])|\n+\s*")
_SHORT_FORM = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Gen|Col|Lt|Capt|Prof|Rev|Hon|No|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|vs|etc|approx)|\b[A-Z](?:\.[A-Z])*)\.$"
)


class Sentences:
    """The sentences of a text, found once and asked for by place."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = [0]
        for end in _SENTENCE_END.finditer(text):
            stops_at_line = "\n" in end.group()
            if stops_at_line or not _SHORT_FORM.search(
                text[max(0, end.start() - 8) : end.start() + 1]
            ):
                self._starts.append(end.end())
        self._paragraphs = [0, *(match.end() for match in re.finditer(r"\n+\s*", text))]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """From the start of the sentence of `start` to the end of the one in which `end` lies."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, end - 1))
        return self._starts[first], self._starts[last] if last < len(self._starts) else self._length

    def paragraph_of(self, position: int) -> int:
        """The number of the paragraph of a place, from 0."""
        return bisect_right(self._paragraphs, position) - 1

    def paragraph(self, number: int) -> tuple[int, int]:
        """Where a paragraph begins and ends; nothing behind the last one."""
        if not 0 <= number < len(self._paragraphs):
            return self._length, self._length
        following = number + 1
        end = self._paragraphs[following] if following < len(self._paragraphs) else self._length
        return self._paragraphs[number], end


def words_before(text: str, start: int, reach: int) -> str:
    """What stands before `start` in its sentence, at most `reach` characters."""
    window = text[max(0, start - reach) : start]
    cut = 0
    for end in _SENTENCE_END.finditer(window):
        if "\n" in end.group() or not _SHORT_FORM.search(window[: end.start() + 1]):
            cut = end.end()
    return window[cut:]
