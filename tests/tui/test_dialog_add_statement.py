"""The form that records a statement from a stored article."""

from quotetrack.actions.articles import add_article
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.add_statement import AddStatementDialog
from tests.tui.hosting import (
    HostApp,
    all_rows,
    beneath,
    pick,
    press,
    problem,
    row,
    settle,
    type_into,
)
from tests.tui.stories import ARTICLE, lachin


def bare_article(database: Database) -> int:
    return add_article(database, ARTICLE, title="Checkpoint on the Lachin road")


async def test_a_wording_of_the_article_with_a_new_speaker_is_one_step(
    database: Database,
) -> None:
    article = bare_article(database)
    before = all_rows(database)
    app = HostApp(database, lambda: AddStatementDialog(None))
    async with app.run_test() as pilot:
        await settle(pilot)
        await pick(pilot, "article", "lachin")
        await type_into(pilot, "wording", "a small customs post")
        assert beneath(pilot, "wording").startswith("✓ found")
        await pick(pilot, "speaker", "Andrei Volkov")
        await type_into(pilot, "role", "Commander")
        await type_into(pilot, "organisation", "Russian peacekeepers")
        await type_into(pilot, "said", "5 Dec 2022")
        await type_into(pilot, "cue", "said")
        await type_into(pilot, "note", "see the map")
        await press(pilot, "ctrl+s")
        statement = row(database, "SELECT * FROM statement")
        assert app.results == [statement["id"]]
        assert statement["text"] == "a small customs post"
        assert statement["said_from"] == "2022-12-05"
        speaker = row(database, "SELECT * FROM speaker")
        assert (speaker["name"], speaker["kind"]) == ("Andrei Volkov", "person")
        assert statement["speaker_id"] == speaker["id"]
        quote = row(database, "SELECT * FROM quote")
        assert quote["article_id"] == article
        assert ARTICLE[quote["start"] : quote["end"]] == "a small customs post"
        assert quote["cue"] == "said"
        assert row(database, "SELECT title FROM role")["title"] == "Commander"
        assert row(database, "SELECT text FROM note")["text"] == "see the map"
        await press(pilot, "u")
    assert all_rows(database) == before


async def test_a_wording_the_article_lacks_is_refused_until_kept_as_unanchored(
    database: Database,
) -> None:
    article = bare_article(database)
    app = HostApp(database, lambda: AddStatementDialog(article))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "wording", "it was never agreed")
        assert beneath(pilot, "wording").startswith("✗ not in the article's text")
        await pick(pilot, "speaker", "Andrei Volkov")
        await type_into(pilot, "said", "not recorded")
        await press(pilot, "ctrl+s")
        assert problem(pilot)
        assert app.results == []
        app.screen.query_one("#unanchored Answers").focus()
        await press(pilot, "right")
        assert "kept as unanchored" in beneath(pilot, "wording")
        await press(pilot, "ctrl+s")
        assert len(app.results) == 1
    assert row(database, "SELECT start FROM quote")["start"] is None


async def test_of_two_places_the_one_meant_is_chosen(database: Database) -> None:
    article = add_article(database, "She said yes. Later she said yes again.", title="Twice")
    app = HostApp(database, lambda: AddStatementDialog(article))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "wording", "yes")
        assert "found 2 times" in beneath(pilot, "wording")
        await press(pilot, "f3")
        await pick(pilot, "speaker", "Ana Reis")
        await type_into(pilot, "said", "2022")
        await press(pilot, "ctrl+s")
    assert row(database, "SELECT start FROM quote")["start"] == 29


async def test_a_known_speaker_is_found_by_the_start_of_a_name(database: Database) -> None:
    story = lachin(database)
    app = HostApp(database, lambda: AddStatementDialog(story.article))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "wording", "small customs post")
        await pick(pilot, "speaker", "volk")
        assert "Commander of the Russian peacekeepers" in beneath(pilot, "speaker")
        assert "1 statement" in beneath(pilot, "speaker")
        await type_into(pilot, "said", "5 Dec 2022")
        await press(pilot, "ctrl+s")
        (statement,) = app.results
    found = row(database, "SELECT speaker_id FROM statement WHERE id = ?", statement)
    assert found["speaker_id"] == story.speaker


async def test_a_name_typed_but_not_picked_is_no_answer(database: Database) -> None:
    article = bare_article(database)
    app = HostApp(database, lambda: AddStatementDialog(article))
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_into(pilot, "wording", "agreed")
        await type_into(pilot, "speaker", "Volkov")
        await press(pilot, "ctrl+s")
        assert "Who said it?" in problem(pilot)
        assert app.results == []
