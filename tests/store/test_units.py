"""Units of work: all or nothing, one writer at a time, with derived columns and counters."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from quotetrack.domain.errors import NotFound, Refused
from quotetrack.domain.tables import (
    Article,
    Link,
    Note,
    Quote,
    Role,
    SnapshotText,
    Statement,
    StatementTag,
    Tag,
)
from quotetrack.store.database import Database
from tests.conftest import open_fixed
from tests.store.story import (
    add_denial,
    add_event,
    add_speaker,
    add_statement,
    add_story,
    logical_content,
    rows,
    value,
)


def test_an_error_inside_a_unit_leaves_nothing_behind(database: Database) -> None:
    add_story(database)
    before = logical_content(database.path)

    def fail_halfway() -> None:
        with database.unit("add_speaker") as unit:
            add_speaker(unit, "Olav Lund")
            raise KeyError

    with pytest.raises(KeyError):
        fail_halfway()
    assert logical_content(database.path) == before
    assert value(database, "SELECT max(unit) FROM audit") == 1


def test_a_unit_without_changes_leaves_no_trace(database: Database) -> None:
    with database.unit("add_speaker"):
        pass
    assert value(database, "SELECT count(*) FROM audit") == 0


def test_a_broken_rule_of_the_database_refuses_the_unit(database: Database) -> None:
    with pytest.raises(Refused, match="FOREIGN KEY"), database.unit("add_statement") as unit:
        add_statement(unit, 1, "Nobody said this.")
    assert value(database, "SELECT count(*) FROM statement") == 0


def test_looking_up_a_missing_row_says_so(database: Database) -> None:
    with pytest.raises(NotFound, match="no such snapshot text"), database.unit("x") as unit:
        unit.get(SnapshotText, 5)


def test_a_person_s_edit_reaches_the_disk_before_it_is_confirmed(database: Database) -> None:
    with database.unit("add_speaker") as unit:
        assert unit.connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert unit.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert unit.connection.in_transaction


def test_two_writers_wait_for_each_other(database: Database) -> None:
    patient = [open_fixed(database.path, user=user, create=False) for user in ("ada", "bob")]
    for one in patient:
        one.busy_seconds = 30

    def write(writer: Database) -> None:
        for number in range(15):
            with writer.unit("add_speaker") as unit:
                # Reading first is what makes a deferred transaction fail.
                unit.connection.execute("SELECT count(*) FROM speaker").fetchone()
                add_speaker(unit, f"{writer.user} {number}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, patient))
    assert value(database, "SELECT count(*) FROM speaker") == 30
    assert value(database, "SELECT count(DISTINCT unit) FROM audit") == 30


def test_a_deferred_transaction_would_have_failed_at_once(database: Database) -> None:
    with (
        closing(sqlite3.connect(database.path, isolation_level=None, timeout=30)) as late,
        closing(sqlite3.connect(database.path, isolation_level=None)) as early,
    ):
        late.execute("BEGIN")
        late.execute("SELECT count(*) FROM speaker").fetchone()
        early.execute("INSERT INTO outlet (id, name, folded) VALUES (1, 'A', 'a')")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            late.execute("INSERT INTO outlet (id, name, folded) VALUES (2, 'B', 'b')")


def test_a_denial_shows_in_status_and_search_terms(database: Database) -> None:
    story = add_story(database)
    add_denial(database, story)
    ((status, act, terms),) = rows(database, "SELECT status, status_event, tags FROM statement")
    assert (status, act) == ("denied", "denied_unspecified")
    assert {"tdenied", "adeniedunspecified", "hcontradiction"} < set(str(terms).split())


def test_another_s_dispute_is_a_mark_and_no_status(database: Database) -> None:
    story = add_story(database)
    with database.unit("tag_statement") as unit:
        other = add_speaker(unit, "Olav Lund")
        add_event(unit, story.statement, other, "third_party_disputed", "2023-01-01")
        add_event(unit, story.statement, story.speaker, "reaffirmed", "2023-01-02")
    assert rows(database, "SELECT status, marks FROM statement") == [
        ("no_later_event", "reaffirmed third_party_disputed")
    ]


def test_both_ends_of_a_contradiction_are_found_until_it_is_dismissed(database: Database) -> None:
    story = add_story(database)
    with database.unit("link_statements") as unit:
        later = add_statement(unit, story.speaker, "It never was safe.", "2023-01-01")
        link = Link(
            id=unit.new_id(),
            earlier_statement_id=story.statement,
            later_statement_id=later,
            relation="contradicts",
        )
        unit.add(link)
        link_id = link.id
    found = "SELECT count(*) FROM statement_search WHERE statement_search MATCH 'hcontradiction'"
    assert value(database, found) == 2
    with database.unit("dismiss") as unit:
        unit.get(Link, link_id).state = "dismissed"
    assert value(database, found) == 0


def test_wordings_of_quotes_are_searched_once_each(database: Database) -> None:
    story = add_story(database)
    with database.unit("add_quote") as unit:
        for exact in ("the bridge\nwas safe", "The bridge was safe.", "A safe bridge."):
            unit.add(Quote(id=unit.new_id(), statement_id=story.statement, exact=exact))
    assert value(database, "SELECT quoted FROM statement") == "the bridge was safe\nA safe bridge."


def test_tags_of_the_desk_become_search_terms(database: Database) -> None:
    story = add_story(database)
    with database.unit("tag") as unit:
        tag = Tag(id=unit.new_id(), name="Bridges", folded="bridges")
        unit.add(tag)
        pair = StatementTag(id=unit.new_id(), statement_id=story.statement, tag_id=tag.id)
        unit.add(pair)
        pair_id = pair.id
        term = f"g{tag.id}"
    assert term in str(value(database, "SELECT tags FROM statement")).split()
    with database.unit("untag") as unit:
        unit.delete(unit.get(StatementTag, pair_id))
    assert term not in str(value(database, "SELECT tags FROM statement")).split()


def test_a_note_a_role_and_where_it_was_published_become_search_terms(database: Database) -> None:
    story = add_story(database)

    def terms() -> set[str]:
        return set(str(value(database, "SELECT tags FROM statement")).split())

    with database.unit("add") as unit:
        note = Note(
            id=unit.new_id(), statement_id=story.statement, text="Ask.", author="ada", at=unit.now
        )
        unit.add(note)
        role = Role(id=unit.new_id(), speaker_id=story.speaker, title="Deputy Minister")
        unit.add(role)
        unit.get(Statement, story.statement).role_id = role.id
        outlet = unit.get(Article, story.article).outlet_id
        note_id, role_id = note.id, role.id
    assert {"hnote", "rdeputy", "rminister", f"o{outlet}"} < terms()
    with database.unit("change") as unit:
        unit.delete(unit.get(Note, note_id))
        unit.get(Role, role_id).title = "Minister"
        unit.get(Article, story.article).outlet_id = None
    assert not {"hnote", "rdeputy", f"o{outlet}"} & terms()
    assert "rminister" in terms()


def test_a_note_on_something_else_changes_no_derived_column(database: Database) -> None:
    story = add_story(database)
    with database.unit("add_note") as unit:
        note = Note(
            id=unit.new_id(), speaker_id=story.speaker, text="Ask.", author="ada", at=unit.now
        )
        unit.add(note)
    assert rows(database, "SELECT row_table FROM audit WHERE unit = 2") == [("note",)]


def test_statements_are_ordered_by_day_and_time(database: Database) -> None:
    with database.unit("add") as unit:
        speaker = add_speaker(unit, "Ida Berg")
        for text, said in (
            ("third", "2022-12-05T14:30"),
            ("undated", None),
            ("fourth", "2022-12-05T14:30"),
            ("last", "2022-12-06"),
            ("second", "2022-12-05T09:00"),
            ("first", "2022-12-05"),
        ):
            add_statement(unit, speaker, text, said)
    assert [text for (text,) in rows(database, "SELECT text FROM statement ORDER BY date_key")] == [
        "undated",
        "first",
        "second",
        "third",
        "fourth",
        "last",
    ]
    assert value(database, "SELECT min(date_key) FROM statement") == 0


def test_a_statement_without_a_date_lies_where_its_article_lies(database: Database) -> None:
    story = add_story(database, said=None)
    key = "SELECT date_key >> 20 FROM statement"
    first = value(database, key)
    with database.unit("edit") as unit:
        unit.get(Article, story.article).published_at = "2023-02-11"
    assert value(database, key) == int(str(first)) + 10


def test_a_full_minute_spills_into_the_next(database: Database) -> None:
    with database.unit("add") as unit:
        speaker = add_speaker(unit, "Ida Berg")
        for number in range(370):
            unit.session.add(
                Statement(
                    id=unit.new_id(),
                    speaker_id=speaker,
                    text=str(number),
                    said_from="2022-12-05T10:00",
                    said_to="2022-12-05T10:00",
                )
            )
        unit.session.flush()
    assert value(database, "SELECT count(DISTINCT date_key) FROM statement") == 370
    assert value(database, "SELECT max(date_key) - min(date_key) FROM statement") == 369


def test_editing_a_statement_on_the_same_day_keeps_its_key(database: Database) -> None:
    story = add_story(database)
    with database.unit("add") as unit:
        add_statement(unit, story.speaker, "Another.", "2022-12-05")
    key = value(database, "SELECT date_key FROM statement WHERE id = ?", story.statement)
    with database.unit("edit") as unit:
        unit.get(Statement, story.statement).said_from = "2022-12-04"
    again = value(database, "SELECT date_key FROM statement WHERE id = ?", story.statement)
    assert again == key


def test_off_record_statements_are_not_counted(database: Database) -> None:
    story = add_story(database)
    counters = "SELECT term, statements FROM facet_count ORDER BY term"
    counted = rows(database, counters)
    assert {(f"s{story.speaker}", 1), ("tnolaterevent", 1), ("vopen", 1)} <= set(counted)
    with database.unit("add") as unit:
        add_statement(unit, story.speaker, "Between us.", visibility="off_record")
    assert rows(database, counters) == counted
    with database.unit("edit") as unit:
        unit.get(Statement, story.statement).visibility = "off_record"
    assert rows(database, counters) == []


def test_counters_follow_status_and_deletion(database: Database) -> None:
    story = add_story(database)
    add_denial(database, story)
    counter = "SELECT term, statements FROM facet_count WHERE term LIKE 't%'"
    assert rows(database, counter) == [("tdenied", 1)]
    with database.unit("add") as unit:
        spare = add_statement(unit, story.speaker, "Spare.")
    with database.unit("delete") as unit:
        unit.delete(unit.get(Statement, spare))
    assert rows(database, counter) == [("tdenied", 1)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE snapshot SET raw_sha256 = ''",
        "UPDATE snapshot_text SET text = ''",
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
    ],
)
def test_proofs_and_the_trail_cannot_be_changed(database: Database, sql: str) -> None:
    add_story(database)
    with (
        closing(sqlite3.connect(database.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"never changed|only grows"),
    ):
        connection.execute(sql)


def test_a_second_user_s_changes_carry_his_name(
    database: Database, open_as: Callable[[str], Database]
) -> None:
    story = add_story(database)
    add_denial(open_as("bob"), story)
    assert rows(database, "SELECT DISTINCT unit, actor FROM audit") == [(1, "ada"), (2, "bob")]
