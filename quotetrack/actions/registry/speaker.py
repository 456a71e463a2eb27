"""What is done to speakers."""

from quotetrack.actions.registry.action import BROWSE, SPEAKER, Action

ACTIONS = (
    Action(
        "add_speaker",
        "New speaker",
        "Record a speaker with names and a role.",
        "S",
        (BROWSE,),
        "speaker add",
        writes=True,
    ),
    Action(
        "edit_speaker",
        "Edit speaker",
        "Change a speaker's name, spellings or roles.",
        "E",
        (BROWSE, SPEAKER),
        "speaker edit",
        writes=True,
        rank=62,
    ),
    Action(
        "merge_speakers",
        "Merge",
        "Make one of this speaker and another, who is the same.",
        "M",
        (BROWSE, SPEAKER),
        "speaker merge",
        writes=True,
        rank=64,
    ),
)
