"""The words of a link: how its ends stand to each other, what it rests on, what was decided."""

from quotetrack.domain.vocabulary import Basis, LinkState, Relation
from quotetrack.tui.widgets.glyphs import CONTRADICTION, LINK_STATES, Sign

BASIS_WORDS = {
    Basis.DENIAL: "the speaker denied it",
    Basis.NEGATION: "one says what the other negates",
    Basis.NUMBER: "the numbers differ",
    Basis.DATE: "the dates differ",
    Basis.ATTRIBUTION: "it is attributed to different people",
    Basis.POSITION_CHANGE: "the position changed over time",
    Basis.PROMISE_VS_ACT: "promised, and not done",
}
"""What a contradiction rests on, as a reader would say it."""

RELATION_WORDS = {
    Relation.CONTRADICTS: "contradicts",
    Relation.IN_TENSION: "is in tension with",
    Relation.REPEATS: "repeats",
    Relation.RESPONDS_TO: "responds to",
    Relation.TRANSLATES: "translates",
    Relation.NARROWS: "narrows",
    Relation.BROADENS: "broadens",
}
"""How the later stands to the earlier."""

_POSITION_CHANGE = Sign("⇄", "position change", "secondary")
_CONFIRMED = Sign(CONTRADICTION.glyph, "confirmed", "error")


def decision_sign(state: LinkState, basis: Basis | None) -> Sign:
    """The sign of what was decided on a contradiction; a change of position has its own."""
    if state is LinkState.CONFIRMED:
        return _POSITION_CHANGE if basis is Basis.POSITION_CHANGE else _CONFIRMED
    return LINK_STATES[state]
