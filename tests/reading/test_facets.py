"""Facets: counts of the whole database, counts among hits, and nothing off the record."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from quotetrack.actions.facets import facets
from quotetrack.actions.reading import count, find_keys, list_speakers, load_rows
from quotetrack.domain.errors import QueryError
from quotetrack.store.database import Database, Reader, open_database
from quotetrack.store.reading.speakers import _ALL
from tests.reading.desk import Desk

WORDS = {"the": 1.0, "of": 0.5, "road": 0.02, "bridge": 0.01}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen hundred statements: nearly all have "the", many have "road"."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    write_corpus(path, WORDS, 1_600)
    return path


@pytest.fixture
def reader(corpus: Path) -> Iterator[Reader]:
    with open_database(corpus, user="ada").reader() as opened:
        yield opened


def test_without_a_search_the_kept_counters_tell_of_all_open_statements(reader: Reader) -> None:
    found = facets(reader)
    keys = find_keys(reader, "")
    rows = load_rows(reader, keys)
    assert (found.total, found.more) == (len(keys), False)
    assert sum(value.statements for value in found.status) == len(keys)
    assert Counter({value.term: value.statements for value in found.status}) == Counter(
        f"status:{row.status.value}" for row in rows
    )
    speakers = Counter(row.speaker_id for row in rows)
    assert found.speaker[0].statements == max(speakers.values())


@pytest.mark.parametrize("search", ["road", "status:denied", "road -bridge", "said:2019"])
def test_within_results_each_value_counts_what_its_term_would_find(
    reader: Reader, search: str
) -> None:
    found = facets(reader, search)
    assert 0 < found.total == count(reader, search) <= 1_000
    assert not found.more
    assert found.status
    for value in found.status:
        assert value.statements == count(reader, f"{search} {value.term}"), value
    rows = load_rows(reader, find_keys(reader, search))
    named = Counter(row.speaker_name for row in rows)
    assert [value.statements for value in found.speaker][:3] == [
        statements for _, statements in named.most_common(3)
    ]


def test_of_more_than_a_thousand_the_newest_are_counted(reader: Reader) -> None:
    found = facets(reader, "the")
    newest = load_rows(reader, find_keys(reader, "the", 1_000))
    assert (found.total, found.more) == (1_000, True)
    assert {value.term: value.statements for value in found.status} == Counter(
        f"status:{row.status.value}" for row in newest
    )


def test_values_are_ordered_by_how_many_statements_have_them(reader: Reader) -> None:
    for search in ("", "road"):
        found = facets(reader, search)
        for values in (found.status, found.speaker, found.outlet):
            counts = [value.statements for value in values]
            assert counts == sorted(counts, reverse=True)
        assert len(found.speaker) <= 50


def test_off_record_statements_are_in_no_facet(desk: Desk) -> None:
    shown, hidden = desk.speaker("Ann Lee"), desk.speaker("Bo Hidden")
    desk.statement(shown, "the road", "2022-12-05")
    desk.statement(hidden, "the road between us", "2021-12-05", visibility="off_record")
    with desk.database.reader() as reader:
        for search in ("", "road"):
            found = facets(reader, search)
            assert found.total == 1
            assert [value.label for value in found.speaker] == ["Ann Lee"]
            assert "2021" not in {value.label for value in found.year}


def test_a_hostile_name_narrows_to_a_search_that_is_understood(desk: Desk) -> None:
    speaker = desk.speaker('Ann "the\x1b[31m" Lee')
    desk.statement(speaker, "the road")
    with desk.database.reader() as reader:
        (value,) = facets(reader, "road").speaker
        assert count(reader, value.term) == 1


def test_counting_among_results_takes_two_queries(reader: Reader) -> None:
    queries: list[str] = []
    reader.connection.set_trace_callback(queries.append)
    facets(reader, "road")
    facets(reader, "")
    reader.connection.set_trace_callback(None)
    # The index asks for its own settings when it is first used.
    assert len([query for query in queries if "'main'" not in query]) == 3


def test_those_who_say_most_are_listed_without_a_look_at_all_speakers(desk: Desk) -> None:
    for place in range(4):
        speaker = desk.speaker(f"Speaker {place}")
        for number in range(place):
            desk.statement(speaker, f"words {number}")
    steps = [step for *_, step in desk.connection.execute(f"EXPLAIN QUERY PLAN {_ALL}", (2,))]
    assert "SEARCH facet_count USING COVERING INDEX facet_most (<expr>=?)" in steps
    assert "SEARCH speaker USING INTEGER PRIMARY KEY (rowid=?)" in steps
    for limit in (2, 4, 200):
        with desk.database.reader() as reader:
            listed = list_speakers(reader, "", limit)
        assert [each.name for each in listed] == [
            f"Speaker {place}" for place in (3, 2, 1, 0)[:limit]
        ]


def test_nothing_found_has_no_values(database: Database) -> None:
    with database.reader() as reader:
        for search in ("", "nothing"):
            assert facets(reader, search) == (0, False, (), (), (), ())


def test_a_search_that_cannot_be_read_is_refused(reader: Reader) -> None:
    with pytest.raises(QueryError):
        facets(reader, "status:unheard")
