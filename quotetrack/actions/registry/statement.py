"""What is done to the statement under the cursor, on every screen that has one."""

from quotetrack.actions.registry.action import STATEMENT, Action

ACTIONS = (
    Action(
        "tag_statement",
        "Tag",
        "Record what became of a statement.",
        "t",
        (STATEMENT,),
        "tag",
        writes=True,
        rank=20,
    ),
    Action(
        "tag_retracted",
        "Retracted",
        "Record that the speaker took it back.",
        "r",
        (STATEMENT,),
        "tag",
        writes=True,
        rank=21,
    ),
    Action(
        "tag_denied",
        "Denied",
        "Record a denial, with its evidence and its link.",
        "d",
        (STATEMENT,),
        "tag",
        writes=True,
        rank=22,
    ),
    Action(
        "link_statements",
        "Link",
        "Relate a statement to an earlier one.",
        "l",
        (STATEMENT,),
        "link",
        writes=True,
        rank=50,
    ),
    Action(
        "label_statements",
        "Label",
        "Put labels on the statement or the marked ones, and take them off.",
        "number_sign",
        (STATEMENT,),
        "label",
        writes=True,
        rank=51,
    ),
    Action(
        "show_speaker",
        "Who is this",
        "Spellings, roles and counts of the speaker.",
        "i",
        (STATEMENT,),
        "speaker show",
    ),
)
