"""What a re-check of a source finds: for the article, and for each of its quotes."""

from enum import StrEnum
from typing import NamedTuple

from quotetrack.domain.vocabulary import AnchorState


class SourceState(StrEnum):
    """What became of an article at its address."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    NOT_ALLOWED = "not_allowed"


class SourceToCheck(NamedTuple):
    """An article to be fetched again.

    Attributes:
        fetched_at: when it was last captured.
        checked_at: when its quotes were last looked for; None: never.
    """

    id: int
    url: str
    title: str | None
    fetched_at: str
    checked_at: str | None


class KeptQuote(NamedTuple):
    """A quote as it was recorded, with what stood around it."""

    id: int
    statement_id: int
    exact: str
    prefix: str
    suffix: str
    start: int | None


class QuoteCheck(NamedTuple):
    """What became of a quote.

    Attributes:
        state: exact, moved, changed, ambiguous, orphaned, gone or unreachable.
        differences: words before and now, where they changed.
        negated: whether a negation has come or gone.
    """

    quote_id: int
    statement_id: int
    exact: str
    state: AnchorState
    differences: tuple[tuple[str, str], ...] = ()
    negated: bool = False


class Recheck(NamedTuple):
    """What became of an article and its quotes.

    Attributes:
        said: what went wrong, in words; None where nothing did.
    """

    article_id: int
    title: str | None
    url: str
    state: SourceState
    quotes: tuple[QuoteCheck, ...] = ()
    said: str | None = None


class FoundChange(NamedTuple):
    """A quote that does not stand as it was recorded, as its last check says."""

    quote_id: int
    statement_id: int
    article_id: int
    title: str | None
    speaker: str
    exact: str
    state: AnchorState
    at: str
