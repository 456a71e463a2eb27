"""Words are marked where the search index finds them."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.query.language import parse_query
from quotetrack.query.matching import HIT_LENGTH, hit_in_quote, matched_spans


def marked(text: str, search: str) -> str:
    for start, end in reversed(matched_spans(text, parse_query(search))):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("search", "text", "shown"),
    [
        ("road ", "The road, the ROAD; a roadway", "The [road], the [ROAD]; a roadway"),
        ("road", "The road, a roadway", "The [road], a [roadway]"),
        ("sahin ", "Ayşe Şahin's", "Ayşe [Şahin]'s"),
        ("cafe ", "a cafe\u0301 here", "a [cafe\u0301] here"),
        ("дом ", "Наш Дом", "Наш [Дом]"),
        ('"the road" is ', "the road is the Road", "[the road] [is] [the Road]"),
        ("it's ", "It's its it s", "[It's] its [it s]"),
        ("-road tax ", "road tax", "road [tax]"),
        ("road OR (tax -bridge) ", "road tax bridge", "[road] [tax] bridge"),
        ("speaker:volkov ", "volkov", "volkov"),
        ("", "road", "road"),
    ],
)
def test_words_are_marked_as_they_stand(search: str, text: str, shown: str) -> None:
    assert marked(text, search) == shown


# Of letters that are younger than SQLite's tables nothing is promised, nor of four old ones.
LETTERS = st.characters(codec="utf-8", exclude_characters="\0\u01e0\u01e1\u1885\u1886").filter(
    lambda character: unicodedata.ucd_3_2_0.category(character) != "Cn"
)
TEXTS = st.one_of(
    st.text(LETTERS, max_size=30),
    st.text(st.sampled_from("aáÁa\u0301\u0327 éşŞİıßẞςΣσñÑ-'.\u200d1٣½日本дйЙ"), max_size=30),
)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
    )
    return connection


@settings(max_examples=500, deadline=None)
@given(TEXTS, TEXTS, st.booleans())
def test_what_is_marked_is_what_the_index_marks(
    index: sqlite3.Connection, text: str, phrase: str, prefix: bool
) -> None:
    phrase = "".join(each for each in phrase if each.isprintable() and each not in '"“”„')
    text = f"{text} {phrase} {text}"
    query = parse_query(f'"{phrase}{"" if prefix else chr(34)}')
    index.execute("DELETE FROM search")
    index.execute("INSERT INTO search VALUES (?)", (text,))
    found = index.execute(
        "SELECT highlight(search, 0, char(0xE000), char(0xE001)) FROM search WHERE search MATCH ?",
        (f'"{phrase}"{"*" if prefix else ""}',),
    ).fetchone()
    expected = [] if found is None or not query.terms else spans_between_marks(found[0], text)
    assert matched_spans(text, query) == expected


def spans_between_marks(shown: str, text: str) -> list[tuple[int, int]]:
    spans, start, passed = [], 0, 0
    for character in shown:
        if character == "\ue000" and text[passed : passed + 1] != "\ue000":
            start = passed
        elif character == "\ue001" and text[passed : passed + 1] != "\ue001":
            spans.append((start, passed))
        else:
            passed += 1
    return spans


def test_a_hit_is_the_wording_that_has_what_the_statement_s_own_has_not() -> None:
    own, quoted = "The road is open", "The way is open\nThe corridor and the way are open"
    assert hit_in_quote(own, quoted, parse_query("road open ")) is None
    assert hit_in_quote(own, quoted, parse_query("way ")) == "The way is open"
    assert hit_in_quote(own, quoted, parse_query("way corridor ")) == quoted.split("\n")[1]
    assert hit_in_quote(own, quoted, parse_query("open corr")) == quoted.split("\n")[1]
    assert hit_in_quote(own, quoted, parse_query("road OR bridge ")) is None
    assert hit_in_quote(own, quoted, parse_query("speaker:way")) is None
    assert hit_in_quote(own, "", parse_query("way ")) is None


def test_a_long_hit_is_shortened_around_its_first_match() -> None:
    long = f"{'before ' * 60}corridor {'behind ' * 60}".strip()
    hit = hit_in_quote("own", long, parse_query("corridor "))
    assert hit is not None
    assert len(hit) <= HIT_LENGTH + 2
    assert hit.startswith("…before ")
    assert hit.endswith("…")
    assert matched_spans(hit, parse_query("corridor "))
    endless = hit_in_quote("own", "x" * 300 + " road", parse_query("road "))
    assert endless is not None
    assert endless == "…road"
