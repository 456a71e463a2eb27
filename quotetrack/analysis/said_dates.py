"""When each remark of an article was said, as a careful reader of that article alone can settle.

In this order: a date in the words around the remark; the occasion at which the speaker was heard
before; what the remark answers to; else the day before publication and that day. The intervals
follow the house's guideline for annotation, section 5.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quotetrack.analysis.dates import FoundDate
from quotetrack.analysis.told_article import Remark, ToldArticle, same_speaker
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import DateBasis, Precision

_TAKES_BACK = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|with(?:draw|drew|drawing|drawn)|retract\w*|correct\w*|disput\w*"
    r"|apologi[sz]\w*|tak(?:e|es|ing)\s+back|took\s+back|disown\w*|misquoted)\b"
)
_NEW_OCCASION = re.compile(
    r"\b[Ii]n an?\s+(?:\w+\s+){0,2}(?:email|e-mail|interview|letter|statement|post|note|memo"
    r"|message|filing|article|column|text|tweet)\b|\b(?:tweeted|emailed|wrote|posted|now)\b"
)
_STANDS_REPORTED = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+)?(?:reported|said|claimed|written)\b")
_GOES_ON = re.compile(r"[\"“‘']|(?:He|She|They|It)\b")
_HOURS_ON = re.compile(r"(?i:hours|minutes|moments)\b")

_DAYS_OF_AN_OCCASION = 7


class _Dated(NamedTuple):
    """A remark with its date; `own` where words around it gave that."""

    remark: Remark
    when: UncertainDate
    own: bool


def date_remarks(
    text: str,
    remarks: Sequence[Remark],
    published: date,
    *,
    updated: date | None = None,
    day_first: bool | None = True,
) -> list[UncertainDate]:
    """The date on which each remark was said, in the order given.

    Args:
        text: the article's text.
        remarks: where they stand; one inside another is what somebody said that somebody said.
        published: the day of publication.
        updated: the day of the last update that the article claims.
        day_first: how the source's country writes 3/4/2022.
    """
    reader = _Reader(
        ToldArticle(text, remarks, published, day_first), max(published, updated or published)
    )
    in_order = sorted(remarks, key=lambda each: (each.start, -each.end))
    for remark in in_order:
        reader.date(remark)
    for remark in reversed(in_order):
        reader.date_by_what_follows(remark)
    return [reader.dated[remark].when for remark in remarks]


class _Reader:
    """Reads one article's remarks from the first to the last."""

    def __init__(self, told: ToldArticle, latest: date) -> None:
        self.told = told
        self.latest = latest
        self.dated: dict[Remark, _Dated] = {}

    def date(self, remark: Remark) -> None:
        """Settle when a remark was said."""
        outer = self.told.enclosing(remark)
        within = self.told.sentences.around(remark.start, remark.end)
        if outer is not None:
            within = max(within[0], outer.start), min(within[1], outer.end)
        found = self._named_around(remark, within)
        if found is not None and _HOURS_ON.match(found.when.phrase or ""):
            when = self._hours_on(remark, found)
            if when is not None:
                self._settle(remark, when, own=True)
                return
            found = None
        recalled = self.told.is_recalled(remark, within)
        if found is not None:
            when = self._cut(found.when)
            going_on = not recalled and _is_of_days(when)
            when = self._before(when) if self.told.is_mentioned(remark) else when
            self._settle(remark, when, own=going_on)
        elif outer is not None:
            self._settle(remark, self._inner(remark, outer), own=False)
        else:
            self._settle_by_scene(remark, within, recalled=recalled)

    def date_by_what_follows(self, remark: Remark) -> None:
        """Give an undated remark the date of the speaker's next one in its paragraph."""
        if self.dated[remark].when.basis is not DateBasis.PUBLICATION:
            return
        following = [
            each
            for each in self.dated.values()
            if each.remark.start >= remark.end and self.told.in_one_paragraph(each.remark, remark)
        ]
        if following and following[0].own and same_speaker(following[0].remark, remark):
            self._settle(remark, _carried(following[0].when), own=True)

    def _settle_by_scene(self, remark: Remark, within: tuple[int, int], *, recalled: bool) -> None:
        scene = self._scene(remark, within)
        if recalled:
            self._settle(remark, self._before(scene), own=False)
        elif scene is not None:
            self._settle(remark, _carried(scene), own=True)
        else:
            self._settle(remark, self._default(remark, within), own=False)

    def _hours_on(self, remark: Remark, found: FoundDate) -> UncertainDate | None:
        """Hours later: the day of what another speaker was heard to say before, if it has one."""
        earlier = [
            each
            for each in self.dated.values()
            if each.remark.end <= remark.start and not same_speaker(each.remark, remark)
        ]
        if earlier and earlier[-1].own:
            return earlier[-1].when._replace(phrase=found.when.phrase, basis=DateBasis.RELATIVE)
        return None

    def _settle(self, remark: Remark, when: UncertainDate, *, own: bool) -> None:
        self.dated[remark] = _Dated(remark, when, own)

    def _named_around(self, remark: Remark, within: tuple[int, int]) -> FoundDate | None:
        """The date in the words around a remark: the nearest before it, else the first after."""
        candidates = [
            found
            for found in self.told.dates_outside(within, remark)
            if not self.told.in_insertion(found, remark) and not self.told.lies_ahead(found)
        ]
        telling = [found for found in candidates if not self.told.of_earlier_work(found)]
        candidates = telling or candidates
        before = [found for found in candidates if found.end <= remark.start]
        after = [found for found in candidates if found.start >= remark.end]
        if before:
            return before[-1]
        return after[0] if after else None

    def _inner(self, remark: Remark, outer: Remark) -> UncertainDate:
        """What somebody said that somebody said: not after the outer remark."""
        when = self.dated[outer].when
        if _TAKES_BACK.search(self.told.text[outer.start : remark.start]):
            return self._before(when)
        return UncertainDate(None, when.latest, Precision.DAY, basis=DateBasis.RELATIVE)

    def _scene(self, remark: Remark, within: tuple[int, int]) -> UncertainDate | None:
        """The date of the occasion that goes on, if one does."""
        around = self.told.words_around(within)
        last = self._last_before(remark)
        if last is not None and not re.search(r"\w{2}", around):
            # A bare quotation goes on where the last one stopped.
            return last.when if last.own else None
        if _NEW_OCCASION.search(around):
            return None
        told = self._told_before(remark, within)
        if told is not None:
            return told
        same = [
            each
            for each in self.dated.values()
            if each.remark.end <= remark.start and each.own and same_speaker(each.remark, remark)
        ]
        if same:
            return same[-1].when
        if last is not None and remark.speaker is None and last.own:
            return last.when if self.told.in_one_paragraph(last.remark, remark) else None
        return self._told_after_lead(remark)

    def _told_before(self, remark: Remark, within: tuple[int, int]) -> UncertainDate | None:
        """The day of an occasion that its paragraph names before it, with nobody else between."""
        if not _GOES_ON.match(self.told.text, within[0]):
            return None
        start, _ = self.told.paragraph_around(remark)
        if start == within[0] and start:
            start, _ = self.told.sentences.around(start - 2, start - 1)
        named = self.told.days_of_occasions((start, within[0]), remark)
        if named and self._nobody_between(named[-1], remark):
            return named[-1].when
        return None

    def _nobody_between(self, found: FoundDate, remark: Remark) -> bool:
        """Whether no other speaker is heard between a date and a remark."""
        return not any(
            found.start <= each.remark.start < remark.start
            and not same_speaker(each.remark, remark)
            for each in self.dated.values()
        )

    def _told_after_lead(self, remark: Remark) -> UncertainDate | None:
        """What the first paragraph sums up, one of the next two tells with its day."""
        paragraph = self.told.sentences.paragraph_of(remark.start)
        first_told = min(each.start for each in self.told.remarks)
        if self.told.sentences.paragraph_of(first_told) != paragraph:
            return None
        for following in (paragraph + 1, paragraph + 2):
            within = self.told.sentences.paragraph(following)
            named = self.told.days_of_occasions(within, remark)
            if named:
                return named[0].when
        return None

    def _default(self, remark: Remark, within: tuple[int, int]) -> UncertainDate:
        """The day before publication to the last update; later than what a report tells of."""
        earliest = (self.told.published - timedelta(days=1)).isoformat()
        if _STANDS_REPORTED.search(self.told.words_around(within)):
            limit = self.told.published.isoformat()
            told = [
                found.when.latest[:10]
                for found in self.told.dates
                if remark.start <= found.start < remark.end and found.when.latest
            ]
            earliest = max((each for each in told if each <= limit), default=earliest)
        return UncertainDate(
            earliest, self.latest.isoformat(), Precision.DAY, basis=DateBasis.PUBLICATION
        )

    def _before(self, when: UncertainDate | None) -> UncertainDate:
        """Some day before a date, or before publication."""
        if when is not None and when.earliest:
            day = date.fromisoformat(when.earliest[:10])
        else:
            day = self.told.published
        latest = (day - timedelta(days=1)).isoformat()
        return UncertainDate(None, latest, Precision.DAY, basis=DateBasis.RELATIVE)

    def _cut(self, when: UncertainDate) -> UncertainDate:
        """What was said was said by the time it was published."""
        limit = self.told.published.isoformat()
        if when.latest is not None and when.latest[:10] > limit:
            return when._replace(latest=limit)
        return when

    def _last_before(self, remark: Remark) -> _Dated | None:
        earlier = [each for each in self.dated.values() if each.remark.end <= remark.start]
        return earlier[-1] if earlier else None


def _is_of_days(when: UncertainDate) -> bool:
    """Whether it is a day or a few: an occasion, and no stretch of time."""
    if when.precision is not Precision.DAY or when.earliest is None or when.latest is None:
        return when.precision in (Precision.MINUTE, Precision.SECOND)
    first, last = (date.fromisoformat(each[:10]) for each in (when.earliest, when.latest))
    return (last - first).days <= _DAYS_OF_AN_OCCASION


def _carried(when: UncertainDate) -> UncertainDate:
    return when._replace(basis=DateBasis.SCENE)
