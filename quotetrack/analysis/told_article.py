"""An article as a reader of dates sees it: its remarks, and the dates named around them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from quotetrack.analysis.dates import FoundDate, find_dates
from quotetrack.analysis.sentences import Sentences
from quotetrack.domain.vocabulary import Precision

_MENTIONED_NOUN = (
    r"(?:remark|comment|claim|line|words|pledge|promise|quip|jibe|assertion|report|statement)s?"
)
_MENTIONED_BEFORE = re.compile(
    rf"\b(?:a|an|his|her|its|their|the|that|earlier|\w+[’']s)\s+(?:\w+\s+)?{_MENTIONED_NOUN}"
    r"(?:\s+(?:on|in)\s+(?:a|the|his|her)(?:\s+\w+){1,3})?(?:\s+(?:that|about|of))?\s*[\"“‘'’”(]*$"
)
_MENTIONED_AFTER = re.compile(rf"^[\"”’'‘]*\s+(?:{_MENTIONED_NOUN})\b")
_PAST_PERFECT = re.compile(
    r"\b(?:had|used to|once)\s+(?:\w+ly\s+)?(?:\w+ed|said|told|put|been|spoken|sworn|written|say"
    r"|called|made|given)\b[^.;:]{0,40}$"
)
_OCCASION = re.compile(
    r"\b(?:interview|conference|briefing|meeting|breakfast|lunch|dinner|statement|hearing|speech"
    r"|rally|call|letter|forum|address|summit|debate|broadcast|press|panel|session|trial|court"
    r"|depos\w+|testi\w+|asked|told|said|spoke|speaking|wrote|announced|posted)\b"
)
_DATED_WORK = re.compile(
    r"\b(?:its|his|her|their|the)\s+(?:\w+\s+)?(?:report|story|article|edition|remarks?|account|"
    r"announcement)\s+(?:of|from|on)\s+$"
)
_INSERTED = re.compile(
    r"[,(–—]\s*(?:who|whose|whom|which|where|when|(?:then|newly|recently)\s+\w+|\w+(?:ed|en|orn))\b"
    r"[^,–—]*$"
)
_DENIED_SAYING = re.compile(r"\bden(?:ied|ies|ying)\s+(?:telling|saying|having)\b")


class Remark(NamedTuple):
    """Where a remark stands.

    Attributes:
        start: its first character, in code points of the text.
        end: behind its last.
        speaker: who said it, by any name that is the same for the same speaker; None if not known.
    """

    start: int
    end: int
    speaker: str | None = None


class ToldArticle:
    """An article's text with its remarks and the dates that it names.

    Attributes:
        text: the text.
        remarks: where somebody's words stand; one may stand inside another.
        published: the day of publication.
        sentences: its sentences and paragraphs.
        dates: the dates that it names, but for those without a day, such as "recently".
    """

    def __init__(
        self,
        text: str,
        remarks: Sequence[Remark],
        published: date,
        day_first: bool | None,
    ) -> None:
        self.text = text
        self.remarks = remarks
        self.published = published
        self.sentences = Sentences(text)
        spans = [(each.start, each.end) for each in remarks]
        self.dates = [
            found
            for found in find_dates(text, published, day_first=day_first, spoken=spans)
            if found.when.earliest or found.when.latest
        ]

    def dates_outside(self, within: tuple[int, int], remark: Remark) -> list[FoundDate]:
        """The dates there that stand in nobody's words, but for those around an inner remark."""
        holders = [
            each
            for each in self.remarks
            if not (each.start <= remark.start and remark.end <= each.end) or each == remark
        ]
        return [
            found
            for found in self.dates
            if within[0] <= found.start < within[1]
            and not any(each.start <= found.start < each.end for each in holders)
            and not (found.when.phrase or "").endswith(("'s", "’s"))
        ]

    def in_insertion(self, found: FoundDate, remark: Remark) -> bool:
        """Whether a date belongs to an aside, ", who joined in June,", that ends before the cue."""
        start, end = self.sentences.around(found.start, found.end)
        if not _INSERTED.search(self.text[start : found.start]):
            return False
        between = self.text[found.end : remark.start] if found.end <= remark.start else ""
        following = between or self.text[found.end : end]
        return bool(re.search(r"[,)–—]", following.rstrip("\"“‘' ").rstrip(",")))

    def of_earlier_work(self, found: FoundDate) -> bool:
        """Whether a date is that of a piece of writing: "its report of 5 August"."""
        return bool(_DATED_WORK.search(self.text[max(0, found.start - 40) : found.start]))

    def lies_ahead(self, found: FoundDate) -> bool:
        """Whether a date begins after publication."""
        first = found.when.earliest
        return first is not None and first[:10] > self.published.isoformat()

    def enclosing(self, remark: Remark) -> Remark | None:
        """The shortest remark in which another stands."""
        holders = [
            each
            for each in self.remarks
            if each != remark and each.start <= remark.start and remark.end <= each.end
        ]
        return min(holders, key=lambda each: each.end - each.start, default=None)

    def days_of_occasions(self, within: tuple[int, int], remark: Remark) -> list[FoundDate]:
        """The days named there on which somebody was heard: at a meeting, in a statement."""
        return [
            found
            for found in self.dates_outside(within, remark)
            if found.when.precision is Precision.DAY
            and found.when.earliest
            and not self.lies_ahead(found)
            and not self.in_insertion(found, remark)
            and _OCCASION.search(self.sentence_of(found))
        ]

    def sentence_of(self, found: FoundDate) -> str:
        """The sentence that names a date."""
        start, end = self.sentences.around(found.start, found.end)
        return self.text[start:end]

    def paragraph_around(self, remark: Remark) -> tuple[int, int]:
        """Where the paragraph begins and ends in which a remark begins."""
        return self.sentences.paragraph(self.sentences.paragraph_of(remark.start))

    def in_one_paragraph(self, earlier: Remark, later: Remark) -> bool:
        """Whether both begin in the same paragraph."""
        return self.sentences.paragraph_of(earlier.start) == self.sentences.paragraph_of(
            later.start
        )

    def words_around(self, within: tuple[int, int]) -> str:
        """The sentence of a remark without anybody's words."""
        kept = []
        position = within[0]
        for each in sorted(self.remarks, key=lambda each: each.start):
            if each.end <= position or each.start >= within[1]:
                continue
            kept.append(self.text[position : max(position, each.start)])
            position = max(position, each.end)
        kept.append(self.text[position : max(position, within[1])])
        return "".join(kept)

    def is_mentioned(self, remark: Remark) -> bool:
        """Whether the words only recall it: "her claim that", "a remark about", "her line"."""
        before = self.text[max(0, remark.start - 80) : remark.start]
        after = self.text[remark.end : remark.end + 20]
        return bool(_MENTIONED_BEFORE.search(before) or _MENTIONED_AFTER.search(after))

    def is_recalled(self, remark: Remark, within: tuple[int, int]) -> bool:
        """Whether the words tell of something said before what is told here."""
        before = self.text[within[0] : remark.start]
        return bool(
            self.is_mentioned(remark)
            or _PAST_PERFECT.search(before)
            or _DENIED_SAYING.search(before)
        )


def same_speaker(first: Remark, second: Remark) -> bool:
    """Whether both are known to be of one speaker."""
    return first.speaker is not None and first.speaker == second.speaker
