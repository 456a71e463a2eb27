"""Checks a source again in a worker, and says in a notice what became of its quotes."""

from collections import Counter
from typing import TYPE_CHECKING

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line, shorten

if TYPE_CHECKING:
    from quotetrack.domain.recheck_records import Recheck
    from quotetrack.tui.app import QuotetrackApp

GROUP = "recheck"


def recheck(app: "QuotetrackApp", article_id: int) -> None:
    """Fetch an article again and look for its quotes; one at a time."""
    app.notify("Fetching the source …", title="Re-check", timeout=3, markup=False)
    app.run_worker(lambda: _carry_out(app, article_id), group=GROUP, thread=True, exclusive=True)


def _carry_out(app: "QuotetrackApp", article_id: int) -> None:
    """Runs in the worker."""
    from quotetrack.actions.rechecking import recheck_article

    try:
        found = recheck_article(app.database, article_id)
    except QuotetrackError as problem:
        app.call_from_thread(app.tell, problem)
        return
    app.call_from_thread(_show, app, found)


def _show(app: "QuotetrackApp", found: "Recheck") -> None:
    app.database_changed()
    worse = [quote for quote in found.quotes if quote.state != "exact"]
    app.notify(
        in_words(found),
        title=f"Re-check: {found.state.value.replace('_', ' ')}",
        severity="warning" if worse or found.said else "information",
        timeout=12,
        markup=False,
    )


def in_words(found: "Recheck") -> str:
    """What a check found, in one or two sentences."""
    if found.said:
        return clean_line(found.said)
    if not found.quotes:
        return "No quote is recorded from it."
    counts = Counter(quote.state.value for quote in found.quotes)
    if set(counts) == {"exact"}:
        whole = len(found.quotes)
        return "Its quote stands as recorded." if whole == 1 else f"All {whole} quotes stand."
    words = [f"{count} {state}" for state, count in counts.items()]
    first = next(quote for quote in found.quotes if quote.state != "exact")
    detail = f": “{shorten(first.exact, 60)}”"
    if first.negated:
        detail += " — a negation has come or gone"
    return f"{', '.join(words)}. First{detail}"
