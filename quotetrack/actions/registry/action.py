"""Action: what the registry says of one thing a user can do, and the scopes in which keys work."""

from dataclasses import dataclass

EVERYWHERE = "everywhere"
STATEMENT = "statement"
BROWSE = "browse"
SPEAKER = "speaker"
ARTICLES = "articles"
ARTICLE = "article"
CONTRADICTIONS = "contradictions"
INBOX = "inbox"
HISTORY = "history"

SCOPES = {
    EVERYWHERE: "Everywhere",
    STATEMENT: "On the statement under the cursor",
    BROWSE: "In Browse",
    SPEAKER: "On a speaker's screen",
    ARTICLES: "In the list of articles",
    ARTICLE: "On an article's screen",
    CONTRADICTIONS: "In Contradictions",
    INBOX: "In the inbox",
    HISTORY: "In History",
}
"""Where a key works, and how the page of keys calls it."""

TOGETHER = (
    (BROWSE, STATEMENT),
    (SPEAKER, STATEMENT),
    (ARTICLES,),
    (ARTICLE, STATEMENT),
    (CONTRADICTIONS, STATEMENT),
    (INBOX,),
    (HISTORY,),
)
"""The scopes whose keys work on one screen, along with those of everywhere: one entry a screen."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a user can do.

    Attributes:
        name: the id by which a binding is remapped.
        title: two or three words, for footer and palette.
        help: one sentence for help screens and docs.
        key: the key as Textual names it; several are parted by commas.
        scopes: where the key works.
        command: the words after `quotetrack` that do the same; None for what only moves the view.
        writes: whether it changes the database.
        rank: its place in the line of keys, the lowest first; None leaves it to help and palette.
    """

    name: str
    title: str
    help: str
    key: str
    scopes: tuple[str, ...]
    command: str | None
    writes: bool = False
    rank: int | None = None
