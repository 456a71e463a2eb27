"""Files of all formats: what is understood, what is refused, and at which line."""

import gzip
from pathlib import Path

import pytest

from quotetrack.actions import importing
from quotetrack.actions.importing import import_file
from quotetrack.domain.errors import NotFound, UsageError
from quotetrack.domain.import_records import ImportSummary
from quotetrack.exchange.importing.mapping import Mapping
from quotetrack.exchange.importing.opening import LONGEST_LINE
from quotetrack.store.database import Database
from tests.importing.writing import BRIDGE, FERRY, comma_separated, json_lines, raw_file, take_in


def refusals(summary: ImportSummary) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in summary.first_refused]


def texts(database: Database) -> list[str]:
    with database.reader() as reader:
        rows = reader.connection.execute("SELECT text FROM statement ORDER BY id").fetchall()
    return [text for (text,) in rows]


@pytest.mark.parametrize("write", [json_lines, comma_separated])
def test_both_formats_say_the_same(database: Database, tmp_path: Path, write: type[object]) -> None:
    summary = import_file(database, write(tmp_path, [BRIDGE, FERRY]), dry_run=True)  # type: ignore[call-arg, arg-type]

    bridge, ferry = summary.first_rows
    assert (bridge.speaker, bridge.role, bridge.organisation) == (
        "Ruth Ames", "Harbour Master", "Port of Lund",
    )  # fmt: skip
    assert (bridge.said.earliest, bridge.said.phrase) == ("2022-12-05", "5 Dec 2022")
    assert bridge.article is not None
    assert bridge.article.published == ("2022-12-06", "day", None)
    assert bridge.tags == ("bridge", "port")
    assert (bridge.form, bridge.source, bridge.external_id) == ("verbatim", "remarks", "b1")
    assert (ferry.said.earliest, ferry.said.latest) == ("2023-01-01", "2023-01-31")
    assert ferry.exact is None


def test_gzip_is_known_by_its_content(database: Database, tmp_path: Path) -> None:
    packed = raw_file(tmp_path, gzip.compress(b"text,speaker\nIt rained,Ruth Ames\n"), "r.csv")

    assert take_in(database, packed).rows_added == 1


def test_a_packed_file_that_breaks_off_keeps_what_came_before(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import random

    monkeypatch.setattr(importing, "CHUNK", 1_024)
    noise = random.Random(1)
    rows = "".join(f"{noise.random()} was said,Ruth Ames\n" for _ in range(10_000))
    packed = gzip.compress(b"text,speaker\n" + rows.encode())

    with pytest.raises(UsageError, match=r"breaks off.*The same command goes on"):
        take_in(database, raw_file(tmp_path, packed[: len(packed) // 2], "r.csv.gz"))
    whole = take_in(database, raw_file(tmp_path, packed, "r.csv.gz"))

    assert whole.rows_known > 0
    assert whole.rows_known + whole.rows_added == 10_000


def test_columns_of_other_names_are_mapped_by_header_and_by_number(
    database: Database, tmp_path: Path
) -> None:
    path = raw_file(tmp_path, "Person;Said-on;Words\nRuth Ames;5.12.2022;It rained\n")

    summary = import_file(
        database,
        path,
        Mapping(columns={"text": ("3",), "speaker": ("person",), "said": ("said on",)}),
        dry_run=True,
    )

    (row,) = summary.first_rows
    assert (row.text, row.speaker, row.said.earliest) == ("It rained", "Ruth Ames", "2022-12-05")


def test_a_table_without_a_header_with_tabs_slugs_and_labels_in_two_columns(
    database: Database, tmp_path: Path
) -> None:
    path = raw_file(
        tmp_path,
        '17.json\ttrue\tHe said "no.\ttrade,harbours\truth-ames\tMaster\tnone\n'
        "18.json\tfalse\tFerries run.\t\tivo-brandt\t\tnone\n",
        "claims.tsv",
    )
    columns = {"id": ("1",), "text": ("3",), "tags": ("4", "7"), "speaker": ("5",), "role": ("6",)}

    summary = import_file(
        database, path, Mapping(columns=columns, header=False, slugs=True), dry_run=True
    )

    first, second = summary.first_rows
    assert (first.text, first.speaker, first.tags) == (
        'He said "no.', "Ruth Ames", ("trade", "harbours", "none"),
    )  # fmt: skip
    assert (second.speaker, second.role, second.tags) == ("Ivo Brandt", None, ("none",))


def test_keys_of_json_are_mapped_by_their_path(database: Database, tmp_path: Path) -> None:
    path = raw_file(
        tmp_path,
        '{"body": "It rained", "who": {"name": "Ruth Ames"}, "topics": ["rain", "port"], "n": 1}\n',
        "feed.jsonl",
    )
    columns = {"text": ("body",), "speaker": ("who.name",), "tags": ("topics",)}

    summary = import_file(database, path, Mapping(columns=columns), dry_run=True)

    (row,) = summary.first_rows
    assert (row.text, row.speaker, row.tags) == ("It rained", "Ruth Ames", ("rain", "port"))
    assert summary.ignored_columns == ("n",)


def test_what_a_row_does_not_say_is_set_for_all(database: Database, tmp_path: Path) -> None:
    path = raw_file(tmp_path, "text,speaker,workflow\nIt rained,Ruth Ames,\nDry,Ruth Ames,draft\n")

    summary = import_file(
        database, path, Mapping(values={"workflow": "reviewed", "source": "old"}), dry_run=True
    )

    assert [row.workflow for row in summary.first_rows] == ["reviewed", "draft"]
    assert {row.source for row in summary.first_rows} == {"content"}


def test_an_unclosed_quote_costs_one_row(database: Database, tmp_path: Path) -> None:
    path = raw_file(
        tmp_path,
        'text,speaker\n"Never closed,Ruth Ames\nFine,Ruth Ames\n"Two\nlines",Ruth Ames\nLast,Ivo\n',
    )

    summary = take_in(database, path)

    assert texts(database) == ["Fine", "Two lines", "Last"]
    assert [line for line, _ in refusals(summary)] == [2]
    assert "perhaps a quote mark is not closed" in refusals(summary)[0][1]


def test_an_unclosed_quote_at_the_end_costs_one_row(database: Database, tmp_path: Path) -> None:
    summary = take_in(database, raw_file(tmp_path, 'text,speaker\n"Open,Ruth\nFine,Ruth Ames\n'))

    assert texts(database) == ["Fine"]
    assert refusals(summary) == [(2, "A quote mark opens a cell and none closes it.")]


def test_each_bad_row_is_refused_with_its_line_and_reason(
    database: Database, tmp_path: Path
) -> None:
    path = raw_file(
        tmp_path,
        b"text,speaker,said,url\n"
        b",Ruth Ames,,\n"
        b"It rained,,,\n"
        b"It rained,Ruth Ames,3/4/2020,\n"
        b"It rained,Ruth Ames,,ftp://there\n"
        b"\n"
        b"It r\xe4ined,Ruth Ames,,\n",
    )

    summary = take_in(database, path)

    assert [line for line, _ in refusals(summary)] == [2, 3, 4, 5, 7]
    reasons = " ".join(reason for _, reason in refusals(summary))
    for told in ("There is no text", "There is no speaker", "can be 3 April 2020", "--encoding"):
        assert told in reasons
    assert summary.rows_read == summary.rows_refused == 5


def test_bad_lines_of_json_are_refused_and_the_rest_comes_in(
    database: Database, tmp_path: Path
) -> None:
    path = raw_file(
        tmp_path,
        '{"text": "It rained", "speaker": "Ruth Ames"}\n'
        '{"text": "It rained", "spe\n'
        "[1, 2]\n"
        '{"text": ["It"], "speaker": "Ruth Ames"}\n'
        '{"text": "Half \\ud800", "speaker": "Ruth Ames"}\n'
        '{"text": "It snowed", "speaker": "Ruth Ames"}\n'
        + "[" * 100_000 + "\n",
        "r.jsonl",
    )  # fmt: skip

    summary = take_in(database, path)

    assert texts(database) == ["It rained", "It snowed"]
    assert [line for line, _ in refusals(summary)] == [2, 3, 4, 5, 7]


def test_hostile_signs_are_cleaned_away(database: Database, tmp_path: Path) -> None:
    path = raw_file(
        tmp_path,
        "text,speaker\nIt \x00rained\x1b[31m red\u202e,Ruth\u200f   Ames\u2028\n".encode(),
    )

    take_in(database, path)

    assert texts(database) == ["It rained red"]
    with database.reader() as reader:
        assert reader.connection.execute("SELECT name FROM speaker").fetchall() == [("Ruth Ames",)]


def test_what_is_too_long_is_refused_not_cut(database: Database, tmp_path: Path) -> None:
    path = raw_file(
        tmp_path,
        f"text,speaker\n{'word ' * 20_000},Ruth Ames\nFine,{'x' * 301}\n"
        f"{'y' * (LONGEST_LINE + 10)},Ruth Ames\nFine,Ruth Ames\n",
    )

    summary = take_in(database, path)

    assert texts(database) == ["Fine"]
    assert [line for line, _ in refusals(summary)] == [2, 3, 4]


@pytest.mark.parametrize(
    ("content", "options", "told"),
    [
        ("", {}, "The file is empty"),
        ("Words,Person\nIt rained,Ruth\n", {}, "No column holds the text"),
        ("text,who\nIt rained,Ruth\n", {"columns": {"speaker": ("whom",)}}, "no column 'whom'"),
        ("PK\x03\x04 and so on", {}, "Save it as CSV first"),
        ("text,speaker\n", {"encoding": "klingon"}, "no encoding 'klingon'"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of_in_a_sentence(
    database: Database, tmp_path: Path, content: str, options: dict[str, object], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        take_in(database, raw_file(tmp_path, content), **options)


def test_a_file_that_is_not_there(database: Database, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no file"):
        take_in(database, tmp_path / "none.csv")


def test_utf_16_and_other_encodings(database: Database, tmp_path: Path) -> None:
    wide = raw_file(tmp_path, "text,speaker\nŞahin söylədi,Əli Əliyev\n".encode("utf-16"), "a.csv")
    narrow = raw_file(tmp_path, "text,speaker\nDjävulen,Åsa\n".encode("cp1252"), "b.csv")

    take_in(database, wide)
    take_in(database, narrow, encoding="cp1252")

    assert texts(database) == ["Şahin söylədi", "Djävulen"]


@pytest.mark.parametrize(("day_first", "day"), [(True, "2020-04-03"), (False, "2020-03-04")])
def test_strokes_mean_what_is_said_of_them(
    database: Database, tmp_path: Path, day_first: bool, day: str
) -> None:
    path = raw_file(tmp_path, "text,speaker,said\nIt rained,Ruth Ames,3/4/2020\n")

    summary = import_file(database, path, Mapping(day_first=day_first), dry_run=True)

    assert summary.first_rows[0].said.earliest == day


def test_bounds_are_an_interval(database: Database, tmp_path: Path) -> None:
    path = raw_file(
        tmp_path,
        "text,speaker,said_from,said_to\nA,R,2020-01-01,2020-02-01\nB,R,2020-01-01T10:00+04:00,\n"
        "C,R,2020-02-02,2020-01-01\n",
    )

    summary = import_file(database, path, dry_run=True)

    first, second = (row.said for row in summary.first_rows)
    assert (first.earliest, first.latest, first.precision) == ("2020-01-01", "2020-02-01", "day")
    assert (second.earliest, second.latest, second.zone) == ("2020-01-01T10:00", None, "+04:00")
    assert [line for line, _ in refusals(summary)] == [4]
