"""What is done in Browse: searching, and adding to the database."""

from quotetrack.actions.registry.action import BROWSE, Action

ACTIONS = (
    Action(
        "search",
        "Search",
        "Search by words, speaker:, status: and said:.",
        "slash",
        (BROWSE,),
        "search",
        rank=10,
    ),
    Action(
        "show",
        "Show",
        "Read everything about the statement under the cursor.",
        "enter",
        (BROWSE,),
        "show",
        rank=11,
    ),
    Action(
        "list_speakers",
        "Speakers",
        "Go to the list of speakers.",
        "s",
        (BROWSE,),
        "speaker list",
        rank=40,
    ),
    Action(
        "add_article",
        "Add article",
        "Store an article's text as a source.",
        "a",
        (BROWSE,),
        "add",
        writes=True,
        rank=60,
    ),
    Action(
        "add_statement",
        "Add statement",
        "Record a statement from a stored article.",
        "n",
        (BROWSE,),
        "add-statement",
        writes=True,
        rank=61,
    ),
)
