"""Hostile text is made harmless, and names comparable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.text import clean_line, clean_text, fold_name, shorten

hostile = st.text() | st.text("\x1b[]()0;1mKPX\\\x07\x9b\x9c\u202e\u2066\r\n\t ab")


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("left\u202eright\u2066", "leftright"),
        ("a\x00b\x7fc\ud800", "abc"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("‘curly’ — naïve 😀", "‘curly’ — naïve 😀"),
    ],
)
def test_control_sequences_are_stripped_and_words_stay(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


@given(hostile)
def test_nothing_that_moves_a_terminal_is_left(text: str) -> None:
    cleaned = clean_text(text)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in cleaned)
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert clean_text(cleaned) == cleaned


@given(hostile)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip()


def test_size_is_capped() -> None:
    assert clean_text("abc" * 10, limit=4) == "abca"


@given(hostile, st.integers(1, 40))
def test_shortened_text_is_never_longer(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert short == clean_line(text) or short.endswith("…")


def test_text_is_cut_at_a_word() -> None:
    assert shorten("the checkpoint had been agreed", 20) == "the checkpoint had…"
    assert shorten("Donaudampfschifffahrt", 8) == "Donauda…"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ilham Aliyev", "ilham aliyev"),
        ("  ÜNAL-Öz ", "unal oz"),
        ("Škvorecký, J.", "skvorecky j"),
        ("Straße", "strasse"),
        ("Волков", "волков"),
    ],
)
def test_names_fold_case_accents_and_punctuation(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)
