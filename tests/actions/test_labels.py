"""Labels: free tags put on statements and taken off, many in one step."""

from collections.abc import Sequence

import pytest

from quotetrack.actions.labels import label_statements, list_labels
from quotetrack.actions.many import MOST_AT_ONCE, choose_statements
from quotetrack.actions.reading import show_statement
from quotetrack.actions.trail import undo
from quotetrack.domain.desk_records import describe_selection
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.store.database import Database
from tests.actions.stored_rows import one_row, stored_rows
from tests.actions.story import add_remark, add_story, add_words


@pytest.fixture
def remarks(database: Database) -> list[int]:
    """Three statements of one speaker."""
    first = add_remark(database, add_story(database))
    with database.reader() as reader:
        speaker = show_statement(reader, first).row.speaker_id
    return [
        first,
        add_words(database, speaker, "We are ready.", "2022-12-06"),
        add_words(database, speaker, "We are not ready.", "2022-12-07"),
    ]


def labels_of(database: Database, statements: Sequence[int]) -> list[tuple[str, ...]]:
    with database.reader() as reader:
        return [show_statement(reader, each).labels for each in statements]


def test_labels_come_and_go_in_one_step_and_one_undo_restores_every_row(
    database: Database, remarks: list[int]
) -> None:
    label_statements(database, remarks[:1], add=["to check"])
    before = stored_rows(database.path)
    result = label_statements(database, remarks, add=["harbour", "Spring"], remove=["To Check"])
    assert result == (6, 1)
    assert labels_of(database, remarks) == [("harbour", "Spring")] * 3
    undo(database)
    assert stored_rows(database.path) == before


def test_a_label_is_a_term_of_the_search_index(database: Database, remarks: list[int]) -> None:
    label_statements(database, remarks[:1], add=["harbour"])
    (tag,) = one_row(database.path, "SELECT id FROM tag")
    (terms,) = one_row(database.path, "SELECT tags FROM statement WHERE id = ?", remarks[0])
    assert f"g{tag}" in str(terms).split()


def test_a_label_is_known_by_its_name_whatever_its_case_and_accents(
    database: Database, remarks: list[int]
) -> None:
    label_statements(database, remarks[:1], add=["Élections"])
    result = label_statements(database, remarks, add=["elections", "ELECTIONS"])
    assert result.added == 2
    assert labels_of(database, remarks) == [("Élections",)] * 3
    with database.reader() as reader:
        (label,) = list_labels(reader, remarks[:2])
    assert (label.name, label.statements, label.chosen) == ("Élections", 3, 2)


@pytest.mark.parametrize("name", ["", " \n", "!?", "x" * 61, "\x1b[31m"])
def test_what_is_no_label_is_refused_and_nothing_is_made(
    database: Database, remarks: list[int], name: str
) -> None:
    before = stored_rows(database.path)
    with pytest.raises(UsageError):
        label_statements(database, remarks, add=["fine", name])
    assert stored_rows(database.path) == before


def test_contradictory_and_empty_orders_are_refused(database: Database, remarks: list[int]) -> None:
    with pytest.raises(UsageError, match="added and removed"):
        label_statements(database, remarks, add=["a"], remove=["A"])
    with pytest.raises(UsageError, match="Name a label"):
        label_statements(database, remarks)
    with pytest.raises(UsageError, match="at least one statement"):
        label_statements(database, [], add=["a"])
    with pytest.raises(NotFound, match="no label 'b'"):
        label_statements(database, remarks, remove=["b"])
    with pytest.raises(NotFound, match="1 of these statements"):
        label_statements(database, [*remarks, 12345], add=["a"])


def test_more_than_one_step_may_change_is_refused_before_anything_is_read(
    database: Database,
) -> None:
    many = range(1, MOST_AT_ONCE + 2)
    with pytest.raises(Refused, match="at most 2,000"):
        label_statements(database, many, add=["a"])
    with database.reader() as reader, pytest.raises(Refused, match="2,001 statements"):
        choose_statements(reader, many)


def test_statements_chosen_together_say_how_many_of_whom(
    database: Database, remarks: list[int]
) -> None:
    with database.reader() as reader:
        three = choose_statements(reader, [*remarks, 4711])
        one = choose_statements(reader, remarks[:1])
        with pytest.raises(NotFound):
            choose_statements(reader, [4711])
    assert describe_selection(three) == "3 statements of Ruth Ames"
    assert describe_selection(three._replace(speakers=2)) == "3 statements of 2 speakers"
    assert describe_selection(one) == "1 statement of Ruth Ames"
    assert three.newest.text == "We are not ready."
