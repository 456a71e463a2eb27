"""Speakers found however their names are written, and how sure that is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotetrack.actions.reading import find_speakers as find_in
from quotetrack.actions.taken_names import taken_names
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import NameMatch
from quotetrack.store.reading.speaker_names import find_speakers, meant_speakers, resolve_speakers
from tests.conftest import open_fixed
from tests.reading.desk import Desk

NAMES = (
    *("Andrei Volkov", "Сергей Алексеев", "Володимир Зеленський", "İlham Əliyev", "Xi Jinping"),
    *(
        "Mary-Ann O'Brien",
        "José da Silva",
        "Παύλος Παπαδόπουλος",
        "Abdul Rahman",
        "Bartholomew Lee",
    ),
)
ANY_DESK = settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, int]]]:
    """A desk with speakers of many languages."""
    database = open_fixed(Path(tmp_path_factory.mktemp("names")) / "names.db")
    with database.reader() as reader:
        desk = Desk(database, reader.connection)
        yield desk, {name: desk.speaker(name) for name in NAMES}


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Andrei Volkov", "Андрей Волков"),
        ("Andrei Volkov", "Wolkow"),
        ("Andrei Volkov", "Volkov, Andrei"),
        ("Андрей Волков", "Volkov"),
        ("Андрей Волков", "Wolkow"),
        ("Андрей Волков", "Андр"),
        ("İlham Əliyev", "Aliyev"),
        ("İlham Əliyev", "Алиев"),
        ("Ильхам Алиев", "Aliyev"),
        ("Ильхам Алиев", "Əliyev"),
        ("Volodymyr Zelenskyy", "Zelensky"),
        ("Volodymyr Zelenskyy", "Зеленський"),
        ("Володимир Зеленський", "Zelenskyy"),
        ("Παύλος Παπαδόπουλος", "Papadopoulos"),
        ("მიხეილ სააკაშვილი", "Saakashvili"),
        ("Նիկոլ Փաշինյան", "Nikol Pashinyan"),
        ("习近平", "Xi Jinping"),
        ("Xi Jinping", "习近平"),
        ("Mohammed bin Salman", "محمد سلمان"),
        ("بشار الأسد", "Bashar al-Assad"),
        ("Seán O'Brien", "OBrien"),
        ("Seán O'Brien", "brien"),
        ("Abdul Rahman", "Abdulrahman"),
        ("Andrei Volkov", "Andrei Vokov"),
        ("Andrei Volkov", "AndreiVolkov"),
        ("Andrei Volkov", "Andre iVolkov"),
    ],
)
def test_a_speaker_is_found_however_the_name_is_written(
    desk: Desk, stored: str, typed: str
) -> None:
    desk.speaker("Ann Lee")
    speaker = desk.speaker(stored)
    assert resolve_speakers(desk.connection, typed) == [speaker]
    assert find_speakers(desk.connection, typed, 5)[0].speaker.id == speaker


def test_aliases_and_former_names_are_found_and_told(desk: Desk) -> None:
    speaker = desk.speaker("Ruth Vale", "Ruth Ames")
    (match,) = find_speakers(desk.connection, "ames", 5)
    assert (match.speaker.id, match.spelling, match.how) == (speaker, "Ruth Ames", NameMatch.WHOLE)


def test_a_typo_is_looked_for_only_where_nobody_bears_the_name(desk: Desk) -> None:
    vale, bale = desk.speaker("Tom Vale"), desk.speaker("Tom Bale")
    assert resolve_speakers(desk.connection, "vale") == [vale]
    meant = meant_speakers(desk.connection, "tom zale")
    assert (sorted(meant.speakers), meant.how) == ([vale, bale], NameMatch.NEAR)
    assert [each.speaker.id for each in find_speakers(desk.connection, "tom vale", 5)] == [vale]


def test_two_latin_spellings_are_kept_apart_where_both_are_borne(desk: Desk) -> None:
    meyer, maier = desk.speaker("Ann Meyer"), desk.speaker("Ann Meier")
    assert resolve_speakers(desk.connection, "meyer") == [meyer]
    assert [each.speaker.id for each in find_speakers(desk.connection, "meyer", 5)] == [
        meyer,
        maier,
    ]


def test_namesakes_are_told_apart_by_role_and_open_statements(desk: Desk) -> None:
    one, two = desk.speaker("Ann Lee"), desk.speaker("Ann Lee")
    desk.role(two, "Mayor")
    desk.statement(two, "words")
    desk.statement(one, "words", visibility="off_record")
    found = find_speakers(desk.connection, "ann lee", 5)
    assert [
        (each.speaker.id, each.speaker.role, each.speaker.statement_count) for each in found
    ] == [
        (two, "Mayor", 1),
        (one, None, 0),
    ]


def test_whom_a_name_was_taken_for_is_told_also_within_alternatives(desk: Desk) -> None:
    desk.speaker("Andrei Volkov")
    with desk.database.reader() as reader:
        (taken,) = taken_names(reader, "road OR speaker:volkiv speaker:andrei")
        assert (taken.typed, taken.how, taken.total) == ("volkiv", NameMatch.NEAR, 1)
        assert [each.name for each in taken.speakers] == ["Andrei Volkov"]
        assert taken_names(reader, "speaker:nobody speaker:volkov") == []
        assert [each.how for each in find_in(reader, "Wolkow")] == [NameMatch.SOUND]


@ANY_DESK
@given(st.sampled_from(NAMES), st.data())
def test_any_one_typo_of_any_name_finds_it(
    many: tuple[Desk, dict[str, int]], name: str, data: st.DataObject
) -> None:
    desk, speakers = many
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz "))
    before, after = name[:place], name[place:]
    typed = data.draw(
        st.sampled_from(
            (
                before + letter + after,
                before + after[1:],
                before + letter + after[1:],
                before + after[1:2] + after[:1] + after[2:],
            )
        )
    )
    assume(fold_name(typed))
    found = [match.speaker.id for match in find_speakers(desk.connection, typed, 10)]
    assert speakers[name] in found


@ANY_DESK
@given(st.text(max_size=80))
def test_any_text_is_a_name_to_look_for(many: tuple[Desk, dict[str, int]], typed: str) -> None:
    desk, _ = many
    resolve_speakers(desk.connection, typed)
    find_speakers(desk.connection, typed, 3)


@pytest.mark.parametrize(
    "typed", ["a" * 5_000, "ab " * 700, '"', "a\0b", "\ud800", "NEAR(a b)", "½"]
)
def test_a_hostile_name_is_one_too(many: tuple[Desk, dict[str, int]], typed: str) -> None:
    desk, _ = many
    assert isinstance(find_speakers(desk.connection, typed, 3), list)


def test_names_are_looked_up_in_an_index_and_never_all_read(desk: Desk) -> None:
    desk.speaker("Andrei Volkov")
    asked: list[str] = []
    with closing(sqlite3.connect(desk.database.path)) as connection:
        connection.set_trace_callback(asked.append)
        find_speakers(connection, "andrei volkiv", 5)
        connection.set_trace_callback(None)
        asked = [sql for sql in asked if " MATCH " in sql and sql.startswith("SELECT speaker")]
        assert len(asked) >= 3
        for sql in asked:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            assert [step for step in plan if step.startswith("SCAN")][1:] == []
            assert "VIRTUAL TABLE" in plan[0]
