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
    Action(
        "edit_roles",
        "Roles",
        "Add, change or remove a role of the speaker.",
        "R",
        (SPEAKER,),
        "speaker role",
        writes=True,
        rank=63,
    ),
    Action(
        "split_speaker",
        "Split",
        "Give statements, spellings and roles that are another's to that one.",
        "D",
        (BROWSE, SPEAKER),
        "speaker split",
        writes=True,
        rank=65,
    ),
)
