"""The Article screen: quotes marked in the text, a cursor, a selection, and what is known of it."""

from typing import Any

import pytest
from textual.pilot import Pilot

from quotetrack.actions.articles import add_article
from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.statements import add_statement
from quotetrack.domain.tables import Article
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.domain.vocabulary import EventType
from quotetrack.store.database import Database
from quotetrack.tui.screens.article import ArticleScreen
from quotetrack.tui.widgets.article_text import AT_ONCE
from tests.tui.conftest import MakeApp
from tests.tui.driving import app_of, browse, press, settle, shown
from tests.tui.stories import ARTICLE, PUBLISHED, WORDING, denied_lachin, lachin


def screen_of(pilot: Pilot[Any]) -> ArticleScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ArticleScreen)
    return screen


def selected(pilot: Pilot[Any]) -> str | None:
    passage = screen_of(pilot).selection_here
    return None if passage is None else passage.text


async def open_article(pilot: Pilot[Any], article: int, position: int | None = None) -> None:
    await settle(pilot)
    app_of(pilot).doors.article(article, position)
    await settle(pilot)


async def test_a_statement_opens_its_article_at_the_quote(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "A")
        screen = screen_of(pilot)
        assert screen.article_id == story.article
        assert screen.text.cursor == ARTICLE.index(WORDING)
        assert screen.statement_here == story.statement
        assert screen.speaker_here == story.speaker
        await press(pilot, "escape")
        assert browse(pilot).table.has_focus


async def test_the_margin_tells_speaker_and_status_without_colour(
    make_app: MakeApp, database: Database
) -> None:
    story = denied_lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, story.article)
        assert "a Andrei Volkov 1" in shown(pilot)
        assert "a⊘ " in shown(pilot)
        await press(pilot, "right_square_bracket")
        assert "1/1 Andrei Volkov · 5 Dec 2022 · ⊘ denied (not said which)" in shown(pilot)


async def test_brackets_go_from_quote_to_quote(make_app: MakeApp, database: Database) -> None:
    article = add_article(database, "He said yes. She said no. They said maybe.", title="Three")
    for word, name in (("yes", "A B"), ("no", "C D"), ("maybe", "E F")):
        add_statement(
            database,
            text=word,
            speaker=NewSpeaker(name),
            article_id=article,
            said=parse_typed_date("2022", PUBLISHED),
        )
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        text = screen_of(pilot).text
        places = []
        for key in ("right", "right", "right", "right", "left", "left"):
            await press(pilot, f"{key}_square_bracket")
            places.append(text.cursor)
        assert places == [8, 22, 36, 36, 22, 8]


async def test_keys_for_statements_mean_the_quote_under_the_cursor(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, story.article)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert [each.message for each in pilot.app._notifications] == [
            "There is no statement under the cursor."
        ]
        await press(pilot, "right_square_bracket", "t")
        assert not isinstance(pilot.app.screen, ArticleScreen)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("shift+right", "shift+right", "shift+right"), "Che"),
        (("v", "ctrl+right"), "Checkpoint"),
        (("right_parenthesis", "space"), "Who gave way in December is still argued about."),
        (("right_parenthesis", "v", "ctrl+right", "right"), "Who g"),
        (("v", "end"), "Checkpoint on the Lachin road"),
        (("shift+down",), "Checkpoint on the Lachin road"),
        (("v", "right", "escape"), None),
        (("shift+right", "right"), None),
    ],
)
async def test_moving_selects(
    make_app: MakeApp, database: Database, keys: tuple[str, ...], words: str | None
) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, story.article)
        await press(pilot, *keys)
        assert selected(pilot) == words


async def test_passages_in_marks_are_selected_one_by_one_without_their_marks(
    make_app: MakeApp, database: Database
) -> None:
    article = add_article(database, 'He said: "Yes." Later “no”, and then "maybe".', title="Three")
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        found = []
        for key in ("right", "right", "left"):
            await press(pilot, f"{key}_curly_bracket")
            found.append(selected(pilot))
        assert found == ["Yes.", "no", "Yes."]
        await press(pilot, "space")
        assert selected(pilot) == 'He said: "Yes."'
        passage = screen_of(pilot).selection_here
        assert passage is not None
        assert (passage.article_id, passage.start, passage.end) == (article, 0, 15)


async def test_escape_drops_the_selection_before_it_leaves(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, story.article)
        await press(pilot, "space", "escape")
        assert selected(pilot) is None
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ArticleScreen)


async def test_dragging_selects_and_a_double_click_takes_the_sentence(
    make_app: MakeApp, database: Database
) -> None:
    article = add_article(database, "One two three. Four five six.", title="Words")
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        await pilot.mouse_down("ArticleText", offset=(6, 1))
        await pilot.hover("ArticleText", offset=(13, 1))
        await pilot.mouse_up("ArticleText", offset=(13, 1))
        await settle(pilot)
        assert selected(pilot) == "One two"
        await pilot.click("ArticleText", offset=(24, 1), times=2)
        await settle(pilot)
        assert selected(pilot) == "Four five six."


async def test_tab_goes_to_the_facts_and_back(make_app: MakeApp, database: Database) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, story.article)
        assert "sha256" not in shown(pilot)
        await press(pilot, "tab")
        assert "published  2 Mar 2023 · entered, sure" in shown(pilot)
        assert "sha256" in shown(pilot)
        await press(pilot, "escape")
        assert screen_of(pilot).text.has_focus


async def test_an_unsure_field_has_a_question_mark(make_app: MakeApp, database: Database) -> None:
    with database.unit("test", "an article") as unit:
        article = unit.new_id()
        origins = '{"byline": {"origin": "meta author", "certainty": "unsure"}}'
        unit.add(Article(id=article, title="Bare", byline="By a desk", field_origins=origins))
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        assert "No text of this article is stored" in shown(pilot)
        await press(pilot, "tab")
        assert "byline     By a desk · ? from meta author, unsure" in shown(pilot)


async def test_a_hostile_text_is_shown_in_place_and_does_nothing(
    make_app: MakeApp, database: Database
) -> None:
    article = add_article(database, "say \x1b[31m[bold]red[/] \u202enow", title="[b]x[/b]")
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        assert "say �[31m[bold]red[/] �now" in shown(pilot)
        assert "[b]x[/b]" in shown(pilot)


async def test_a_long_text_is_wrapped_in_the_background(
    make_app: MakeApp, database: Database
) -> None:
    article = add_article(database, "A sentence of words. " * (AT_ONCE // 10), title="Long")
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, article)
        assert "A sentence of words." in shown(pilot)
        await press(pilot, "G")
        assert screen_of(pilot).text.cursor == len(screen_of(pilot).text.text)
        await pilot.resize_terminal(140, 40)
        await settle(pilot)
        assert "A sentence of words." in shown(pilot)


async def test_what_is_recorded_meanwhile_is_marked_and_the_cursor_stays(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, story.article)
        await press(pilot, "right_square_bracket", "d")
        await press(pilot, "escape")
        before = screen_of(pilot).text.cursor
        from quotetrack.actions.tagging import tag_statement

        tag_statement(
            database,
            story.statement,
            EventType.RETRACTED,
            happened=parse_typed_date("2023", PUBLISHED),
            article_id=None,
        )
        app_of(pilot).database_changed()
        await settle(pilot)
        assert screen_of(pilot).text.cursor == before
        assert "✗ retracted" in shown(pilot)


async def test_a_click_on_a_quote_of_the_list_goes_there(
    make_app: MakeApp, database: Database
) -> None:
    story = lachin(database)
    async with make_app(database).run_test(size=(140, 40)) as pilot:
        await open_article(pilot, story.article)
        lines = shown(pilot).splitlines()
        row = next(place for place, line in enumerate(lines) if "“a small customs" in line)
        await pilot.click(offset=(lines[row].index("“a small") + 3, row))
        await settle(pilot)
        assert screen_of(pilot).statement_here == story.statement
        assert screen_of(pilot).text.has_focus


async def test_an_article_that_is_gone_says_so(make_app: MakeApp, database: Database) -> None:
    async with make_app(database).run_test(size=(80, 24)) as pilot:
        await open_article(pilot, 1)
        assert "The article cannot be shown" in shown(pilot)
        await press(pilot, "escape")
        assert browse(pilot).table.has_focus
