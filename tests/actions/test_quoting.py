"""Another source of a statement: recorded, corrected, removed; and each taken back."""

import pytest

from quotetrack.actions.articles import add_article
from quotetrack.actions.quoting import QuoteFacts, add_quote, edit_quote, remove_quote
from quotetrack.actions.reading import search, show_statement
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import Ambiguous, NotFound, Refused, UsageError
from quotetrack.domain.records import StatementRecord
from quotetrack.domain.vocabulary import AnchorState, Attribution, AttributionBasis, EventType, Form
from quotetrack.store.database import Database
from tests.actions.stored_rows import stored_rows
from tests.actions.story import add_remark, add_story, on_day

ECHO = """\
Not before spring, says Ames

Ruth Ames told the Harbour Post that the bridge "would open in spring" and "in spring" only.
"""
WORDS = "the bridge “would open in spring”"


@pytest.fixture
def remark(database: Database) -> int:
    return add_remark(database, add_story(database))


@pytest.fixture
def echo(database: Database) -> int:
    return add_article(
        database, ECHO, title="Not before spring", outlet="The Echo", language="en",
        published=on_day("2023-03-04"),
    )  # fmt: skip


def found(database: Database, query: str) -> list[int]:
    with database.reader() as reader:
        return [row.id for row in search(reader, query)]


def read(database: Database, statement: int) -> StatementRecord:
    with database.reader() as reader:
        return show_statement(reader, statement)


def test_another_source_is_a_quote_of_the_same_statement(
    database: Database, remark: int, echo: int
) -> None:
    before = stored_rows(database.path)
    quote = add_quote(
        database,
        remark,
        text=WORDS,
        article_id=echo,
        facts=QuoteFacts(mention="Ruth Ames", cue="told", chain="the  Harbour Post\n"),
    )
    record = read(database, remark)
    assert [each.id for each in record.quotes][1:] == [quote]
    added = record.quotes[1]
    assert added.exact == 'the bridge "would open in spring"'
    assert ECHO[added.start : added.end] == added.exact
    assert (added.form, added.anchor_state) == (Form.MIXED, AnchorState.EXACT)
    assert (added.mention, added.cue, added.chain) == ("Ruth Ames", "told", "the Harbour Post")
    assert added.language == "en"
    with database.reader() as reader:
        assert [row.id for row in search(reader, '"would open in spring"')] == [remark]
    undo(database)
    assert stored_rows(database.path) == before


def test_a_source_that_names_another_is_not_independent_of_it(
    database: Database, remark: int, echo: int
) -> None:
    add_quote(database, remark, text=WORDS, article_id=echo, facts=QuoteFacts(chain="Harbour Post"))
    found = read(database, remark).independence
    assert (found.sources, found.independent) == (2, 1)
    assert found.groups[0].reasons == ("The Echo takes it from Harbour Post",)


def test_the_same_words_of_one_article_twice_are_refused(
    database: Database, remark: int, echo: int
) -> None:
    add_quote(database, remark, text=WORDS, article_id=echo)
    before = stored_rows(database.path)
    with pytest.raises(Refused, match="recorded with these words already"):
        add_quote(database, remark, text=WORDS, article_id=echo)
    add_quote(database, remark, text="unheard of", article_id=echo, unanchored=True)
    with pytest.raises(Refused, match="already"):
        add_quote(database, remark, text="unheard  of", article_id=echo, unanchored=True)
    undo(database)
    assert stored_rows(database.path) == before


def test_words_that_are_another_statement_of_the_speaker_are_refused(
    database: Database, remark: int
) -> None:
    story = read(database, remark).quotes[0].article
    assert story is not None
    with pytest.raises(Refused, match="already"):
        add_quote(
            database, remark, text="the bridge opens in spring, not before", article_id=story.id
        )


def test_words_that_the_text_lacks_are_kept_only_when_asked(
    database: Database, remark: int, echo: int
) -> None:
    with pytest.raises(Refused, match="do not stand"):
        add_quote(database, remark, text="in autumn", article_id=echo)
    add_quote(database, remark, text="in autumn", article_id=echo, unanchored=True)
    assert read(database, remark).quotes[1].anchor_state is AnchorState.UNANCHORED
    with pytest.raises(Ambiguous):
        add_quote(database, remark, text="in spring", article_id=echo)
    add_quote(database, remark, text="in spring", article_id=echo, start=ECHO.rindex("in spring"))


def test_what_cannot_be_is_refused(database: Database, remark: int, echo: int) -> None:
    before = stored_rows(database.path)
    for facts, words in (
        (QuoteFacts(translated_by="Ana Reis"), "From which language"),
        (QuoteFacts(language="PT", translated_from="pt"), "is none"),
        (QuoteFacts(translated_from="en"), "is none"),
    ):
        with pytest.raises(UsageError, match=words):
            add_quote(database, remark, text=WORDS, article_id=echo, facts=facts)
    with pytest.raises(UsageError, match="no words"):
        add_quote(database, remark, text=" \x1b[2J ", article_id=echo)
    with pytest.raises(NotFound):
        add_quote(database, 1, text=WORDS, article_id=echo)
    assert stored_rows(database.path) == before


def test_what_is_said_around_a_quote_is_corrected(
    database: Database, remark: int, echo: int
) -> None:
    quote = add_quote(database, remark, text=WORDS, article_id=echo)
    before = stored_rows(database.path)
    facts = QuoteFacts(language="EN", translated_from="pt", translated_by="The Echo")
    edit_quote(database, quote, facts=facts, form=Form.PARAPHRASE)
    changed = read(database, remark).quotes[1]
    assert (changed.language, changed.translated_from) == ("en", "pt")
    assert (changed.translated_by, changed.form) == ("The Echo", Form.PARAPHRASE)
    undo(database)
    assert stored_rows(database.path) == before


def test_the_best_wording_is_that_of_any_source(database: Database, remark: int, echo: int) -> None:
    quote = add_quote(database, remark, text=WORDS, article_id=echo)
    before = stored_rows(database.path)
    edit_quote(database, quote, facts=QuoteFacts(), best=True)
    assert read(database, remark).row.text == 'the bridge "would open in spring"'
    undo(database)
    assert stored_rows(database.path) == before


def test_a_quote_entered_by_mistake_goes_with_its_checks(
    database: Database, remark: int, echo: int
) -> None:
    only = read(database, remark).quotes[0].id
    with pytest.raises(Refused, match="only source"):
        remove_quote(database, only)
    quote = add_quote(database, remark, text=WORDS, article_id=echo)
    before = stored_rows(database.path)
    remove_quote(database, only)
    record = read(database, remark)
    assert [each.id for each in record.quotes] == [quote]
    assert record.row.text == 'the bridge "would open in spring"'
    undo(database)
    assert stored_rows(database.path) == before


def test_a_quote_on_which_something_rests_stays(database: Database, remark: int, echo: int) -> None:
    quote = add_quote(database, remark, text=WORDS, article_id=echo)
    tag_statement(
        database,
        remark,
        EventType.PUBLISHER_CORRECTED,
        happened=UNKNOWN_DATE,
        article_id=echo,
        quote_id=quote,
    )
    with pytest.raises(Refused, match="rests on this quote"):
        remove_quote(database, quote)


def test_attribution_and_terms_are_recorded_and_taken_back(database: Database, remark: int) -> None:
    (quote,) = read(database, remark).quotes
    assert quote.attribution is Attribution.UNVERIFIED
    before = stored_rows(database.path)
    edit_quote(
        database,
        quote.id,
        facts=QuoteFacts(quote.mention, quote.cue, quote.chain, quote.language),
        attribution=Attribution.DISPUTED,
        basis=AttributionBasis.BACKGROUND,
    )
    (changed,) = read(database, remark).quotes
    assert changed.attribution is Attribution.DISPUTED
    assert changed.attribution_basis is AttributionBasis.BACKGROUND
    assert found(database, "")  # on background it may still be found
    undo(database)
    assert stored_rows(database.path) == before


def test_a_statement_known_only_off_the_record_is_hidden_until_it_is_not(
    database: Database, remark: int, echo: int
) -> None:
    (first,) = read(database, remark).quotes
    second = add_quote(database, remark, text=WORDS, article_id=echo)
    facts = QuoteFacts()
    off = AttributionBasis.OFF_RECORD
    edit_quote(database, first.id, facts=facts, basis=off)
    assert remark in found(database, "")
    edit_quote(database, second, facts=facts, basis=off)
    assert remark not in found(database, "")
    edit_quote(database, second, facts=facts, basis=AttributionBasis.ON_RECORD)
    assert remark in found(database, "")
    remove_quote(database, second)
    assert remark not in found(database, "")
    undo(database)
    assert remark in found(database, "")
