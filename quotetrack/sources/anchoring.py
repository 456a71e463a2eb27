"""Finds a quote again in a later text of its source, and says what became of its words.

Words are compared as they stand: marks of quotation, dashes and spaces may differ, nothing else. A
quote and its negation are 98 % alike, so likeness finds the place and never decides the state.
"""

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import NamedTuple

from quotetrack.domain.vocabulary import AnchorState

SURE_LIKENESS = 85.0
"""From here on a place is the quote's, changed (percent of an edit-distance likeness)."""

FAIR_LIKENESS = 55.0
"""From here on it is, where what stands around it is plainly the same."""

CONTEXT_LIKENESS = 40.0
"""From here on what stands around a place may be what was kept."""

SAME_CONTEXT = 80.0
"""From here on it is."""

CLEAR_LEAD = 8.0
"""By so much the context of one place among several must be the better one."""

CONTEXT_LENGTH = 32
_FEWEST_WORDS_ALONE = 4
"""A shorter quote that has changed is known by its context only."""

_SLACK = 3
"""So many words a diagonal of agreeing words may shift by insertions and omissions."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ`´", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\t\r\n", " "),
    }
)
_WORD = re.compile(r"\w+(?:'\w+)*")
_NEGATION = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly)\b|n't\b"
)
_WORDS_BESIDE = 2


class Selector(NamedTuple):
    """A quote as it was kept: TextQuoteSelector and TextPositionSelector of W3C Web Annotation.

    Attributes:
        exact: its words.
        prefix: what stood before it.
        suffix: what stood behind it.
        start: where it began, in code points; None if that is not known.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


class Difference(NamedTuple):
    """Words that were replaced: either side may be empty."""

    before: str
    now: str


class Anchored(NamedTuple):
    """What became of a quote in a text.

    Attributes:
        state: exact, moved (the same words, in other surroundings), changed, ambiguous (the same
            words several times, and nothing tells which) or orphaned.
        start: where it stands now; None where it does not or cannot be told.
        end: offset behind it.
        score: how alike the words are, 0 to 100.
        differences: the words that changed, in order.
        negated: whether a negation was added or dropped, in the words or right before them.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    score: float = 0.0
    differences: tuple[Difference, ...] = ()
    negated: bool = False


def find_again(text: str, selector: Selector) -> Anchored:
    """What became of a quote in a later text of its source."""
    plain = text.translate(_PLAIN)
    wanted = selector._replace(
        exact=selector.exact.translate(_PLAIN),
        prefix=selector.prefix.translate(_PLAIN),
        suffix=selector.suffix.translate(_PLAIN),
    )
    places = _same_words(plain, wanted.exact)
    if places:
        return _choose(plain, wanted, places)
    return _look_for_changed(plain, wanted)


def differences_between(before: str, now: str) -> tuple[Difference, ...]:
    """The words in which two wordings differ, with the punctuation that belongs to them."""
    first, second = before.split(), now.split()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return tuple(
        Difference(" ".join(first[a:b]), " ".join(second[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def _same_words(plain: str, exact: str) -> list[tuple[int, int]]:
    words = exact.split()
    if not words:
        return []
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    behind = r"(?!\w)" if words[-1][-1].isalnum() else ""
    pattern = before + r"\s+".join(map(re.escape, words)) + behind
    return [match.span() for match in re.finditer(pattern, plain)]


def _choose(plain: str, wanted: Selector, places: list[tuple[int, int]]) -> Anchored:
    """The place that its surroundings or its position tell among those with the same words."""
    ranked = sorted(
        ((_context(plain, wanted, start, end), start, end) for start, end in places), reverse=True
    )
    best, start, end = ranked[0]
    if len(ranked) > 1 and best - ranked[1][0] < CLEAR_LEAD:
        alike = [each for each in ranked if best - each[0] < CLEAR_LEAD]
        at_its_place = [each for each in alike if each[1] == wanted.start]
        if len(at_its_place) != 1:
            return Anchored(AnchorState.AMBIGUOUS, score=100.0)
        best, start, end = at_its_place[0]
    if _negated_around(plain, wanted, start, end):
        before = f"{wanted.prefix} {wanted.exact} {wanted.suffix}"
        reach = len(wanted.prefix), len(wanted.suffix)
        now = plain[max(0, start - reach[0]) : end + reach[1]]
        changes = differences_between(_one_line(before), _one_line(now))
        return Anchored(AnchorState.CHANGED, start, end, 100.0, changes, True)
    kept = not (wanted.prefix or wanted.suffix) or best >= CONTEXT_LIKENESS
    return Anchored(AnchorState.EXACT if kept else AnchorState.MOVED, start, end, 100.0)


def _look_for_changed(plain: str, wanted: Selector) -> Anchored:
    from rapidfuzz.fuzz import ratio

    line = _one_line(wanted.exact)
    places = [_place_by_words(plain, wanted.exact)]
    if places[0] is None or ratio(line, _one_line(plain[slice(*places[0])])) < SURE_LIKENESS:
        places.append(_place_by_letters(plain, line))
    ranked = [
        (ratio(line, _one_line(plain[slice(*place)])) + _context(plain, wanted, *place), place)
        for place in places
        if place is not None
    ]
    if not ranked:
        return Anchored(AnchorState.ORPHANED)
    _, (start, end) = max(ranked)
    now = plain[start:end]
    score = ratio(line, _one_line(now))
    around = _context(plain, wanted, start, end)
    long_enough = len(_WORD.findall(wanted.exact)) >= _FEWEST_WORDS_ALONE
    kept = wanted.prefix.strip() or wanted.suffix.strip()
    by_words = score >= SURE_LIKENESS and long_enough and (not kept or around >= CONTEXT_LIKENESS)
    if not by_words and not (score >= FAIR_LIKENESS and around >= SAME_CONTEXT):
        return Anchored(AnchorState.ORPHANED, score=score)
    negated = len(_NEGATION.findall(wanted.exact)) != len(_NEGATION.findall(now))
    return Anchored(
        AnchorState.CHANGED,
        start,
        end,
        score,
        differences_between(line, _one_line(now)),
        negated or _negated_around(plain, wanted, start, end),
    )


def _place_by_letters(plain: str, line: str) -> tuple[int, int] | None:
    """The likeliest stretch of letters, drawn out to whole words: where hardly a word survived."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(line, plain, score_cutoff=FAIR_LIKENESS)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and plain[start].isalnum() and plain[start - 1].isalnum():
        start -= 1
    while 0 < end < len(plain) and plain[end].isalnum() and plain[end - 1].isalnum():
        end += 1
    return (start, end) if start < end else None


def _place_by_words(plain: str, exact: str) -> tuple[int, int] | None:
    """The stretch of words that shares most of the quote's words in their order.

    Each word that both have votes for the diagonal on which it lies, the rarer the louder.
    """
    from rapidfuzz.fuzz import ratio

    wanted = [word.lower() for word in _WORD.findall(exact)]
    if not wanted:
        return None
    spans = [match.span() for match in _WORD.finditer(plain)]
    words = [plain[start:end].lower() for start, end in spans]
    places = defaultdict(list)
    for at, word in enumerate(wanted):
        places[word].append(at)
    hits = [(at, word) for at, word in enumerate(words) if word in places]
    counts: dict[str, int] = defaultdict(int)
    for _, word in hits:
        counts[word] += 1
    votes: dict[int, float] = defaultdict(float)
    for at, word in hits:
        for own in places[word]:
            votes[at - own] += 1 / counts[word]
    if not votes:
        return None
    diagonal = max(
        votes, key=lambda each: sum(votes.get(each + by, 0) for by in range(-_SLACK, _SLACK + 1))
    )
    line = _one_line(exact)
    best: tuple[float, int, int] | None = None
    # The ends may have been changed themselves, so the likeliest of those near is taken.
    for first in range(diagonal - _SLACK, diagonal + _SLACK + 1):
        for last in range(first + len(wanted) - _SLACK, first + len(wanted) + _SLACK + 1):
            if 0 <= first < last <= len(words):
                start, end = spans[first][0], spans[last - 1][1]
                likeness = ratio(line, _one_line(plain[start:end]))
                if best is None or likeness > best[0]:
                    best = (likeness, start, end)
    return None if best is None else _with_punctuation(plain, exact, best[1], best[2])


def _with_punctuation(plain: str, exact: str, start: int, end: int) -> tuple[int, int]:
    """The place with the mark at its end that the quote had, too."""
    last = exact.rstrip()[-1:]
    if last and not last.isalnum() and plain[end : end + 1] == last:
        end += 1
    return start, end


def _context(plain: str, wanted: Selector, start: int, end: int) -> float:
    """How alike the surroundings of a place are to those that were kept, 0 to 100."""
    from rapidfuzz.fuzz import ratio

    pairs = (
        (wanted.prefix, plain[max(0, start - len(wanted.prefix)) : start]),
        (wanted.suffix, plain[end : end + len(wanted.suffix)]),
    )
    scores = [ratio(_one_line(kept), _one_line(now)) for kept, now in pairs if kept.strip()]
    return max(scores, default=0.0) * 0.7 + min(scores, default=0.0) * 0.3


def _negated_around(plain: str, wanted: Selector, start: int, end: int) -> bool:
    """Whether a negation has come or gone right beside the words: "(not) sign the treaty"."""
    before = plain[max(0, start - 2 * CONTEXT_LENGTH) : start].split()
    behind = plain[end : end + 2 * CONTEXT_LENGTH].split()
    # What was kept may begin and end within a word, which says nothing.
    kept_before, kept_behind = wanted.prefix.split()[1:], wanted.suffix.split()[:-1]
    for now, kept, nearest in (
        (before, kept_before, slice(-_WORDS_BESIDE, None)),
        (behind, kept_behind, slice(0, _WORDS_BESIDE)),
    ):
        if kept and bool(_negations(now[nearest])) != bool(_negations(kept[nearest])):
            return True
    return False


def _negations(words: list[str]) -> int:
    return len(_NEGATION.findall(" ".join(words)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
