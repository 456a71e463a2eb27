"""How alike two speakers' names are, for offering those who may be one and the same."""

from collections.abc import Sequence

LIKELY = 0.6
"""From here on two speakers are offered as perhaps one."""

_ONE_WORD = 0.75
"""What a likeness of single words counts: families share a name."""


def likeness(names: Sequence[str], others: Sequence[str]) -> float:
    """How alike the likest two of these folded names are, from 0 to 1; order of words is nothing.

    A name of one word says less than a full one.
    """
    from difflib import SequenceMatcher

    best = 0.0
    for name in names:
        words = sorted(name.split())
        matcher = SequenceMatcher(b=" ".join(words), autojunk=False)
        for other in others:
            parts = sorted(other.split())
            weight = 1.0 if len(words) > 1 and len(parts) > 1 else _ONE_WORD
            if weight <= best:
                continue
            matcher.set_seq1(" ".join(parts))
            if matcher.real_quick_ratio() * weight > best:
                best = max(best, matcher.ratio() * weight)
    return best
