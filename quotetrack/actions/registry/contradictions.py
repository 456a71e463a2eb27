"""What is decided on a pair in Contradictions."""

from quotetrack.actions.registry.action import CONTRADICTIONS, Action

ACTIONS = (
    Action(
        "confirm",
        "Confirm",
        "These two cannot both hold.",
        "C",
        (CONTRADICTIONS,),
        "contradictions confirm",
        writes=True,
        rank=1,
    ),
    Action(
        "dismiss",
        "Dismiss",
        "These two do not contradict each other.",
        "D",
        (CONTRADICTIONS,),
        "contradictions dismiss",
        writes=True,
        rank=2,
    ),
    Action(
        "position_change",
        "Position change",
        "The speaker changed position; neither is false by that.",
        "P",
        (CONTRADICTIONS,),
        "contradictions position-change",
        writes=True,
        rank=3,
    ),
    Action(
        "needs_more",
        "Needs more",
        "Nobody can say yet; keep it open.",
        "M",
        (CONTRADICTIONS,),
        "contradictions needs-more",
        writes=True,
        rank=4,
    ),
)
