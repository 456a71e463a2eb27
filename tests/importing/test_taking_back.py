"""An import is one entry of the history: taken back exactly, refused after work, verified."""

from pathlib import Path

import pytest

from quotetrack.actions.notes import add_notes
from quotetrack.actions.trail import undo
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.errors import UndoRefused
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from tests.importing.writing import BRIDGE, DENIED, FERRY, json_lines, remarks, take_in
from tests.store.story import add_denial, add_story, logical_content, rows


def test_it_is_one_entry_in_the_history_and_undone_as_a_whole(
    database: Database, tmp_path: Path
) -> None:
    add_denial(database, add_story(database))
    before = logical_content(database.path)

    summary = take_in(database, json_lines(tmp_path, [BRIDGE, FERRY, DENIED]))
    entries = rows(database, "SELECT action, row_table FROM audit WHERE unit = ?", summary.unit)
    taken = undo(database)

    assert entries == [("import_file", "import_batch")]
    assert (taken.unit, taken.summary) == (summary.unit, "Imported 3 statements from remarks.jsonl")
    assert logical_content(database.path) == before
    assert check_database(database) == []


@pytest.mark.parametrize("many", [3, 300])
def test_undo_is_exact_however_large_the_import_is_beside_the_rest(
    database: Database, tmp_path: Path, many: int
) -> None:
    take_in(database, json_lines(tmp_path, remarks(40), "first.jsonl"))
    before = logical_content(database.path)

    later = [row | {"id": f"later {row['id']}"} for row in remarks(many)]
    take_in(database, json_lines(tmp_path, later))
    undo(database)

    assert logical_content(database.path) == before
    assert check_database(database) == []


def test_undo_is_refused_when_a_row_has_been_worked_on_and_names_the_work(
    database: Database, tmp_path: Path
) -> None:
    unit = take_in(database, json_lines(tmp_path, [BRIDGE, FERRY])).unit
    (statement,) = rows(database, "SELECT id FROM statement WHERE external_id = 'b2'")[0]
    add_notes(database, [Subject("statement", int(str(statement)))], "is this so?")
    before = logical_content(database.path)

    with pytest.raises(UndoRefused, match=r"ada has since changed the same note"):
        undo(database, unit)
    assert logical_content(database.path) == before

    undo(database)  # the note
    undo(database, unit)
    assert rows(database, "SELECT * FROM statement") == []
    assert check_database(database) == []


def test_undo_is_refused_while_a_later_import_leans_on_it(
    database: Database, tmp_path: Path
) -> None:
    first = take_in(database, json_lines(tmp_path, [BRIDGE]))
    take_in(database, json_lines(tmp_path, [BRIDGE | {"id": "c1", "text": "No"}], "more.jsonl"))

    with pytest.raises(UndoRefused, match=r"Imported 1 statement from more\.jsonl"):
        undo(database, first.unit)


def test_the_history_of_a_statement_begins_with_its_import(
    database: Database, tmp_path: Path
) -> None:
    from quotetrack.store.reading.history import list_history

    take_in(database, json_lines(tmp_path, [FERRY]))
    with database.reader() as reader:
        (statement,) = reader.connection.execute("SELECT id FROM statement").fetchone()
        entries = list_history(reader.connection, "statement", statement)

    assert [entry.action for entry in entries] == ["import_file"]


def test_rows_changed_behind_the_trail_are_noticed(database: Database, tmp_path: Path) -> None:
    from contextlib import closing
    from sqlite3 import connect

    take_in(database, json_lines(tmp_path, [BRIDGE, FERRY]))
    with closing(connect(database.path)) as connection, connection:
        connection.execute("UPDATE quote SET form = 'partial'")

    assert "imports" in {problem.part for problem in check_database(database)}
    with pytest.raises(UndoRefused, match="no longer as they came in"):
        undo(database)


def test_rows_edited_in_the_trail_are_not_mistaken_for_that(
    database: Database, tmp_path: Path
) -> None:
    from quotetrack.actions.removing import remove_statement

    take_in(database, json_lines(tmp_path, [BRIDGE, FERRY]))
    (statement,) = rows(database, "SELECT id FROM statement WHERE external_id = 'b1'")[0]
    remove_statement(database, int(str(statement)))

    assert check_database(database) == []
