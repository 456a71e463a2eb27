"""Undo: exact, one's own, and refused where somebody has been there since."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from quotetrack.domain.errors import NotFound, UndoRefused
from quotetrack.domain.tables import (
    Article,
    Event,
    Link,
    Note,
    Quote,
    SnapshotText,
    Speaker,
    SpeakerName,
    Statement,
)
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from quotetrack.store.undo import undo_last, undo_unit
from quotetrack.store.unit import Unit
from tests.store.story import (
    Story,
    add_article,
    add_denial,
    add_event,
    add_speaker,
    add_statement,
    add_story,
    logical_content,
    rows,
    value,
)


def _rename(unit: Unit, story: Story) -> None:
    unit.get(Speaker, story.speaker).name = "Ida M. Berg"


def _respell(unit: Unit, story: Story) -> None:
    (name,) = unit.connection.execute("SELECT id FROM speaker_name LIMIT 1").fetchone()
    unit.get(SpeakerName, name).folded = "ida m berg"


def _reword(unit: Unit, story: Story) -> None:
    unit.get(Statement, story.statement).text = "The bridge is not safe."


def _redate(unit: Unit, story: Story) -> None:
    statement = unit.get(Statement, story.statement)
    statement.said_from = statement.said_to = "2022-11-01T10:15"


def _hide(unit: Unit, story: Story) -> None:
    unit.get(Statement, story.statement).visibility = "off_record"


def _deny(unit: Unit, story: Story) -> None:
    add_event(unit, story.statement, story.speaker, "denied_saying", "2023-01-01")


def _remove(unit: Unit, story: Story) -> None:
    unit.delete(unit.get(Quote, story.quote))
    unit.delete(unit.get(Statement, story.statement))


def _swap_days(unit: Unit, story: Story) -> None:
    for statement in unit.connection.execute("SELECT id FROM statement").fetchall():
        row = unit.get(Statement, statement[0])
        row.said_from = row.said_to = "2022-12-06" if row.said_to == "2022-12-05" else "2022-12-05"


def _republish(unit: Unit, story: Story) -> None:
    unit.get(Article, story.article).published_at = "2021-01-01"


def _add_much(unit: Unit, story: Story) -> None:
    add_article(unit, "2023-03-03")
    speaker = add_speaker(unit, "Olav Lund")
    statement = add_statement(unit, speaker, "I was there.", "2022-12-05")
    unit.add(Quote(id=unit.new_id(), statement_id=statement, exact="I was there"))
    add_event(unit, statement, speaker, "retracted", "2022-12-06")
    _reword(unit, story)


@pytest.mark.parametrize(
    "change",
    [
        _rename,
        _respell,
        _reword,
        _redate,
        _hide,
        _deny,
        _remove,
        _swap_days,
        _republish,
        _add_much,
    ],
)
def test_undo_restores_every_row_but_the_trail(
    database: Database, change: Callable[[Unit, Story], None]
) -> None:
    story = add_story(database)
    with database.unit("more") as unit:
        add_statement(unit, story.speaker, "Next day.", "2022-12-06")
        undated = add_statement(unit, story.speaker, "Some day.")
        unit.add(Quote(id=unit.new_id(), statement_id=undated, article_id=story.article, exact="S"))
        add_statement(unit, story.speaker, "Same day.", "2022-12-05")
    before = logical_content(database.path)
    with database.unit("change") as unit:
        change(unit, story)
    assert logical_content(database.path) != before
    assert undo_last(database) == 3
    assert logical_content(database.path) == before
    assert check_database(database) == []


def test_undo_goes_further_back_each_time_until_nothing_is_left(database: Database) -> None:
    empty = logical_content(database.path)
    story = add_story(database)
    told = logical_content(database.path)
    add_denial(database, story)
    assert undo_last(database) == 2
    assert logical_content(database.path) == told
    assert undo_last(database) == 1
    assert logical_content(database.path) == empty
    with pytest.raises(UndoRefused, match="nothing of ada's"):
        undo_last(database)
    assert rows(database, "SELECT DISTINCT unit, action, undoes FROM audit WHERE unit > 2") == [
        (3, "undo", 2),
        (4, "undo", 1),
    ]


def test_only_one_s_own_changes_are_taken_back(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    with open_as("bob").unit("add_note") as unit:
        note = Note(
            id=unit.new_id(), speaker_id=story.speaker, text="Ask.", author="bob", at=unit.now
        )
        unit.add(note)
    with database.unit("edit") as unit:
        _reword(unit, story)
    assert undo_last(open_as("bob")) == 2
    assert value(database, "SELECT count(*) FROM note") == 0
    assert value(database, "SELECT text FROM statement") == "The bridge is not safe."


def test_undo_is_refused_where_another_has_changed_the_row(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    with database.unit("edit") as unit:
        _reword(unit, story)
    with open_as("bob").unit("edit_statement", "corrected the wording") as unit:
        unit.get(Statement, story.statement).text = "The bridge was never safe."
    before = logical_content(database.path)
    with pytest.raises(UndoRefused) as refusal:
        undo_last(database)
    assert "bob" in str(refusal.value)
    assert "corrected the wording" in str(refusal.value)
    assert "2023-03-14T09:30:00+00:00" in str(refusal.value)
    assert logical_content(database.path) == before
    undo_last(open_as("bob"))
    assert undo_last(database) == 2


def test_undo_is_refused_where_a_later_row_refers_to_an_added_one(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    with open_as("bob").unit("tag_statement", "denied having said it") as unit:
        add_event(unit, story.statement, None, "denied_saying", "2023-02-01")
    with pytest.raises(UndoRefused, match=r"bob .*same event \(denied having said it"):
        undo_last(database)


def test_undo_is_refused_where_another_has_removed_the_row(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    event = add_denial(database, story)
    with open_as("bob").unit("remove_event", "removed a wrong tag") as unit:
        (link,) = unit.connection.execute("SELECT id FROM link").fetchone()
        unit.delete(unit.get(Link, link))
        unit.delete(unit.get(Event, event))
    with pytest.raises(UndoRefused, match=r"bob .*removed a wrong tag"):
        undo_last(database)


def test_a_removed_row_cannot_return_without_its_parent(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    with database.unit("remove_quote") as unit:
        unit.delete(unit.get(Quote, story.quote))
    with open_as("bob").unit("remove_statement", "removed a duplicate") as unit:
        unit.delete(unit.get(Statement, story.statement))
    with pytest.raises(UndoRefused, match=r"bob .*same statement .removed a duplicate"):
        undo_last(database)
    assert value(database, "SELECT count(*) FROM quote") == 0


def test_a_removed_row_cannot_return_where_its_place_is_taken(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)

    def external(unit: Unit, statement: int) -> None:
        row = unit.get(Statement, statement)
        row.external_source, row.external_id = "feed", "1"

    with database.unit("import") as unit:
        external(unit, story.statement)
    with database.unit("remove") as unit:
        _remove(unit, story)
    with open_as("bob").unit("import", "imported the feed") as unit:
        external(unit, add_statement(unit, story.speaker, "The same."))
    with pytest.raises(UndoRefused, match=r"bob .*imported the feed"):
        undo_last(database)


def test_another_s_later_tag_does_not_stand_in_the_way_of_one_s_own(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    add_denial(database, story)
    with open_as("bob").unit("tag_statement") as unit:
        add_event(unit, story.statement, story.speaker, "retracted", "2023-03-01")
    assert undo_last(database) == 2
    assert rows(database, "SELECT status FROM statement") == [("retracted",)]
    assert check_database(database) == []


def test_a_date_key_taken_meanwhile_is_left_to_its_new_owner(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    key = value(database, "SELECT date_key FROM statement")
    with database.unit("edit") as unit:
        _redate(unit, story)
    with open_as("bob").unit("add") as unit:
        other = add_statement(unit, story.speaker, "Another.", "2022-12-05")
    assert value(database, "SELECT date_key FROM statement WHERE id = ?", other) == key
    undo_last(database)
    assert value(database, "SELECT date_key FROM statement WHERE id = ?", other) == key
    assert (
        value(database, "SELECT date_key FROM statement WHERE id = ?", story.statement)
        == int(str(key)) + 1
    )
    assert check_database(database) == []


def test_a_change_whose_payload_was_erased_cannot_be_taken_back(database: Database) -> None:
    add_story(database)
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("DELETE FROM audit_payload")
        connection.commit()
    with pytest.raises(UndoRefused, match="erased"):
        undo_last(database)


def test_a_deleted_snapshot_cannot_return(database: Database) -> None:
    story = add_story(database)
    with database.unit("remove_quote") as unit:
        unit.delete(unit.get(Quote, story.quote))
    with database.unit("remove_text") as unit:
        unit.delete(unit.get(SnapshotText, story.text))
    with pytest.raises(UndoRefused, match="only the digest of a snapshot text"):
        undo_last(database)


def test_a_row_changed_behind_the_trail_s_back_is_reported(database: Database) -> None:
    add_story(database)
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("UPDATE speaker SET name = 'Someone'")
        connection.commit()
    with pytest.raises(UndoRefused, match="the trail does not say why"):
        undo_last(database)


def test_any_unit_is_taken_back_and_what_came_after_it_stays(database: Database) -> None:
    story = add_story(database)
    before = logical_content(database.path)
    with database.unit("rename") as unit:
        _rename(unit, story)
        number = unit.number
    with database.unit("reword") as unit:
        _reword(unit, story)
    undo_unit(database, number)
    assert value(database, "SELECT name FROM speaker") != "Ida M. Berg"
    assert value(database, "SELECT text FROM statement") == "The bridge is not safe."
    assert undo_last(database) == number + 1
    assert logical_content(database.path) == before
    assert check_database(database) == []


def test_another_s_unit_is_taken_back_only_when_asked_for_outright(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    before = logical_content(database.path)
    with open_as("bob").unit("rename") as unit:
        _rename(unit, story)
        number = unit.number
    with pytest.raises(UndoRefused, match="bob's, not ada's"):
        undo_unit(database, number)
    undo_unit(database, number, others=True)
    assert logical_content(database.path) == before


def test_an_undo_a_unit_taken_back_and_a_missing_one_are_refused(database: Database) -> None:
    add_story(database)
    undo_unit(database, 1)
    with pytest.raises(UndoRefused, match="has been taken back already, by ada"):
        undo_unit(database, 1)
    with pytest.raises(UndoRefused, match="is an undo itself"):
        undo_unit(database, 2)
    with pytest.raises(NotFound, match="no entry 99"):
        undo_unit(database, 99)
