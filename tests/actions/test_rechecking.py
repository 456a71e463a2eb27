"""A source fetched again: each quote is looked for, each check kept, a changed text as well."""

from collections.abc import Iterator

import pytest

from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.intake import fetch, store_capture
from quotetrack.actions.rechecking import (
    found_changes,
    recheck_all,
    recheck_article,
    sources_to_check,
)
from quotetrack.actions.statements import add_statement
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import NotFound
from quotetrack.domain.recheck_records import Recheck, SourceState
from quotetrack.domain.vocabulary import AnchorState
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from quotetrack.store.undo import undo_last
from tests.sources.hostile_server import Answer, HostileServer, hostile_server, page
from tests.sources.layouts import LAYOUTS
from tests.store.story import logical_content

QUOTE = "Nobody is in danger, and nobody has to change a ferry"
PAGE = LAYOUTS[0].html


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with hostile_server() as running:
        running.at("/robots.txt", page(status="404 No"))
        running.at("/bridge", page(PAGE.encode()))
        yield running


@pytest.fixture
def article(database: Database, server: HostileServer) -> int:
    """The page, stored, with one quote of it recorded."""
    captured = fetch(server.url("/bridge"), allow_private=True)
    stored = store_capture(database, captured)
    add_statement(
        database,
        text=QUOTE,
        speaker=NewSpeaker("Ines Vollmer"),
        article_id=stored.article_id,
        said=UNKNOWN_DATE,
    )
    return stored.article_id


def check(database: Database, article: int) -> Recheck:
    return recheck_article(database, article, allow_private=True)


def states(database: Database) -> list[str]:
    """What the checks found, but for the first one, made when the quote was recorded."""
    with database.reader() as reader:
        rows = reader.connection.execute("SELECT state FROM anchoring ORDER BY id").fetchall()
    return [state for (state,) in rows[1:]]


def answering(server: HostileServer, answer: Answer) -> None:
    server.at("/bridge", answer)


def changed(before: str, now: str) -> Answer:
    assert before in PAGE
    return page(PAGE.replace(before, now).encode())


def test_a_source_that_stands_is_said_to_and_undone_exactly(
    database: Database, article: int
) -> None:
    before = logical_content(database.path)

    found = check(database, article)

    assert (found.state, [quote.state for quote in found.quotes]) == (
        SourceState.SAME,
        [AnchorState.EXACT],
    )
    assert not check_database(database)
    undo_last(database)
    assert logical_content(database.path) == before


def test_a_changed_quote_shows_its_words_and_keeps_the_old(
    database: Database, server: HostileServer, article: int
) -> None:
    answering(server, changed("Nobody is in danger", "Nobody was in danger"))

    found = check(database, article)

    (quote,) = found.quotes
    assert (found.state, quote.state, quote.differences) == (
        SourceState.CHANGED,
        AnchorState.CHANGED,
        (("is", "was"),),
    )
    with database.reader() as reader:
        assert reader.connection.execute("SELECT exact FROM quote").fetchall() == [(QUOTE,)]
        assert reader.connection.execute("SELECT count(*) FROM snapshot").fetchone() == (2,)
        (listed,) = found_changes(reader)
    assert (listed.exact, listed.state) == (QUOTE, AnchorState.CHANGED)


def test_a_negation_put_in_is_always_called_a_change(
    database: Database, server: HostileServer, article: int
) -> None:
    answering(server, changed("nobody has to change", "nobody has not to change"))

    (quote,) = check(database, article).quotes

    assert (quote.state, quote.negated) == (AnchorState.CHANGED, True)


def test_an_edit_elsewhere_is_kept_and_the_quote_stands(
    database: Database, server: HostileServer, article: int
) -> None:
    answering(server, changed("nineteen kilometres", "eleven kilometres"))

    found = check(database, article)

    assert (found.state, found.quotes[0].state) == (SourceState.CHANGED, AnchorState.EXACT)


def test_what_stands_around_the_article_is_no_edit(
    database: Database, server: HostileServer, article: int
) -> None:
    answering(server, changed("Tram fares rise", "Bus fares fall"))

    assert check(database, article).state is SourceState.SAME


def test_a_page_that_changes_back_is_kept_again(
    database: Database, server: HostileServer, article: int
) -> None:
    answering(server, changed("nineteen kilometres", "eleven kilometres"))
    check(database, article)
    answering(server, page(PAGE.encode()))

    assert check(database, article).state is SourceState.CHANGED


def test_not_modified_is_the_same(database: Database, server: HostileServer, article: int) -> None:
    answering(server, page(b"", status="304 Not Modified"))

    found = check(database, article)

    assert (found.state, found.quotes[0].state) == (SourceState.SAME, AnchorState.EXACT)
    assert "if-modified-since" in server.requests[-1].lower()


@pytest.mark.parametrize(
    ("answer", "state", "anchor"),
    [
        (page(status="404 No"), SourceState.GONE, "gone"),
        (page(status="410 Gone"), SourceState.GONE, "gone"),
        (page(status="500 No"), SourceState.UNREACHABLE, "unreachable"),
    ],
)
def test_a_source_that_does_not_answer_is_kept_as_such(
    database: Database,
    server: HostileServer,
    article: int,
    answer: Answer,
    state: SourceState,
    anchor: str,
) -> None:
    answering(server, answer)

    found = check(database, article)

    assert (found.state, states(database)) == (state, [anchor])
    assert found.said


def test_robots_are_kept_out_where_the_server_says_so(
    database: Database, server: HostileServer, article: int
) -> None:
    server.at("/robots.txt", page(b"User-agent: *\nDisallow: /", content_type="text/plain"))
    asked = len(server.requests)

    found = check(database, article)

    assert (found.state, found.quotes, states(database)) == (SourceState.NOT_ALLOWED, (), [])
    assert len(server.requests) == asked + 1


def test_a_server_is_given_a_pause_between_two_pages(
    database: Database, server: HostileServer, article: int
) -> None:
    waits: list[float] = []
    sources = sources_to_check(database) * 2

    assert len(list(recheck_all(database, sources, allow_private=True, wait=waits.append))) == 2
    assert len(waits) == 1
    assert 0 < waits[0] <= 2


def test_what_has_been_checked_is_due_last(database: Database, article: int) -> None:
    from datetime import timedelta

    check(database, article)

    assert [source.id for source in sources_to_check(database)] == [article]
    assert sources_to_check(database, older_than=timedelta(days=1)) == []


def test_an_article_without_an_address_cannot_be_checked(database: Database) -> None:
    with pytest.raises(NotFound, match="no address"):
        recheck_article(database, 42)
