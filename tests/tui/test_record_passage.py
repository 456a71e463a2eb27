"""A statement recorded from an open article: what is guessed, what is stored, how many keys."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from quotetrack.actions.articles import add_article
from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.cues import guess_cue, names_near
from quotetrack.actions.statements import add_statement
from quotetrack.actions.wording import Place
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.record_passage import RecordPassageDialog
from quotetrack.tui.screens.article import ArticleScreen
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, press, settle, shown
from tests.tui.hosting import all_rows, row
from tests.tui.stories import PUBLISHED

TEXT = """\
Bridge stays shut

On Monday Harbour Master Ruth Ames claimed “the bridge opens in spring, not before”. “We are ready,”
said Tom Vale, her deputy.

Nobody asked the ferrymen. “We are ready,” they wrote on a banner.
"""

MOST_KEYS = 25


def bridge(database: Database) -> int:
    return add_article(
        database,
        TEXT,
        title="Bridge stays shut",
        outlet="Harbour Post",
        published=parse_typed_date("2 Mar 2023", PUBLISHED),
    )


def with_ames(database: Database) -> int:
    article = bridge(database)
    add_statement(
        database,
        text="spring is near",
        speaker=NewSpeaker("Ruth Ames"),
        article_id=None,
        said=parse_typed_date("2022", PUBLISHED),
    )
    return article


async def open_article(pilot: Pilot[Any], article: int) -> None:
    await settle(pilot)
    app_of(pilot).doors.article(article)
    await settle(pilot)


async def type_words(pilot: Pilot[Any], words: str) -> None:
    entry = pilot.app.focused
    assert isinstance(entry, Input)
    entry.value = words
    await settle(pilot)


def screen_of(pilot: Pilot[Any]) -> ArticleScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ArticleScreen)
    return screen


async def test_four_keys_record_a_statement_of_a_known_speaker(
    make_app: MakeApp, database: Database
) -> None:
    article = with_ames(database)
    before = all_rows(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        keys = 0
        for key in ("right_curly_bracket", "n", "enter"):
            await press(pilot, key)
            keys += 1
        await type_words(pilot, "monday")
        await press(pilot, "ctrl+s")
        keys += 1
        assert keys == 4
        assert keys <= MOST_KEYS

        statement = row(database, "SELECT * FROM statement WHERE text LIKE 'the bridge%'")
        assert statement["text"] == "the bridge opens in spring, not before"
        assert statement["said_from"] == "2023-02-27"
        speaker = row(database, "SELECT name FROM speaker WHERE id = ?", statement["speaker_id"])
        assert speaker["name"] == "Ruth Ames"
        quote = row(database, "SELECT * FROM quote WHERE statement_id = ?", statement["id"])
        assert TEXT[quote["start"] : quote["end"]] == quote["exact"] == statement["text"]
        assert (quote["form"], quote["cue"]) == ("partial", "claimed")
        assert quote["article_id"] == article

        assert screen_of(pilot).statement_here == statement["id"]
        assert "a Ruth Ames 1" in shown(pilot)
        await press(pilot, "u")
        assert screen_of(pilot).statement_here is None
    assert all_rows(database) == before


async def test_a_new_speaker_with_kind_and_role_on_behalf_of_another_is_one_step(
    make_app: MakeApp, database: Database
) -> None:
    article = with_ames(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        keys = 0

        async def key(*names: str) -> None:
            nonlocal keys
            keys += len(names)
            await press(pilot, *names)

        await key("right_curly_bracket", "right_curly_bracket", "n")
        await type_words(pilot, "Tom Vale")
        await key("enter")
        await type_words(pilot, "28 Feb 2023")
        await key("enter")
        await type_words(pilot, "deputy harbour master")
        await key("enter")
        await type_words(pilot, "Port of Ely")
        await key("enter")
        await type_words(pilot, "ames")
        await key("enter", "ctrl+s")
        assert keys <= MOST_KEYS
        assert keys == 9

    statement = row(database, "SELECT * FROM statement WHERE text LIKE 'We are%'")
    vale = row(database, "SELECT * FROM speaker WHERE id = ?", statement["speaker_id"])
    assert (vale["name"], vale["kind"]) == ("Tom Vale", "person")
    ames = row(database, "SELECT * FROM speaker WHERE id = ?", statement["on_behalf_of_id"])
    assert ames["name"] == "Ruth Ames"
    role = row(database, "SELECT * FROM role WHERE id = ?", statement["role_id"])
    assert (role["title"], role["organisation"]) == ("deputy harbour master", "Port of Ely")
    quote = row(database, "SELECT * FROM quote WHERE statement_id = ?", statement["id"])
    assert (quote["form"], quote["cue"]) == ("verbatim", "said")


async def test_of_two_places_of_one_wording_the_selected_one_is_taken(
    make_app: MakeApp, database: Database
) -> None:
    article = with_ames(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        await press(pilot, *["right_curly_bracket"] * 3, "n")
        await type_words(pilot, "the ferrymen")
        options = pilot.app.screen.query_one("#speaker OptionList", OptionList)
        await press(pilot, "down", "down", "enter")
        assert options.option_count == 4
        await type_words(pilot, "not recorded")
        await press(pilot, "ctrl+s")
    quote = row(database, "SELECT * FROM quote WHERE exact LIKE 'We are%'")
    assert quote["start"] == TEXT.rindex("We are ready")
    assert row(database, "SELECT kind FROM speaker WHERE name = 'the ferrymen'")["kind"] == "group"


async def test_speakers_named_in_the_sentence_are_offered_first(
    make_app: MakeApp, database: Database
) -> None:
    article = with_ames(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        await press(pilot, "right_curly_bracket", "n")
        assert isinstance(pilot.app.screen, RecordPassageDialog)
        assert "Ruth Ames  named in the sentence" in shown(pilot)
        await press(pilot, "enter")
        await type_words(pilot, "monday")
        beneath = pilot.app.screen.query_one("#said .beneath", Static)
        assert "looking back from 2 Mar 2023, the day of the article" in str(beneath.content)


async def test_cancelling_keeps_the_selection(make_app: MakeApp, database: Database) -> None:
    article = with_ames(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        await press(pilot, "right_curly_bracket", "n", "escape")
        passage = screen_of(pilot).selection_here
        assert passage is not None
        assert passage.text == "the bridge opens in spring, not before"


async def test_without_a_selection_the_sentence_under_the_cursor_is_meant(
    make_app: MakeApp, database: Database
) -> None:
    article = with_ames(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        await press(pilot, *["right_parenthesis"] * 3, "n")
        assert isinstance(pilot.app.screen, RecordPassageDialog)
        assert "Nobody asked the ferrymen." in shown(pilot)


async def test_what_is_recorded_already_is_refused_and_nothing_is_lost(
    make_app: MakeApp, database: Database
) -> None:
    article = with_ames(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        for _ in range(2):
            await press(pilot, "g", "right_curly_bracket", "n", "enter")
            await type_words(pilot, "monday")
            await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, RecordPassageDialog)
        assert "recorded already" in shown(pilot)


async def test_a_wording_with_control_characters_is_anchored_exactly(
    make_app: MakeApp, database: Database
) -> None:
    text = "She said “we \x07agree\u200e to\tall” twice."
    article = add_article(database, text, title="Odd")
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        await press(pilot, "right_curly_bracket", "n")
        await type_words(pilot, "Ana Reis")
        await press(pilot, "enter")
        await type_words(pilot, "2022")
        await press(pilot, "ctrl+s")
    quote = row(database, "SELECT * FROM quote")
    assert quote["exact"] == "we \x07agree\u200e to\tall"
    assert text[quote["start"] : quote["end"]] == quote["exact"]
    assert row(database, "SELECT text FROM statement")["text"] == "we agree to all"


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("the bridge opens in spring", "claimed"),
        ("Nobody asked the ferrymen.", None),
        ("Harbour Master", "claimed"),
    ],
)
def test_the_cue_is_the_nearest_word_of_saying_in_the_sentence(words: str, cue: str | None) -> None:
    start = TEXT.index(words)
    assert guess_cue(TEXT, Place(start, start + len(words))) == cue


def test_names_of_the_own_sentence_are_told_from_those_around() -> None:
    start = TEXT.index("the bridge")
    own, others = names_near(TEXT, Place(start, TEXT.index("”")))
    assert own[:2] == ["Ames", "Ruth"]
    assert "Vale" in others
