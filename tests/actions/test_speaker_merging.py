"""Merging two speakers: everything goes over, and one undo brings it all back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotetrack.actions.linking import link_statements
from quotetrack.actions.reading import list_speakers, search, show_speaker, show_statement
from quotetrack.actions.speaker_merging import compare_speakers, likely_same, merge_speakers
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.errors import NotFound, Refused
from quotetrack.domain.tables import Statement
from quotetrack.domain.vocabulary import EventType, LinkState, Relation, SpeakerKind, Status
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_words, on_day


def named(database: Database, name: str) -> int:
    with database.reader() as reader:
        return list_speakers(reader, name)[0].id


def run(path: Path, query: str, *parameters: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(query, parameters)
        connection.commit()


def everything_that_refers(database: Database, speaker: int, other: int) -> None:
    """A row in every column that names a speaker, written as later migrations may do."""
    words = add_words(database, speaker, "the harbour is safe", "2022-12-06")
    on_behalf = add_words(database, other, "the port is open", "2022-12-07")
    tag_statement(
        database, words, EventType.RETRACTED, happened=on_day("2023-01-02"), article_id=None
    )
    run(
        database.path,
        "UPDATE statement SET on_behalf_of_id = ? WHERE id = ?",
        speaker,
        on_behalf,
    )
    run(
        database.path,
        "UPDATE event SET on_behalf_of_id = ? WHERE statement_id = ?",
        speaker,
        words,
    )
    run(
        database.path,
        "INSERT INTO note (id, speaker_id, text, author, at) VALUES (1, ?, 'n', 'ada', '2023')",
        speaker,
    )
    run(
        database.path,
        "INSERT INTO inquiry (id, speaker_id, question) VALUES (1, ?, 'why?')",
        speaker,
    )
    run(
        database.path,
        "INSERT INTO saved_place (id, name, screen, row_id, author, at)"
        " VALUES (1, 'p', 'speaker', ?, 'ada', '2023')",
        speaker,
    )


def columns_naming_a_speaker(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            'SELECT child.name, key."from" FROM sqlite_schema AS child'
            " JOIN pragma_foreign_key_list(child.name) AS key"
            " WHERE child.type = 'table' AND key.\"table\" = 'speaker'"
        ).fetchall()


def test_everything_goes_over_and_undo_restores_every_row(database: Database) -> None:
    kept = add_speaker(database, "Ruth Ames", aliases=["R. Ames"], role="Mayor")
    gone = add_speaker(
        database,
        "Ruth Aims",
        aliases=["R. Ames", "Рут Эймс"],
        role="Harbour Master",
        attested_on="2022-12-05",
    )
    third = add_speaker(database, "Tom Vale")
    everything_that_refers(database, gone, third)
    before = stored_rows(database.path)
    merge_speakers(database, kept, gone)
    with database.reader() as reader:
        record = show_speaker(reader, kept)
        with pytest.raises(NotFound):
            show_speaker(reader, gone)
        assert [row.text for row in search(reader, "speaker:ames")] == ["the harbour is safe"]
        assert list_speakers(reader, "эйм")[0].id == kept
        assert list_speakers(reader, "ruth")[0].statement_count == 1
    assert [(name.name, name.kind) for name in record.names] == [
        ("Ruth Ames", "canonical"),
        ("R. Ames", "alias"),
        ("Ruth Aims", "alias"),
        ("Рут Эймс", "alias"),
    ]
    assert {role.title for role in record.roles} == {"Mayor", "Harbour Master"}
    assert record.status_counts == ((Status.RETRACTED, 1),)
    for table, column in columns_naming_a_speaker(database.path):
        query = f"SELECT count(*) FROM {table} WHERE {column} = ?"
        assert one_row(database.path, query, gone) == (0,), (table, column)
        if (table, column) != ("event", "on_behalf_of_id"):
            assert one_row(database.path, query, kept) != (0,), (table, column)
    assert one_row(database.path, "SELECT row_id FROM saved_place") == (kept,)
    assert check_database(database) == []
    entry = undo(database)
    assert entry.summary == "Merged the speaker Ruth Aims into Ruth Ames"
    assert stored_rows(database.path) == before
    assert check_database(database) == []


def test_a_denial_by_the_other_counts_as_his_own_once_they_are_one(database: Database) -> None:
    kept, gone = add_speaker(database, "Ruth Ames"), add_speaker(database, "Ruth Aims")
    words = add_words(database, kept, "the harbour is safe", "2022-12-06")
    tag_statement(
        database, words, EventType.RETRACTED, happened=on_day("2023-01-02"), article_id=None
    )
    run(database.path, "UPDATE event SET actor_id = ?", gone)
    with database.unit("touch") as unit:
        from quotetrack.domain.tables import Statement

        statement = unit.get(Statement, words)
        statement.venue = "at the port"
        unit.add(statement)
    with database.reader() as reader:
        assert show_statement(reader, words).row.status is Status.NO_LATER_EVENT
    merge_speakers(database, kept, gone)
    with database.reader() as reader:
        assert show_statement(reader, words).row.status is Status.RETRACTED
        assert search(reader, "status:retracted")
    assert check_database(database) == []


def test_nobody_speaks_on_his_own_behalf_afterwards(database: Database) -> None:
    kept, gone = add_speaker(database, "Ruth Ames"), add_speaker(database, "Ruth Aims")
    words = add_words(database, gone, "the harbour is safe", "2022-12-06")
    run(database.path, "UPDATE statement SET on_behalf_of_id = ? WHERE id = ?", kept, words)
    before = stored_rows(database.path)
    merge_speakers(database, kept, gone)
    assert one_row(database.path, "SELECT on_behalf_of_id FROM statement") == (None,)
    undo(database)
    assert stored_rows(database.path) == before


def test_a_role_that_both_have_from_one_source_is_kept_once(database: Database) -> None:
    kept = add_speaker(database, "Ruth Ames", role="Mayor", attested_on="2022-12-05")
    gone = add_speaker(database, "Ruth Aims", role="Mayor", attested_on="2022-12-05")
    words = add_words(database, gone, "the harbour is safe", "2022-12-06")
    (role,) = one_row(database.path, f"SELECT id FROM role WHERE speaker_id = {gone}")
    assert isinstance(role, int)
    with database.unit("test") as unit:
        unit.get(Statement, words).role_id = role
    before = stored_rows(database.path)
    merge_speakers(database, kept, gone)
    with database.reader() as reader:
        assert len(show_speaker(reader, kept).roles) == 1
        assert show_statement(reader, words).row.role == "Mayor"
    undo(database)
    assert stored_rows(database.path) == before


def test_links_in_tension_stay_and_are_mentioned(database: Database) -> None:
    kept, gone = add_speaker(database, "Ruth Ames"), add_speaker(database, "Ruth Aims")
    earlier = add_words(database, kept, "40 ships wait", "2022-12-06")
    later = add_words(database, gone, "25 ships wait", "2022-12-07")
    link_statements(database, later, earlier, Relation.IN_TENSION, state=LinkState.CONFIRMED)
    with database.reader() as reader:
        assert compare_speakers(reader, kept, gone).tensions == 1
    merge_speakers(database, kept, gone)
    assert one_row(database.path, "SELECT relation FROM link") == ("in_tension",)


def test_what_speaks_against_their_being_one_is_said(database: Database) -> None:
    first = add_speaker(database, "Ruth Ames")
    second = add_speaker(database, "Ames & Co", kind=SpeakerKind.ORGANISATION)
    run(database.path, "UPDATE speaker SET wikidata_id = 'Q' || kind")
    with database.reader() as reader:
        doubts = compare_speakers(reader, first, second).doubts
    assert doubts == (
        "Wikidata knows two of them: Qperson and Qorganisation.",
        "One is of the kind person, the other organisation.",
    )


def test_the_likely_ones_are_offered_the_likest_first(database: Database) -> None:
    speaker = add_speaker(database, "Mateus Figueira", aliases=["Figueira"])
    add_speaker(database, "Tom Vale")
    family = add_speaker(database, "Ana Figueira")
    typo = add_speaker(database, "Matheus Figueira")
    turned = add_speaker(database, "Figuera, Mateus")
    with database.reader() as reader:
        found = [each.id for each in likely_same(reader, speaker)]
    assert found == [typo, turned, family]


def test_a_speaker_is_not_merged_into_itself(database: Database) -> None:
    speaker = add_speaker(database, "Ruth Ames")
    with pytest.raises(Refused, match="one speaker already"):
        merge_speakers(database, speaker, speaker)


def test_a_name_in_another_script_is_offered_as_perhaps_the_same(database: Database) -> None:
    one = add_speaker(database, "Andrei Volkov")
    other = add_speaker(database, "Андрей Волков")
    add_speaker(database, "Ruth Ames")
    with database.reader() as reader:
        assert [each.id for each in likely_same(reader, one)] == [other]
        assert [each.id for each in likely_same(reader, other)] == [one]
