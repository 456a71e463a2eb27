"""Everything about one statement: its quotes in context, events, links and notes."""

import pytest

from quotetrack.domain.errors import NotFound
from quotetrack.domain.tables import Note, Speaker
from quotetrack.domain.vocabulary import (
    AnchorState,
    Basis,
    EventState,
    EventType,
    Form,
    LinkState,
    Provenance,
    Relation,
    SpeakerKind,
)
from quotetrack.query.language import parse_query
from quotetrack.store.reading.quotes import (
    CONTEXT_LENGTH,
    describe_locator,
    text_after,
    text_before,
)
from quotetrack.store.reading.statements import read_statement, read_statements
from tests.reading.desk import Desk

TEXT = "Baku, Friday. Mr Volkov said the road was open, and left.\n\nThe rest is silence."
EXACT = "the road was open"


@pytest.fixture
def volkov(desk: Desk) -> int:
    return desk.speaker("Andrei Volkov")


@pytest.fixture
def road(desk: Desk, volkov: int) -> int:
    return desk.statement(volkov, "The road was open", "2022-12-05", venue="Baku", language="en")


def test_a_statement_that_does_not_exist_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no statement 100000"):
        read_statement(desk.connection, 1)


def test_a_statement_tells_for_whom_and_where_it_was_said(desk: Desk, volkov: int) -> None:
    ministry = desk.add(Speaker, name="Ministry", kind="organisation")
    statement = desk.statement(volkov, "We are open", venue="Baku", on_behalf_of_id=ministry)
    record = read_statement(desk.connection, statement)
    assert record.speaker_kind is SpeakerKind.PERSON
    assert (record.on_behalf_of, record.venue, record.language) == ("Ministry", "Baku", None)
    assert not record.row.said.known
    assert record.row.role is None
    assert not record.quotes
    assert not record.events
    assert not record.links
    assert not record.notes


def test_a_page_of_statements_takes_a_handful_of_queries(desk: Desk, volkov: int) -> None:
    ids = [desk.statement(volkov, f"words {place}", "2022-12") for place in range(9)]
    for identifier in ids:
        desk.quote(identifier, "words")
    queries: list[str] = []
    desk.connection.set_trace_callback(queries.append)
    records = read_statements(desk.connection, [*reversed(ids), 1], parse_query("said:2022-12-05"))
    desk.connection.set_trace_callback(None)
    assert [record.row.id for record in records] == ids[::-1]
    assert all(len(record.quotes) == 1 for record in records)
    assert all(record.row.wider for record in records)
    assert len(queries) <= 7


def test_a_quote_stands_in_the_stored_text_around_it(desk: Desk, road: int) -> None:
    article, stored = desk.article(
        "The road", TEXT, url="https://a.example", published_at="2022-12-06", provenance="primary"
    )
    start = TEXT.index(EXACT)
    quote = desk.quote(
        road,
        EXACT,
        article_id=article,
        snapshot_text_id=stored,
        start=start,
        end=start + len(EXACT),
        prefix="not shown",
        form="partial",
        mention="Mr Volkov",
        cue="said",
    )
    desk.anchoring(quote, "exact", "2022-12-07")
    desk.anchoring(quote, "changed", "2023-01-07")
    desk.anchoring(quote, "moved", "2022-12-08")
    (record,) = read_statement(desk.connection, road).quotes
    assert record.before + record.exact + record.after == TEXT
    assert (record.start, record.end) == (start, start + len(EXACT))
    assert (record.form, record.mention, record.cue) == (Form.PARTIAL, "Mr Volkov", "said")
    assert record.anchor_state is AnchorState.CHANGED
    assert record.article is not None
    assert (record.article.title, record.article.outlet) == ("The road", "Courier")
    assert record.article.provenance is Provenance.PRIMARY
    assert record.article.published == "2022-12-06"


def test_offsets_count_code_points_however_many_bytes_they_take(desk: Desk, road: int) -> None:
    text = "«Дорога 🚚 открыта», сказал он."
    article, stored = desk.article("Дорога", text)
    desk.quote(road, "открыта", article_id=article, snapshot_text_id=stored, start=10, end=17)
    (record,) = read_statement(desk.connection, road).quotes
    assert (record.before, record.after) == ("«Дорога 🚚 ", "», сказал он.")


def test_a_quote_without_a_snapshot_shows_what_was_noted_around_it(desk: Desk, road: int) -> None:
    desk.quote(road, EXACT, prefix="He said ", suffix=" today.", timecode=3753.4, page=4)
    (record,) = read_statement(desk.connection, road).quotes
    assert (record.before, record.after) == ("He said ", " today.")
    assert record.anchor_state is AnchorState.UNANCHORED
    assert record.article is None
    assert record.locator == "1:02:33, page 4"


def test_locators_are_described_in_words() -> None:
    assert describe_locator(None, None, None) is None
    assert describe_locator(65, None, "1,2,3,4") == "0:01:05, region 1,2,3,4"


def test_a_short_text_around_a_quote_is_shown_whole() -> None:
    assert text_before("a b ") == "a b "
    assert text_after(" a b") == " a b"


def test_a_long_text_around_a_quote_is_cut_at_words() -> None:
    long = "word " * 100
    before = text_before(long[: CONTEXT_LENGTH + 1])
    after = text_after(long[: CONTEXT_LENGTH + 1])
    assert before.startswith("word")
    assert after.endswith("word")
    assert CONTEXT_LENGTH - 10 < len(before) <= CONTEXT_LENGTH
    assert CONTEXT_LENGTH - 10 < len(after) <= CONTEXT_LENGTH


def test_a_long_text_around_a_quote_is_cut_at_a_paragraph_that_is_near() -> None:
    filler = "word " * 100
    assert text_before("x" * 60 + "\n\n" + filler[: CONTEXT_LENGTH - 61]).startswith("word")
    assert text_after(filler[: CONTEXT_LENGTH - 61] + "\n\n" + "x" * 60).endswith("word")


def test_a_long_text_without_a_space_is_cut_where_it_must() -> None:
    assert text_before("x" * 300) == "x" * 299
    assert text_after("x" * 300) == "x" * 299


def test_events_come_oldest_first_without_the_dismissed(desk: Desk, volkov: int, road: int) -> None:
    article, _ = desk.article("The denial")
    quote = desk.quote(road, "what was said", article_id=article)
    undated = desk.event(road, "reaffirmed")
    later = desk.event(
        road,
        "denied_unspecified",
        actor_id=volkov,
        happened_from="2022-12-05",
        happened_to="2023-03-02",
        happened_phrase="since",
        evidence_article_id=article,
        evidence_exact="has since denied it",
        characterised_by="the article",
        note="not said which",
    )
    earlier = desk.event(
        road, "publisher_corrected", happened_from="2022-12-06", evidence_quote_id=quote
    )
    desk.event(road, "retracted", state="dismissed")
    desk.event(road, "clarified", state="suggested", happened_to="2024-01-01")
    events = read_statement(desk.connection, road).events
    assert [event.id for event in events[:2]] == [earlier, later]
    assert events[2].state is EventState.SUGGESTED
    assert events[3].id == undated
    assert (events[0].evidence, events[0].article and events[0].article.title) == (
        "what was said",
        "The denial",
    )
    assert events[0].actor is None
    denial = events[1]
    assert (denial.type, denial.actor) == (EventType.DENIED_UNSPECIFIED, "Andrei Volkov")
    assert (denial.evidence, denial.note) == ("has since denied it", "not said which")
    assert denial.characterised_by == "the article"
    assert denial.happened.phrase == "since"


def test_a_link_shows_at_both_ends_and_says_where_the_other_lies(
    desk: Desk, volkov: int, road: int
) -> None:
    later = desk.statement(volkov, "The road was shut", "2023-01-05")
    link = desk.link(
        road,
        later_statement_id=later,
        basis="negation",
        state="suggested",
        score=0.9,
        reasons='["opposites: open, shut"]',
    )
    (seen,) = read_statement(desk.connection, road).links
    assert (seen.id, seen.direction, seen.other_kind, seen.other_id) == (
        link,
        "later",
        "statement",
        later,
    )
    assert (seen.relation, seen.basis, seen.state) == (
        Relation.CONTRADICTS,
        Basis.NEGATION,
        LinkState.SUGGESTED,
    )
    assert (seen.score, seen.reasons) == (0.9, ("opposites: open, shut",))
    assert (seen.other_text, seen.other_date.earliest) == ("The road was shut", "2023-01-05")
    (seen,) = read_statement(desk.connection, later).links
    assert (seen.direction, seen.other_id, seen.other_text) == (
        "earlier",
        road,
        "The road was open",
    )


def test_an_act_that_contradicts_its_own_statement_lies_later(desk: Desk, road: int) -> None:
    denial = desk.event(road, "denied_unspecified", happened_to="2023-03-02", note="later on")
    desk.link(road, later_event_id=denial)
    (seen,) = read_statement(desk.connection, road).links
    assert (seen.direction, seen.other_kind, seen.other_id) == ("later", "event", denial)
    assert seen.other_text == "denied (not said which): later on"
    assert seen.other_date.latest == "2023-03-02"


def test_an_act_on_one_statement_may_speak_against_another(
    desk: Desk, volkov: int, road: int
) -> None:
    other = desk.statement(volkov, "The bridge was open")
    walk_back = desk.event(other, "walked_back")
    denial = desk.event(other, "denied_saying")
    desk.link(road, later_event_id=walk_back)
    desk.link(road, later_event_id=denial)
    first, second = read_statement(desk.connection, road).links
    assert (first.other_text, second.other_text) == ("walked back", "denied (saying)")
    back, _ = read_statement(desk.connection, other).links
    assert (back.direction, back.other_kind, back.other_id) == ("earlier", "statement", road)


def test_a_link_does_not_lead_to_what_is_off_the_record(desk: Desk, volkov: int, road: int) -> None:
    secret = desk.statement(volkov, "A secret", visibility="off_record")
    desk.link(road, later_statement_id=secret)
    desk.link(secret, later_statement_id=road)
    act = desk.event(road, "denied_saying")
    desk.link(secret, later_event_id=act)
    assert read_statement(desk.connection, road).links == ()


def test_notes_come_oldest_first(desk: Desk, road: int) -> None:
    for text, at in (("second", "2023-02-01"), ("first", "2023-01-01")):
        desk.add(Note, statement_id=road, text=text, author="ada", at=at)
    notes = read_statement(desk.connection, road).notes
    assert [(note.text, note.author) for note in notes] == [("first", "ada"), ("second", "ada")]
