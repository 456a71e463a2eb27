"""What is done to an entry of the history."""

from quotetrack.actions.registry.action import HISTORY, Action

ACTIONS = (
    Action(
        "read_entry",
        "Read",
        "Go to what the entry did, field by field.",
        "enter",
        (HISTORY,),
        "history show",
        rank=1,
    ),
    Action(
        "undo_entry",
        "Undo this",
        "Take back exactly this entry.",
        "U",
        (HISTORY,),
        "undo",
        writes=True,
        rank=2,
    ),
    Action(
        "go_to_row",
        "Go there",
        "Go to the statement, speaker, article or pair that the entry is about.",
        "o",
        (HISTORY,),
        None,
        rank=3,
    ),
    Action(
        "filter_history",
        "Filter",
        "Everything, only what is mine, or only what was not taken back.",
        "f",
        (HISTORY,),
        "history",
        rank=4,
    ),
)
