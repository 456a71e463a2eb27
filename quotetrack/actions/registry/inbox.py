"""What is done to a line of the inbox."""

from quotetrack.actions.registry.action import INBOX, Action

ACTIONS = (
    Action(
        "work_up_capture",
        "Work up",
        "Make a statement of the line.",
        "enter",
        (INBOX,),
        "add-statement",
        writes=True,
        rank=1,
    ),
    Action(
        "edit_capture",
        "Edit",
        "Change the line or its address.",
        "e",
        (INBOX,),
        "inbox edit",
        writes=True,
        rank=2,
    ),
    Action(
        "discard_capture",
        "Discard",
        "Take the line out of the inbox.",
        "D",
        (INBOX,),
        "inbox discard",
        writes=True,
        rank=3,
    ),
    Action(
        "add_captured_article",
        "Store article",
        "Store the article that the line's address leads to.",
        "a",
        (INBOX,),
        "add",
        writes=True,
        rank=4,
    ),
    Action(
        "open_captured_address",
        "Open address",
        "Open the line's address in the browser.",
        "o",
        (INBOX,),
        "inbox open",
        rank=5,
    ),
)
