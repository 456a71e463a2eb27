"""Wrapping a stored text: rows are offsets into it, and every character has its place."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quotetrack.domain.text import clean_in_place
from quotetrack.tui.widgets.text_layout import TextLayout


def rows(text: str, width: int) -> list[str]:
    layout = TextLayout(text, width)
    return [text[slice(*layout.span(row))] for row in range(len(layout))]


def test_rows_break_at_blanks_and_keep_blank_lines() -> None:
    assert rows("one two three\r\n\r\nfour", 8) == ["one two", "three", "", "four"]


def test_a_word_longer_than_a_row_is_broken() -> None:
    assert rows("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_wide_characters_take_two_cells() -> None:
    assert rows("日本語テキスト", 6) == ["日本語", "テキス", "ト"]
    layout = TextLayout("日本語", 6)
    assert layout.column_of(2) == 4
    assert layout.offset_at(0, 5) == 2


@given(st.text(alphabet="ab é日\u0301\t\r\n\x1b", max_size=60), st.integers(2, 12))
def test_every_offset_is_in_one_row_which_fits_the_width(text: str, width: int) -> None:
    layout = TextLayout(text, width)
    for row in range(len(layout)):
        start, end = layout.span(row)
        assert start <= end
        assert cell_len(clean_in_place(text[start:end])) <= width
    for offset in range(len(text) + 1):
        row = layout.row_of(offset)
        start, end = layout.span(row)
        assert start <= offset
        assert not text[end:offset].strip()
