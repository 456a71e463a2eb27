"""Re-checking: fetching a source again, and looking for each of its quotes in what it says now."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

from quotetrack.actions.intake import captured_from, read_capture
from quotetrack.actions.snapshots import Captured, add_snapshot
from quotetrack.domain.errors import FetchFailed, FetchRefused, NotFound
from quotetrack.domain.recheck_records import (
    FoundChange,
    KeptQuote,
    QuoteCheck,
    Recheck,
    SourceState,
    SourceToCheck,
)
from quotetrack.domain.vocabulary import AnchorState
from quotetrack.store.database import Database, Reader
from quotetrack.store.reading import rechecking
from quotetrack.store.reading.articles import read_article_text

if TYPE_CHECKING:
    from quotetrack.sources.anchoring import Anchored
    from quotetrack.sources.fetching import Fetched, Fetcher
    from quotetrack.sources.manners import Manners
    from quotetrack.sources.read_values import ReadSource
    from quotetrack.store.unit import Unit

_NOT_MODIFIED = 304
_GONE = (404, 410)


def sources_to_check(
    database: Database,
    statements: Sequence[int] | None = None,
    *,
    older_than: timedelta | None = None,
    limit: int | None = None,
) -> list[SourceToCheck]:
    """The sources to fetch again, those never checked first, then those checked longest ago."""
    before = None
    if older_than is not None:
        before = (database.clock() - older_than).astimezone(UTC).isoformat(timespec="seconds")
    with database.reader() as reader:
        return rechecking.sources_to_check(
            reader.connection,
            statements=statements,
            checked_before=before,
            limit=limit,
        )


def recheck_all(
    database: Database,
    sources: Sequence[SourceToCheck],
    *,
    allow_private: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
    wait: Callable[[float], None] | None = None,
) -> Iterator[Recheck]:
    """Check sources one after the other; each is recorded by itself, so a run can be broken off."""
    from quotetrack.sources.fetching import Fetcher
    from quotetrack.sources.manners import Manners

    fetcher = Fetcher(allow_private=allow_private, cancelled=cancelled)
    manners = Manners(fetcher)
    if wait is not None:
        fetcher.wait = manners.wait = wait
    for source in sources:
        if cancelled():
            return
        yield _recheck(database, source, fetcher, manners)


def recheck_article(database: Database, article_id: int, *, allow_private: bool = False) -> Recheck:
    """Check one source, when a person asks for it.

    Raises:
        NotFound: it has no address to fetch it from.
    """
    with database.reader() as reader:
        found = rechecking.sources_to_check(reader.connection, article=article_id)
    if not found:
        raise NotFound("This article has no address. Give it one, and check it then.")
    return next(recheck_all(database, found, allow_private=allow_private))


def found_changes(reader: Reader, limit: int = 50) -> list[FoundChange]:
    """Quotes that do not stand as they were recorded, the latest found first."""
    return rechecking.found_changes(reader.connection, limit)


def _recheck(
    database: Database, source: SourceToCheck, fetcher: "Fetcher", manners: "Manners"
) -> Recheck:
    if not manners.allows(source.url):
        return _outcome(
            source,
            SourceState.NOT_ALLOWED,
            said="The server's robots.txt asks not to be read by programs. Look at it yourself.",
        )
    manners.wait_for(source.url)
    try:
        fetched = fetcher.fetch(source.url, last_modified=_http_date(source.fetched_at))
    except FetchRefused as problem:
        return _outcome(source, SourceState.UNREACHABLE, said=str(problem))
    except FetchFailed as problem:
        gone = problem.status in _GONE
        state = SourceState.GONE if gone else SourceState.UNREACHABLE
        anchor = AnchorState.GONE if gone else AnchorState.UNREACHABLE
        quotes = _record(database, source, None, lambda _quote: _nowhere(anchor))
        return _outcome(source, state, quotes, str(problem))
    return _compare(database, source, fetched)


def _compare(database: Database, source: SourceToCheck, fetched: "Fetched") -> Recheck:
    from quotetrack.sources.anchoring import Selector, find_again

    with database.reader() as reader:
        text = read_article_text(reader.connection, source.id).text or ""
    capture: tuple[Captured, ReadSource] | None = None
    if fetched.status != _NOT_MODIFIED:
        captured = captured_from(fetched)
        try:
            read = read_capture(captured, date.fromisoformat(fetched.fetched_at[:10]))
        except FetchRefused as problem:
            return _outcome(source, SourceState.UNREACHABLE, said=str(problem))
        if read.text.split() != text.split():
            # What layout does to spaces and lines is no edit.
            text, capture = read.text, (captured, read)

    def look(quote: KeptQuote) -> "Anchored":
        return find_again(text, Selector(quote.exact, quote.prefix, quote.suffix, quote.start))

    quotes = _record(database, source, capture, look)
    return _outcome(source, SourceState.CHANGED if capture else SourceState.SAME, quotes)


def _record(
    database: Database,
    source: SourceToCheck,
    capture: "tuple[Captured, ReadSource] | None",
    look: "Callable[[KeptQuote], Anchored]",
) -> tuple[QuoteCheck, ...]:
    """Keep the check of each quote, and the capture if it says something else than the last."""
    summary = f"Checked “{source.title or source.url}” again"
    with database.unit("recheck_article", summary) as unit:
        if capture is not None:
            from quotetrack.domain.tables import Article

            add_snapshot(unit, unit.get(Article, source.id), *capture)
        text_id = read_article_text(unit.connection, source.id).snapshot_text_id
        return tuple(
            _record_one(unit, quote, look(quote), text_id)
            for quote in rechecking.kept_quotes(unit.connection, source.id)
        )


def _record_one(
    unit: "Unit", quote: KeptQuote, found: "Anchored", text_id: int | None
) -> QuoteCheck:
    from quotetrack.domain.tables import Anchoring

    nowhere = found.state in (AnchorState.GONE, AnchorState.UNREACHABLE)
    unit.add(
        Anchoring(
            id=unit.new_id(),
            quote_id=quote.id,
            snapshot_text_id=None if nowhere else text_id,
            state=found.state.value,
            start=found.start,
            end=found.end,
            score=None if nowhere else found.score,
            at=unit.now,
        )
    )
    differences = tuple((each.before, each.now) for each in found.differences)
    return QuoteCheck(
        quote.id, quote.statement_id, quote.exact, found.state, differences, found.negated
    )


def _nowhere(state: AnchorState) -> "Anchored":
    from quotetrack.sources.anchoring import Anchored

    return Anchored(state)


def _outcome(
    source: SourceToCheck,
    state: SourceState,
    quotes: tuple[QuoteCheck, ...] = (),
    said: str | None = None,
) -> Recheck:
    return Recheck(source.id, source.title, source.url, state, quotes, said)


def _http_date(moment: str) -> str | None:
    """The moment as HTTP writes it, for asking whether anything has changed since."""
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return None
    aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    return format_datetime(aware.astimezone(UTC), usegmt=True)
