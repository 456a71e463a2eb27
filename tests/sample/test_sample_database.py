"""sample.db is what its builder makes, and tells its stories as they were annotated."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotetrack.store.database import Database, open_database
from quotetrack.store.maintenance import check_database
from sample.build import SAMPLE, build_sample
from sample.desk import FALSE_ALARM, JUDGEMENTS
from sample.invented import FOLDER
from tests.sample.dumps import logical_dump

LIMIT = 2_000_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Database:
    copy = tmp_path_factory.mktemp("sample") / "sample.db"
    shutil.copyfile(SAMPLE, copy)
    return open_database(copy, user="reader")


@pytest.fixture
def connection(sample: Database) -> Iterator[sqlite3.Connection]:
    with sample.reader() as reader:
        reader.connection.row_factory = sqlite3.Row
        yield reader.connection


def annotated(name: str) -> list[tuple[dict[str, str], dict[str, object]]]:
    lines = (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    return [(article, entry) for article in articles for entry in article[name]]


def stories() -> list[dict[str, list[dict[str, str]]]]:
    lines = (FOLDER / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def only(connection: sqlite3.Connection, query: str, *values: object) -> sqlite3.Row:
    rows = connection.execute(query, values).fetchall()
    assert len(rows) == 1, query
    row: sqlite3.Row = rows[0]
    return row


def number(connection: sqlite3.Connection, query: str, *values: object) -> int:
    return int(only(connection, query, *values)[0])


def test_a_fresh_build_holds_the_same_rows(tmp_path: Path) -> None:
    build_sample(tmp_path / "fresh.db")

    fresh, committed = logical_dump(tmp_path / "fresh.db"), logical_dump(SAMPLE)

    assert fresh.keys() == committed.keys()
    for table, rows in fresh.items():
        assert rows == committed[table], table
    assert [entry.name for entry in tmp_path.iterdir()] == ["fresh.db"]
    assert check_database(open_database(tmp_path / "fresh.db", user="reader")) == []


def test_the_file_is_small_and_stands_alone() -> None:
    assert SAMPLE.stat().st_size < LIMIT
    with closing(sqlite3.connect(f"file:{SAMPLE}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_check_finds_no_problem(sample: Database) -> None:
    assert check_database(sample) == []


def test_volkov_said_it_as_commander_on_the_fifth_of_december(
    connection: sqlite3.Connection,
) -> None:
    row = only(
        connection,
        "SELECT statement.*, role.title, role.organisation, role.attested_on FROM statement "
        "JOIN speaker ON speaker.id = statement.speaker_id JOIN role ON role.id = role_id "
        "WHERE speaker.name = 'Andrei Volkov'",
    )

    assert (row["said_from"], row["said_to"]) == ("2022-12-05", "2022-12-05")
    assert (row["said_phrase"], row["said_basis"]) == ("On 5 December 2022", "stated")
    assert (row["title"], row["organisation"]) == ("Commander", "Russian peacekeepers")
    assert row["attested_on"] == "2022-12-05"
    assert (row["status"], row["status_event"]) == ("denied", "denied_unspecified")
    quotes = "SELECT count(DISTINCT article_id) FROM quote WHERE statement_id = ?"
    assert number(connection, quotes, row["id"]) == 2


def test_volkovs_denial_is_an_event_and_the_contradiction_points_to_it(
    connection: sqlite3.Connection,
) -> None:
    event = only(
        connection,
        "SELECT * FROM event WHERE type = 'denied_unspecified' AND "
        "statement_id = (SELECT id FROM statement WHERE external_id = 'lachin-checkpoint')",
    )
    link = only(connection, "SELECT * FROM link WHERE later_event_id IS NOT NULL")

    assert (event["happened_from"], event["happened_to"]) == ("2022-12-05", "2023-03-02")
    assert event["characterised_by"] == "the article"
    assert event["evidence_exact"] == "Volkov has since denied the remark."
    assert link["later_event_id"] == event["id"]
    assert link["earlier_statement_id"] == event["statement_id"]
    assert (link["relation"], link["basis"]) == ("contradicts", "denial")
    assert json.loads(link["reasons"])


def test_nobody_of_the_lachin_story_contradicts_another(connection: sqlite3.Connection) -> None:
    query = """
        SELECT count(*) FROM link
        JOIN statement AS earlier ON earlier.id = earlier_statement_id
        WHERE earlier.external_id LIKE 'lachin-%' AND later_event_id IS NULL
    """
    assert number(connection, query) == 0


def test_only_statements_of_one_speaker_contradict_each_other(
    connection: sqlite3.Connection,
) -> None:
    query = """
        SELECT count(*) FROM link
        JOIN statement AS earlier ON earlier.id = earlier_statement_id
        LEFT JOIN statement AS later ON later.id = later_statement_id
        LEFT JOIN event ON event.id = later_event_id
        WHERE relation IN ('contradicts', 'in_tension')
          AND coalesce(later.speaker_id, event.actor_id) IS NOT earlier.speaker_id
    """
    assert number(connection, query) == 0


def test_every_anchored_quote_is_the_slice_of_its_text(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT quote.*, snapshot_text.text FROM quote "
        "JOIN snapshot_text ON snapshot_text.id = snapshot_text_id"
    ).fetchall()

    assert len(rows) > 100
    for row in rows:
        text, start, end = row["text"], row["start"], row["end"]
        assert text[start:end] == row["exact"]
        assert text[:start].endswith(row["prefix"])
        assert text[end:].startswith(row["suffix"])


def test_every_annotated_rendering_is_a_quote_of_its_utterance(
    connection: sqlite3.Connection,
) -> None:
    rows = connection.execute(
        'SELECT article.url, quote."start", quote."end", exact, form, mention, cue, external_id, '
        "speaker.name FROM quote JOIN article ON article.id = article_id "
        "JOIN statement ON statement.id = statement_id JOIN speaker ON speaker.id = speaker_id"
    ).fetchall()
    stored = {tuple(row) for row in rows}

    for article, entry in annotated("statements"):
        words = (entry["start"], entry["end"], entry["text"], entry["form"], entry["mention"])
        about = (entry["cue"], entry["utterance"], entry["speaker"])
        assert (article["url"], *words, *about) in stored


def test_each_utterance_is_one_statement(connection: sqlite3.Connection) -> None:
    utterances = {entry["utterance"] for _, entry in annotated("statements")}
    stored = {
        row[0]
        for row in connection.execute(
            "SELECT external_id FROM statement WHERE external_id LIKE 'd_-u-%'"
        )
    }
    assert stored == utterances


def test_every_annotated_event_is_recorded(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT external_id, type, speaker.name, happened_from, happened_to, evidence_exact, "
        "evidence_start, evidence_end FROM event JOIN statement ON statement.id = statement_id "
        "JOIN speaker ON speaker.id = actor_id WHERE external_id NOT LIKE 'lachin-%'"
    ).fetchall()
    names = ("about", "type", "actor", "date_from", "date_to", "evidence", "start", "end")
    expected = [tuple(entry[name] for name in names) for _, entry in annotated("events")]
    assert sorted(map(tuple, rows)) == sorted(expected)


def test_a_publishers_correction_belongs_to_its_own_quote(connection: sqlite3.Connection) -> None:
    row = only(
        connection,
        "SELECT outlet.name, statement.status FROM event JOIN quote ON quote.id = event.quote_id "
        "JOIN article ON article.id = article_id JOIN outlet ON outlet.id = outlet_id "
        "JOIN statement ON statement.id = event.statement_id WHERE external_id = 'd1-u-tix214'",
    )
    assert tuple(row) == ("Castlemere Gazette", "no_later_event")


def test_the_contradictions_are_the_annotated_ones(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT earlier.external_id, later.external_id, basis, link.state FROM link "
        "JOIN statement AS earlier ON earlier.id = earlier_statement_id "
        "JOIN statement AS later ON later.id = later_statement_id WHERE relation = 'contradicts'"
    ).fetchall()
    flagged = {tuple(row)[:3] for row in rows if row["state"] != "dismissed"}
    expected = {
        (pair["earlier"], pair["later"], pair["basis"])
        for story in stories()
        for pair in story["contradictions"]
    }

    assert flagged == expected
    assert {tuple(row)[:2] for row in rows if row["state"] == "dismissed"} == {FALSE_ALARM}
    assert {row["state"] for row in rows} == {"suggested", "confirmed", "needs_more", "dismissed"}
    assert JUDGEMENTS.keys() == {(earlier, later) for earlier, later, _ in expected}


def test_the_tempting_pairs_are_not_flagged(connection: sqlite3.Connection) -> None:
    pairs = {
        frozenset(row)
        for row in connection.execute(
            "SELECT earlier.external_id, later.external_id FROM link "
            "JOIN statement AS earlier ON earlier.id = earlier_statement_id "
            "JOIN statement AS later ON later.id = later_statement_id "
            "WHERE relation IN ('contradicts', 'in_tension')"
        ).fetchall()
    }
    for story in stories():
        for pair in story["not_contradictions"]:
            assert frozenset((pair["a"], pair["b"])) not in pairs


def test_an_off_record_remark_is_in_no_search_and_no_count(sample: Database) -> None:
    from quotetrack.actions import reading

    with sample.reader() as reader:
        hidden = only(
            reader.connection,
            "SELECT id, speaker_id FROM statement WHERE visibility = 'off_record'",
        )
        keys = reading.find_keys(reader, "")
        rows = reading.load_rows(reader, keys)
        found = reading.search(reader, "captain window")
        source = reading.show_speaker(reader, hidden[1])

    assert hidden[0] not in {row.id for row in rows}
    assert found == []
    assert source.statement_count == 1


def test_the_desk_is_at_work(connection: sqlite3.Connection) -> None:
    workflows = {row[0] for row in connection.execute("SELECT DISTINCT workflow FROM statement")}

    assert workflows == {"draft", "unread", "in_review", "reviewed", "published"}
    assert number(connection, "SELECT count(*) FROM note") > 5
    assert number(connection, "SELECT count(*) FROM statement_tag") > 10
