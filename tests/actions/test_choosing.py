"""Choosing a speaker, an article or a row by what a person types."""

import pytest

from quotetrack.actions.choosing import (
    choose_article,
    choose_known_speaker,
    choose_speaker,
    find_any,
)
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.statements import ExistingSpeaker, NewSpeaker
from quotetrack.domain.errors import Ambiguous, NotFound, Refused, UsageError
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.store.database import Database
from tests.actions.story import add_remark, add_story


@pytest.mark.parametrize("typed", ["Ruth Ames", "ruth âmes", "Ames", "R. Ames"])
def test_a_name_that_one_speaker_bears_means_him(database: Database, typed: str) -> None:
    speaker = add_speaker(database, "Ruth Ames", aliases=["R. Ames"])
    with database.reader() as reader:
        assert choose_speaker(reader, typed) == ExistingSpeaker(speaker)


def test_an_id_means_its_speaker(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    with database.reader() as reader:
        assert choose_known_speaker(reader, short_identifier(speaker)) == speaker
        assert choose_known_speaker(reader, print_identifier(speaker)) == speaker


def test_a_full_name_goes_before_a_longer_one(database: Database) -> None:
    add_speaker(database, "Ruth Ames Vale")
    speaker = add_speaker(database, "Ruth Ames")
    with database.reader() as reader:
        assert choose_speaker(reader, "Ruth Ames") == ExistingSpeaker(speaker)


def test_a_name_of_several_lists_them(database: Database) -> None:
    one = add_speaker(database, "Ruth Ames")
    two = add_speaker(database, "Tom Ames")
    with database.reader() as reader, pytest.raises(Ambiguous) as raised:
        choose_speaker(reader, "Ames")
    assert short_identifier(one) in str(raised.value)
    assert short_identifier(two) in str(raised.value)


def test_part_of_a_word_means_nobody(database: Database) -> None:
    add_speaker(database, "Ruth Ames")
    with database.reader() as reader, pytest.raises(Refused, match="Did you mean Ruth Ames"):
        choose_speaker(reader, "Ruth Ame")


def test_a_misspelt_surname_is_suggested_and_never_taken(database: Database) -> None:
    add_speaker(database, "Andrei Volkov")
    with database.reader() as reader, pytest.raises(Refused, match="Did you mean Andrei Volkov"):
        choose_speaker(reader, "Wolkov")


def test_a_new_name_is_new_only_when_asked_for(database: Database) -> None:
    known = add_speaker(database, "Ruth Ames")
    with database.reader() as reader:
        assert choose_speaker(reader, "Ames", new=True) == NewSpeaker("Ames")
        assert choose_speaker(reader, "Ruth Ames", new=True) == ExistingSpeaker(known)
        with pytest.raises(Refused, match="No speaker is called 'Tom Vale'"):
            choose_speaker(reader, "Tom Vale")


def test_nothing_typed_means_nobody(database: Database) -> None:
    with database.reader() as reader, pytest.raises(UsageError):
        choose_speaker(reader, " ")


@pytest.mark.parametrize("typed", ["Bridge stays", "harbour post"])
def test_an_article_is_meant_by_words_of_its_title_or_outlet(
    database: Database, typed: str
) -> None:
    article = add_story(database)
    with database.reader() as reader:
        assert choose_article(reader, typed) == article
        assert choose_article(reader, short_identifier(article)) == article


def test_an_article_that_is_not_there_is_not_found(database: Database) -> None:
    with database.reader() as reader, pytest.raises(NotFound, match="Add it first"):
        choose_article(reader, "Tunnel")


def test_a_row_is_found_in_the_first_table_that_has_it(database: Database) -> None:
    article = add_story(database)
    remark = add_remark(database, article)
    tables = ("statement", "article")
    with database.reader() as reader:
        assert find_any(reader, print_identifier(remark), tables) == ("statement", remark)
        assert find_any(reader, print_identifier(article), tables) == ("article", article)
        with pytest.raises(NotFound, match="No statement or article"):
            find_any(reader, "zzzzzzzzz", tables)
