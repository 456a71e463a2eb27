"""Completing a search as it is typed."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.actions.completing import MOST_OFFERED, Completion, completions
from quotetrack.actions.reading import count
from quotetrack.domain.tables import Article, Outlet, Statement, StatementTag, Tag
from quotetrack.domain.text import fold_name
from quotetrack.query.fields import FIELDS
from quotetrack.query.language import parse_query
from quotetrack.store.database import Reader
from tests.conftest import open_fixed
from tests.reading.desk import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Statements of Volkov, most, and of Şahin; everything named Hidden is off the record."""
    database = open_fixed(tmp_path_factory.mktemp("completing") / "desk.db")
    with database.reader() as reader:
        desk = Desk(database, reader.connection)
        volkov, sahin = desk.speaker("Andrei Volkov"), desk.speaker("Ayşe (Volkan) Şahin")
        for year in (2021, 2022, 2022):
            add(desk, volkov, "Courier", "budget", f"{year}-03-05", "Deputy Minister")
        add(desk, sahin, "Daily “Post”", "under oath", "2023-01-01", "Minister")
        desk.speaker("Volkmar Silent")
        hidden = desk.speaker("Volkhidden")
        add(desk, hidden, "Hidden Herald", "hidden", "1950-01-01", "Hidden", "off_record")
        yield desk


@pytest.fixture(scope="module")
def reader(desk: Desk) -> Iterator[Reader]:
    with desk.database.reader() as opened:
        yield opened


def add(
    desk: Desk, speaker: int, outlet: str, tag: str, day: str, title: str, visibility: str = "open"
) -> None:
    statement = desk.statement(speaker, "words", day, visibility=visibility)
    desk.change(Statement, statement, role_id=desk.role(speaker, title))
    desk.quote(
        statement, "words", article_id=desk.add(Article, outlet_id=one(desk, Outlet, outlet))
    )
    desk.add(StatementTag, statement_id=statement, tag_id=one(desk, Tag, tag))


def one(desk: Desk, table: type[Outlet] | type[Tag], name: str) -> int:
    found = desk.connection.execute(
        f"SELECT id FROM {table.__tablename__} WHERE name = ?", (name,)
    ).fetchone()
    return found[0] if found else desk.add(table, name=name, folded=fold_name(name))


def offered(reader: Reader, typed: str) -> list[Completion]:
    """What is offered where the bar stands, or at the end."""
    cursor = typed.index("|") if "|" in typed else len(typed)
    return completions(reader, typed.replace("|", ""), cursor)


def inserts(reader: Reader, typed: str) -> list[str]:
    return [each.insert for each in offered(reader, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("s", ["speaker:", "status:", "said:", "sort:"]),
        ("road -s", ["-speaker:", "-status:", "-said:"]),
        ("status:de", ["denied", "denied_saying", "denied_substance", "denied_unspecified"]),
        ("status:walked-b", ["walked_back"]),
        ("-status:unsp", ["denied_unspecified"]),
        ("event:disp", ["third_party_disputed"]),
        ("form:", list(FIELDS["form"].values)),
        ("has:n", ["note"]),
        ("is:rev", ["reviewed", "in_review"]),
        ("sort:r", ["relevance"]),
        ("speaker:", ['"Andrei Volkov"', '"Ayşe (Volkan) Şahin"']),
        ("speaker:volk", ['"Andrei Volkov"', '"Ayşe (Volkan) Şahin"']),
        ('speaker:"volkov a', ['"Andrei Volkov"']),
        ("outlet:", ["Courier", '"Daily Post"']),
        ("outlet:po", ['"Daily Post"']),
        ("tag:un", ['"under oath"']),
        ("tag:", ["budget", '"under oath"']),
        ("role:", ["minister", "deputy"]),
        ("role:mini", ["minister"]),
        ('role:"deputy mi', ['"deputy minister"']),
        ('role:"deputy ', ['"deputy minister"', '"deputy deputy"']),
        ("said:", ["2023", "2022", "2021"]),
        ("year:202", ["2023", "2022", "2021"]),
        ("said:2022-1", ["2022-10", "2022-11", "2022-12"]),
        ("said:2021..2022-0", [f"2021..2022-0{month}" for month in range(1, 10)]),
        ("said:2021..", ["2021..2023", "2021..2022", "2021..2021"]),
        ("year:2022", []),
        ("said:Dez", []),
        ("nothing:", []),
        ("road", []),
    ],
)
def test_a_term_is_completed_by_what_there_is(
    reader: Reader, typed: str, expected: list[str]
) -> None:
    found = inserts(reader, typed)
    if ":" in typed:
        found = [insert.partition(":")[2] for insert in found]
    assert found == expected


def test_a_completion_replaces_the_whole_term_and_says_what_it_means(reader: Reader) -> None:
    assert offered(reader, "road -speaker:vol|kov tax") == [
        Completion(
            5, 20, '-speaker:"Andrei Volkov"', "Andrei Volkov", "Deputy Minister · 3 statements"
        ),
        Completion(
            5,
            20,
            '-speaker:"Ayşe (Volkan) Şahin"',
            "Ayşe (Volkan) Şahin",
            "Minister · 1 statement",
        ),
    ]
    assert offered(reader, "event:apo")[0].detail == "the speaker apologised for it"
    assert offered(reader, "year:2022|")[:1] == []
    assert offered(reader, "year:202|")[1].detail == "2 statements"
    assert offered(reader, "said:2022-12|")[0].detail == "December"


@pytest.mark.parametrize("field", ["speaker", "outlet", "tag", "role", "year", "said"])
def test_what_is_offered_finds_as_many_as_it_says(reader: Reader, field: str) -> None:
    for offer in offered(reader, f"{field}:"):
        number = int(offer.detail.rpartition("· ")[2].split()[0])
        assert count(reader, offer.insert) == number, offer


def test_without_anything_typed_every_field_is_offered(reader: Reader) -> None:
    assert inserts(reader, "") == [f"{field}:" for field in FIELDS]
    assert len(FIELDS) <= MOST_OFFERED


PIECES = st.sampled_from(
    [
        *(f"{field}:" for field in FIELDS),
        *("-", '"', "“", " ", "(", ")", "OR ", "volk", "hidden", "h", "19", "2022-", "..", "de"),
        *("\0", "\ud800", "%", "_", "'", "\u0301", "ş", "日", ";"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join), st.integers(0, 40))
def test_whatever_is_typed_nothing_off_the_record_is_offered(
    reader: Reader, text: str, place: int
) -> None:
    cursor = min(place, len(text))
    for offer in completions(reader, text, cursor):
        assert 0 <= offer.start <= cursor <= offer.end <= len(text)
        assert "idden" not in offer.label
        assert "1950" not in offer.label
        # Of a range, the end that stands there already may be anything.
        if not offer.insert.endswith(":") and ".." not in offer.insert:
            parse_query(offer.insert)
