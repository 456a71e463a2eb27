"""Every action once: its name, title, help, key and command; screens, docs and tests read it."""

from dataclasses import dataclass

EVERYWHERE = "everywhere"
BROWSE = "browse"
CONTRADICTIONS = "contradictions"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a user can do.

    Attributes:
        name: the id by which a binding is remapped.
        title: two or three words, for footer and palette.
        help: one sentence for help screens and docs.
        key: the key as Textual names it; several are parted by commas.
        scope: the screen in which the key works, or everywhere.
        command: the words after `quotetrack` that do the same; None for what only moves the view.
        writes: whether it changes the database.
    """

    name: str
    title: str
    help: str
    key: str
    scope: str
    command: str | None
    writes: bool = False


ACTIONS: tuple[Action, ...] = (
    Action(
        "search",
        "Search",
        "Search by words, speaker:, status: and said:.",
        "slash",
        BROWSE,
        "search",
    ),
    Action(
        "show",
        "Show",
        "Read everything about the statement under the cursor.",
        "enter",
        BROWSE,
        "show",
    ),
    Action("list_speakers", "Speakers", "Go to the list of speakers.", "s", BROWSE, "speaker list"),
    Action(
        "show_speaker",
        "Who is this",
        "Spellings, roles and counts of the speaker.",
        "i",
        BROWSE,
        "speaker show",
    ),
    Action(
        "add_speaker",
        "New speaker",
        "Record a speaker with names and a role.",
        "S",
        BROWSE,
        "speaker add",
        True,
    ),
    Action(
        "edit_speaker",
        "Edit speaker",
        "Change a speaker's name, spellings or roles.",
        "E",
        BROWSE,
        "speaker edit",
        True,
    ),
    Action(
        "add_article",
        "Add article",
        "Store an article's text as a source.",
        "a",
        BROWSE,
        "add",
        True,
    ),
    Action(
        "add_statement",
        "Add statement",
        "Record a statement from a stored article.",
        "n",
        BROWSE,
        "add-statement",
        True,
    ),
    Action("tag_statement", "Tag", "Record what became of a statement.", "t", BROWSE, "tag", True),
    Action(
        "tag_retracted",
        "Retracted",
        "Record that the speaker took it back.",
        "r",
        BROWSE,
        "tag",
        True,
    ),
    Action(
        "tag_denied",
        "Denied",
        "Record a denial, with its evidence and its link.",
        "d",
        BROWSE,
        "tag",
        True,
    ),
    Action(
        "link_statements",
        "Link",
        "Relate a statement to an earlier one.",
        "l",
        BROWSE,
        "link",
        True,
    ),
    Action(
        "contradictions",
        "Contradictions",
        "Go through the contradictions, pair by pair.",
        "2",
        EVERYWHERE,
        "contradictions",
    ),
    Action(
        "confirm",
        "Confirm",
        "These two cannot both hold.",
        "C",
        CONTRADICTIONS,
        "contradictions confirm",
        True,
    ),
    Action(
        "dismiss",
        "Dismiss",
        "These two do not contradict each other.",
        "D",
        CONTRADICTIONS,
        "contradictions dismiss",
        True,
    ),
    Action(
        "position_change",
        "Position change",
        "The speaker changed position; neither is false by that.",
        "P",
        CONTRADICTIONS,
        "contradictions position-change",
        True,
    ),
    Action(
        "needs_more",
        "Needs more",
        "Nobody can say yet; keep it open.",
        "M",
        CONTRADICTIONS,
        "contradictions needs-more",
        True,
    ),
    Action("undo", "Undo", "Take back your own last change.", "u", EVERYWHERE, "undo", True),
    Action("history", "History", "Who changed what, and when.", "H", EVERYWHERE, "history"),
    Action(
        "database_information",
        "Database",
        "Where the database is, and what it holds.",
        "B",
        EVERYWHERE,
        "db info",
    ),
    Action(
        "database_check",
        "Check database",
        "Look for damage, drift and breaks in the audit chain.",
        "f7",
        EVERYWHERE,
        "db check",
    ),
    Action(
        "database_backup",
        "Back up",
        "Write a verified copy of the database.",
        "f8",
        EVERYWHERE,
        "db backup",
    ),
    Action("browse", "Browse", "Go to the statements.", "1", EVERYWHERE, None),
    Action(
        "help", "Help", "Explain the focused pane and its keys.", "question_mark", EVERYWHERE, None
    ),
    Action(
        "theme",
        "Light or dark",
        "Switch between the light and the dark theme.",
        "T",
        EVERYWHERE,
        None,
    ),
    Action("quit", "Quit", "Leave quotetrack.", "q", EVERYWHERE, None),
)

BY_NAME = {action.name: action for action in ACTIONS}
