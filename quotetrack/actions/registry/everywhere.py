"""What works on every screen: going about, taking back, looking after the database."""

from quotetrack.actions.registry.action import EVERYWHERE, Action

ACTIONS = (
    Action("browse", "Browse", "Go to the statements.", "1", (EVERYWHERE,), None),
    Action(
        "contradictions",
        "Contradictions",
        "Go through the contradictions, pair by pair.",
        "2",
        (EVERYWHERE,),
        "contradictions",
        rank=31,
    ),
    Action(
        "undo",
        "Undo",
        "Take back your own last change.",
        "u",
        (EVERYWHERE,),
        "undo",
        writes=True,
        rank=30,
    ),
    Action("history", "History", "Who changed what, and when.", "H", (EVERYWHERE,), "history"),
    Action(
        "database_information",
        "Database",
        "Where the database is, and what it holds.",
        "B",
        (EVERYWHERE,),
        "db info",
    ),
    Action(
        "database_check",
        "Check database",
        "Look for damage, drift and breaks in the audit chain.",
        "f7",
        (EVERYWHERE,),
        "db check",
    ),
    Action(
        "database_backup",
        "Back up",
        "Write a verified copy of the database.",
        "f8",
        (EVERYWHERE,),
        "db backup",
    ),
    Action(
        "help",
        "Help",
        "Explain the focused pane and its keys.",
        "question_mark",
        (EVERYWHERE,),
        None,
        rank=99,
    ),
    Action(
        "theme",
        "Theme",
        "Choose a theme, seeing each as the cursor comes to it.",
        "T",
        (EVERYWHERE,),
        None,
    ),
    Action("quit", "Quit", "Leave quotetrack.", "q", (EVERYWHERE,), None),
)
