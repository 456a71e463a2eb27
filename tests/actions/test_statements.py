"""Adding statements."""

import pytest

from quotetrack.actions.reading import search, show_speaker, show_statement
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.statements import ExistingSpeaker, NewSpeaker, add_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import Ambiguous, NotFound, Refused, UsageError
from quotetrack.domain.vocabulary import AnchorState, Form, SpeakerKind
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import TEXT, add_remark, add_story, on_day


def test_a_statement_is_anchored_in_the_wording_of_its_source(database: Database) -> None:
    remark = add_remark(database, add_story(database))
    with database.reader() as reader:
        record = show_statement(reader, remark)
    (quote,) = record.quotes
    assert quote.exact == "the bridge opens in spring,\u00a0not before"
    assert quote.start is not None
    assert TEXT[quote.start : quote.end] == quote.exact
    assert quote.anchor_state is AnchorState.EXACT
    assert quote.form is Form.PARTIAL
    assert quote.cue == "said"
    assert record.row.text == "the bridge opens in spring, not before"
    assert record.row.role == "Harbour Master, Port of Ely"


def test_the_role_is_recorded_as_a_source_of_months_later_attests_it(database: Database) -> None:
    remark = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = show_speaker(reader, show_statement(reader, remark).row.speaker_id)
    assert [(role.title, role.attested_on, role.basis) for role in speaker.roles] == [
        ("Harbour Master", "2022-12-05", "reported_later")
    ]


def test_a_new_speaker_and_the_statement_are_one_step(database: Database) -> None:
    article = add_story(database)
    before = stored_rows(database.path)
    add_remark(database, article)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_wording_that_is_not_in_the_source_is_refused(database: Database) -> None:
    article = add_story(database)
    before = stored_rows(database.path)
    with pytest.raises(Refused, match="do not stand in the stored text"):
        add_statement(
            database,
            text="the bridge does not open in spring",
            speaker=NewSpeaker("Ruth Ames"),
            article_id=article,
            said=UNKNOWN_DATE,
        )
    assert stored_rows(database.path) == before


def test_such_a_wording_is_kept_as_unanchored_when_told_so(database: Database) -> None:
    article = add_story(database)
    statement = add_statement(
        database,
        text="“The bridge is a \x1b[31mjoke”",
        speaker=NewSpeaker("Ruth Ames"),
        article_id=article,
        said=UNKNOWN_DATE,
        unanchored=True,
    )
    with database.reader() as reader:
        (quote,) = show_statement(reader, statement).quotes
    assert (quote.exact, quote.start, quote.form) == ("The bridge is a joke", None, Form.VERBATIM)
    assert quote.anchor_state is AnchorState.UNANCHORED
    assert quote.article is not None


def test_a_statement_without_a_source_is_kept_as_unanchored(database: Database) -> None:
    statement = add_statement(
        database,
        text="No comment.",
        speaker=NewSpeaker("Port of Ely", SpeakerKind.ORGANISATION),
        article_id=None,
        said=UNKNOWN_DATE,
        note="heard on the telephone",
    )
    with database.reader() as reader:
        record = show_statement(reader, statement)
    assert record.quotes[0].anchor_state is AnchorState.UNANCHORED
    assert record.quotes[0].article is None
    assert record.speaker_kind is SpeakerKind.ORGANISATION
    assert [(note.text, note.author) for note in record.notes] == [
        ("heard on the telephone", "ada")
    ]


def test_words_that_stand_twice_need_a_start(database: Database) -> None:
    article = add_story(database)
    places = [TEXT.index("We are ready"), TEXT.rindex("We are ready")]
    with pytest.raises(Ambiguous, match=f"2 times, at {places[0]}, {places[1]}"):
        add_statement(
            database,
            text="We are ready,",
            speaker=NewSpeaker("Tom Vale"),
            article_id=article,
            said=UNKNOWN_DATE,
        )
    statement = add_statement(
        database,
        text="We are ready,",
        speaker=NewSpeaker("Tom Vale"),
        article_id=article,
        said=UNKNOWN_DATE,
        start=places[1],
    )
    with database.reader() as reader:
        assert show_statement(reader, statement).quotes[0].start == places[1]


def test_the_same_words_of_one_speaker_are_recorded_once(database: Database) -> None:
    article = add_story(database)
    remark = add_remark(database, article)
    with database.reader() as reader:
        speaker = show_statement(reader, remark).row.speaker_id
    with pytest.raises(Refused, match="recorded already, as statement"):
        add_statement(
            database,
            text="the bridge opens in spring, not before",
            speaker=ExistingSpeaker(speaker),
            article_id=article,
            said=on_day("2022-12-05"),
        )


def test_nobody_speaks_on_behalf_of_himself(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    with pytest.raises(Refused, match="on behalf of himself"):
        add_statement(
            database,
            text="Yes.",
            speaker=ExistingSpeaker(speaker),
            article_id=None,
            said=UNKNOWN_DATE,
            on_behalf_of=ExistingSpeaker(speaker),
        )


def test_a_spokesperson_is_the_speaker_and_whom_he_speaks_for_another(database: Database) -> None:
    statement = add_statement(
        database,
        text="The port regrets it.",
        speaker=NewSpeaker("Tom Vale"),
        article_id=None,
        said=UNKNOWN_DATE,
        on_behalf_of=NewSpeaker("Port of Ely", SpeakerKind.ORGANISATION),
    )
    with database.reader() as reader:
        record = show_statement(reader, statement)
    assert (record.row.speaker_name, record.on_behalf_of) == ("Tom Vale", "Port of Ely")


@pytest.mark.parametrize("text", ["", " \n ", "\x1b[2J"])
def test_a_statement_needs_words(database: Database, text: str) -> None:
    with pytest.raises(UsageError, match="no words"):
        add_statement(
            database,
            text=text,
            speaker=NewSpeaker("Ruth Ames"),
            article_id=None,
            said=UNKNOWN_DATE,
        )


def test_an_organisation_without_a_role_is_not_understood(database: Database) -> None:
    with pytest.raises(UsageError, match="needs a role"):
        add_statement(
            database,
            text="Yes.",
            speaker=NewSpeaker("Ruth Ames"),
            article_id=None,
            said=UNKNOWN_DATE,
            organisation="Port of Ely",
        )


def test_a_speaker_that_is_not_there_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        add_statement(
            database, text="Yes.", speaker=ExistingSpeaker(5), article_id=None, said=UNKNOWN_DATE
        )


def test_a_statement_is_found_by_speaker_and_word_at_once(database: Database) -> None:
    remark = add_remark(database, add_story(database))
    with database.reader() as reader:
        assert [row.id for row in search(reader, "speaker:ames spring")] == [remark]
    assert one_row(database.path, "SELECT said_from, said_basis, said_edtf FROM statement") == (
        "2022-12-05",
        "entered",
        "2022-12-05",
    )


def test_a_source_of_the_same_week_records_the_role(database: Database) -> None:
    statement = add_statement(
        database,
        text="40 ships were waiting",
        speaker=NewSpeaker("Ruth Ames"),
        article_id=add_story(database),
        said=on_day("2023-02-28"),
        role="Harbour Master",
    )
    assert show_role_basis(database, statement) == "recorded_then"


def show_role_basis(database: Database, statement_id: int) -> object:
    """The basis of the role in which the statement was made."""
    (basis,) = one_row(
        database.path,
        "SELECT basis FROM role JOIN statement ON role_id = role.id WHERE statement.id = ?",
        statement_id,
    )
    return basis
