"""Whether a date in a sentence lies ahead: what stands around it says so, or nothing does."""

import re
from enum import Enum

from quotetrack.analysis.sentences import words_before

_REACH = 70
"""Characters looked at before a date, within its sentence."""

_AHEAD = re.compile(
    r"\b(?:due|upcoming|scheduled|slated|set (?:to|for)|to (?:take|start|begin|meet|hold|vote|run"
    r"|open|close|launch|visit|appear|return|resume|come|end|expire))\b"
    # "Will be held": the participle behind it is no past.
    r"|\b(?:will|shall|won['’]t|to be)\b(?: not)?(?: be)?(?: \w+)?"
    r"|\b(?:until|till|by)(?: the)?(?: (?:end|beginning|middle) of)? $"
)
_MAYBE_AHEAD = re.compile(
    r"\b(?:expected?s?|plan(?:s|ned|ning)?|hopes?|starts?|starting|begins?|beginning|deadline"
    r"|effective|opens?)\b"
)
_BEHIND = re.compile(
    r"\b(?:said|told|wrote|was|were|had|has|have|did|says|since|announced|reported|dated"
    r"|\w{3,}ed|spoke|met|held|gave|made|came|went|took|began|left)\b"
)
_JUST_BEFORE = 25
_AFTER_IT = re.compile(r"\s+(?:deadline|target date|start|kick-?off)\b")


class Tense(Enum):
    """What a sentence says of a date: it lies ahead, it may, it is past, or nothing."""

    AHEAD = "ahead"
    MAYBE_AHEAD = "maybe ahead"
    BEHIND = "behind"
    JUST_BEHIND = "just behind"
    OPEN = "open"


def tense_of(text: str, start: int, end: int) -> Tense:
    """What the words before a date in its sentence, and the one after it, say of its time.

    The word nearest before it decides; JUST_BEHIND is a past verb right before it.
    """
    if _AFTER_IT.match(text, end):
        return Tense.AHEAD
    before = words_before(text, start, _REACH)
    ahead = _last(_AHEAD, before)
    maybe = _last(_MAYBE_AHEAD, before)
    behind = max((m.end() for m in _BEHIND.finditer(before) if m.group() != "expected"), default=-1)
    nearest = max(ahead, maybe, behind)
    if nearest < 0:
        return Tense.OPEN
    if nearest == ahead:
        return Tense.AHEAD
    if nearest == maybe:
        return Tense.AHEAD if ahead > behind else Tense.MAYBE_AHEAD
    return Tense.JUST_BEHIND if len(before) - behind <= _JUST_BEFORE else Tense.BEHIND


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
