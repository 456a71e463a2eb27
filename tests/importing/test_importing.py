"""An import as a whole: idempotent, resumable, one entry, taken back exactly, always sound."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotetrack.actions import importing
from quotetrack.actions.importing import import_file, take_back_import
from quotetrack.actions.notes import add_notes
from quotetrack.actions.reading import search
from quotetrack.actions.trail import undo
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.errors import ImportStopped, NotFound, Refused, UndoRefused
from quotetrack.domain.import_records import ImportProgress
from quotetrack.exchange.importing.mapping import Mapping
from quotetrack.store.checking import check_database
from quotetrack.store.database import Database
from tests.importing.writing import (
    BRIDGE,
    DENIED,
    FERRY,
    comma_separated,
    json_lines,
    raw_file,
    remarks,
    take_in,
)
from tests.store.story import add_story, logical_content, rows, value
from tests.store.unprivileged import REPOSITORY


def stop_after(chunks: int) -> Callable[[ImportProgress], None]:
    """Stops an import as Ctrl+C does, when so many chunks are written."""

    def progress(at: ImportProgress) -> None:
        if at.rows >= chunks * importing.CHUNK:
            raise KeyboardInterrupt

    return progress


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes twenty rows at a time."""
    monkeypatch.setattr(importing, "CHUNK", 20)
    monkeypatch.setattr(importing, "STEP", 10)


def test_everything_that_a_row_says_comes_in(database: Database, tmp_path: Path) -> None:
    summary = take_in(database, json_lines(tmp_path, [BRIDGE, FERRY, DENIED]))

    assert (summary.rows_added, summary.speakers_added, summary.articles_added) == (3, 2, 1)
    assert rows(
        database,
        "SELECT speaker.name, role.title, organisation, attested_on, said_from, venue,"
        " statement.language, workflow, external_source, external_id, status"
        " FROM statement JOIN speaker ON speaker.id = statement.speaker_id"
        " LEFT JOIN role ON role.id = role_id ORDER BY external_id",
    ) == [
        ("Ruth Ames", "Harbour Master", "Port of Lund", "2022-12-05", "2022-12-05", "the council",
         "en", "draft", "remarks", "b1", "no_later_event"),
        ("Ivo Brandt", None, None, None, "2023-01-01", None, None, "draft", "remarks", "b2",
         "no_later_event"),
        ("Ivo Brandt", None, None, None, "2023-02-02", None, None, "draft", "remarks", "b3",
         "denied"),
    ]  # fmt: skip
    assert rows(
        database,
        "SELECT exact, form, url, title, outlet.name, published_at FROM quote"
        " JOIN article ON article.id = article_id JOIN outlet ON outlet.id = outlet_id",
    ) == [
        (BRIDGE["quote"], "verbatim", BRIDGE["url"], BRIDGE["title"], "The Courier", "2022-12-06")
    ]
    assert rows(database, "SELECT name FROM tag ORDER BY name") == [("bridge",), ("port",)]
    assert rows(database, "SELECT text, author FROM note") == [("check with the port", "ada")]
    assert value(database, "SELECT relation || ' ' || basis FROM link") == "contradicts denial"
    assert check_database(database) == []


def test_what_came_in_is_found_by_a_search(database: Database, tmp_path: Path) -> None:
    take_in(database, json_lines(tmp_path, [BRIDGE, FERRY, DENIED]))

    with database.reader() as reader:
        assert [row.text for row in search(reader, "sundays")] == [FERRY["text"]]
        assert len(search(reader, "speaker:brandt")) == 2
        assert [row.text for row in search(reader, "status:denied_saying")] == [DENIED["text"]]


def test_the_same_file_again_adds_nothing(database: Database, tmp_path: Path) -> None:
    path = json_lines(tmp_path, [BRIDGE, FERRY, DENIED])
    take_in(database, path)
    before = logical_content(database.path)

    again = take_in(database, path)

    assert (again.rows_added, again.rows_known, again.unit) == (0, 3, None)
    assert logical_content(database.path) == before


def test_without_ids_the_content_is_what_tells_rows_apart(
    database: Database, tmp_path: Path
) -> None:
    bare = [{name: text for name, text in row.items() if name != "id"} for row in (BRIDGE, FERRY)]
    first = take_in(database, json_lines(tmp_path, [*bare, bare[0]]))

    again = take_in(database, comma_separated(tmp_path, bare, "others.csv"))

    assert (first.rows_added, first.rows_known) == (2, 1)
    assert (again.rows_added, again.rows_known) == (0, 2)


def test_a_later_file_adds_what_is_new_and_knows_the_rest(
    database: Database, tmp_path: Path
) -> None:
    take_in(database, json_lines(tmp_path, [BRIDGE]), values={"source": "archive"})

    later = take_in(
        database, json_lines(tmp_path, [BRIDGE, FERRY], "later.jsonl"), values={"source": "archive"}
    )

    assert (later.rows_added, later.rows_known) == (1, 1)


def test_speakers_articles_outlets_and_labels_that_are_known_are_used(
    database: Database, tmp_path: Path
) -> None:
    take_in(database, json_lines(tmp_path, [BRIDGE]))

    again = take_in(
        database,
        json_lines(tmp_path, [BRIDGE | {"id": "c1", "speaker": "RUTH ÁMES"}], "more.jsonl"),
    )

    assert (again.speakers_added, again.articles_added) == (0, 0)
    for table in ("speaker", "article", "outlet", "role"):
        assert value(database, f"SELECT count(*) FROM {table}") == 1
    assert value(database, "SELECT count(*) FROM tag") == 2
    assert check_database(database) == []


def test_a_name_that_two_speakers_have_is_refused_unless_one_is_chosen(
    database: Database, tmp_path: Path
) -> None:
    from quotetrack.actions.speakers import add_speaker

    add_speaker(database, "Ruth Ames")
    meant = add_speaker(database, "Ruth Ames", namesake=True)
    path = json_lines(tmp_path, [BRIDGE, FERRY])

    refused = take_in(database, path)
    chosen = import_file(database, path, speakers={"ruth ames": meant})

    assert (refused.rows_added, refused.rows_refused) == (1, 1)
    assert "2 speakers are called “Ruth Ames”" in refused.first_refused[0].reason
    assert (chosen.rows_added, chosen.speakers_added) == (1, 0)
    assert value(database, "SELECT speaker_id FROM statement WHERE external_id = 'b1'") == meant


@pytest.mark.usefixtures("small_chunks")
def test_a_stopped_import_goes_on_where_it_stopped(database: Database, tmp_path: Path) -> None:
    path = json_lines(tmp_path, remarks(90))

    with pytest.raises(ImportStopped, match=r"after 40 rows; 40 statements are in"):
        import_file(database, path, progress=stop_after(2))
    with database.reader() as reader:
        assert search(reader, "ferry") == []
    assert [problem.part for problem in check_database(database)] == ["imports"]
    finished = import_file(database, path)

    assert (finished.resumed_at, finished.rows_read, finished.rows_added) == (40, 90, 90)
    assert value(database, "SELECT count(*) FROM audit") == 1
    with database.reader() as reader:
        assert len(search(reader, "ferry", 200)) == 90
    assert check_database(database) == []
    undo(database)
    assert rows(database, "SELECT * FROM speaker") == []


@pytest.mark.usefixtures("small_chunks")
def test_others_may_work_on_the_database_while_an_import_is_under_way(
    database: Database, tmp_path: Path, open_as: Callable[[str], Database]
) -> None:
    from quotetrack.actions.speakers import add_speaker

    path = json_lines(tmp_path, remarks(90))
    with pytest.raises(ImportStopped):
        import_file(database, path, progress=stop_after(2))

    other = open_as("bea")
    story = add_story(other)
    known = add_speaker(other, "Speaker 6 the Second")
    (statement,) = rows(other, "SELECT id FROM statement WHERE external_id = '3'")[0]
    add_notes(other, [Subject("statement", int(str(statement)))], "seen")
    with other.reader() as reader:
        assert [row.id for row in search(reader, "bridge")] == [story.statement]
    import_file(database, path)

    assert check_database(database) == []
    assert known
    with pytest.raises(UndoRefused, match="bea has since changed the same note"):
        undo(database)


@pytest.mark.usefixtures("small_chunks")
def test_a_stopped_import_can_be_taken_back(database: Database, tmp_path: Path) -> None:
    add_story(database)
    before = logical_content(database.path)
    path = json_lines(tmp_path, remarks(90))
    with pytest.raises(ImportStopped):
        import_file(database, path, progress=stop_after(2))

    entry = take_back_import(database, path)

    assert entry.summary == "Imported 40 statements from remarks.jsonl"
    assert logical_content(database.path) == before
    assert check_database(database) == []
    with pytest.raises(NotFound, match="unfinished"):
        take_back_import(database, path)


@pytest.mark.usefixtures("small_chunks")
def test_a_stopped_import_is_not_carried_on_in_another_way(
    database: Database, tmp_path: Path
) -> None:
    path = json_lines(tmp_path, remarks(90))
    with pytest.raises(ImportStopped):
        import_file(database, path, progress=stop_after(2))

    with pytest.raises(Refused, match="read in another way"):
        import_file(database, path, Mapping(values={"language": "en"}))


@pytest.mark.usefixtures("small_chunks")
def test_the_side_file_holds_each_refused_row_once_also_after_a_stop(
    database: Database, tmp_path: Path
) -> None:
    lines = [json.dumps(row) + "\n" for row in remarks(90)]
    lines[5] = lines[55] = lines[85] = "{}\n"
    path = raw_file(tmp_path, "".join(lines), "remarks.jsonl")
    with pytest.raises(ImportStopped):
        import_file(database, path, progress=stop_after(3))

    summary = import_file(database, path)

    side_file = tmp_path / "remarks.jsonl.refused.jsonl"
    assert summary.refused_file == str(side_file)
    written = [json.loads(line) for line in side_file.read_text().splitlines()]
    assert [row["line"] for row in written] == [6, 56, 86]
    assert {row["row"] for row in written} == {"{}"}
    assert summary.rows_refused == 3


def test_the_side_file_may_hold_the_rows_as_they_were(database: Database, tmp_path: Path) -> None:
    path = raw_file(tmp_path, "text,speaker\n,Ruth Ames\nFine,Ruth Ames\n")

    import_file(database, path, refused=tmp_path / "rest.csv")

    assert (tmp_path / "rest.csv").read_text() == (
        ",Ruth Ames\t2\tThere is no text: the row does not say what was said.\n"
    )


def test_a_dry_run_writes_nothing(database: Database, tmp_path: Path) -> None:
    before = database.path.read_bytes()
    path = raw_file(tmp_path, "text,speaker\nA,Ruth\nA,Ruth\n,\nB,Ruth\n")

    summary = import_file(database, path, dry_run=True)

    assert (summary.rows_added, summary.rows_known, summary.rows_refused) == (2, 1, 1)
    assert summary.speakers_added == 1
    assert database.path.read_bytes() == before
    assert list(tmp_path.glob("*refused*")) == []


_IMPORT_UNTIL_KILLED = """
import sys
from pathlib import Path
from quotetrack.actions import importing
from quotetrack.store.database import open_database
importing.CHUNK = importing.STEP = 50
database = open_database(sys.argv[1], user="ada")
importing.import_file(
    database, Path(sys.argv[2]), progress=lambda at: print(at.doing, at.rows, flush=True)
)
"""


@pytest.mark.parametrize("awaited", ["reading 100", "reading 700", "indexing"])
def test_a_killed_import_leaves_a_sound_database_and_goes_on(
    database: Database, tmp_path: Path, awaited: str
) -> None:
    path = json_lines(tmp_path, remarks(1_000))
    with subprocess.Popen(
        [sys.executable, "-c", _IMPORT_UNTIL_KILLED, str(database.path), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as importer:
        assert importer.stdout is not None
        for line in importer.stdout:
            if line.startswith(awaited):
                break
        importer.send_signal(signal.SIGKILL)

    assert {problem.part for problem in check_database(database)} <= {"imports"}
    import_file(database, path)

    assert value(database, "SELECT count(*) FROM statement") == 1_000
    assert value(database, "SELECT count(*) FROM audit") == 1
    assert check_database(database) == []
