"""Finding a wording in a stored text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.actions.wording import find_places, guess_form, guess_form_of_typed
from quotetrack.domain.vocabulary import Form

TEXT = 'He said: “We don’t\u00a0know,\nyet.” Later he called it "a mess" and went on talking.'


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("We don't know, yet.", "We don’t\u00a0know,\nyet."),
        ('"We don\'t know, yet."', "We don’t\u00a0know,\nyet."),
        ("“We don’t  know, yet.”", "We don’t\u00a0know,\nyet."),
        ("called it “a mess” and", 'called it "a mess" and'),
    ],
)
def test_spaces_and_marks_may_differ(wording: str, found: str) -> None:
    (place,) = find_places(TEXT, wording)
    assert TEXT[place.start : place.end] == found


@pytest.mark.parametrize("wording", ["we don't know", "We do know", "We don't know yet", "", " "])
def test_words_and_case_may_not_differ(wording: str) -> None:
    assert find_places(TEXT, wording) == []


def test_offsets_count_code_points() -> None:
    text = "🌉🌉 the bridge"
    (place,) = find_places(text, "the bridge")
    assert (place.start, place.end) == (3, 13)


@pytest.mark.parametrize(
    ("wording", "form"),
    [
        ("We don't know, yet.", Form.VERBATIM),
        ("a mess", Form.PARTIAL),
        ('called it "a mess" and', Form.MIXED),
        ("went on talking", Form.PARAPHRASE),
    ],
)
def test_the_form_is_judged_by_the_marks_around(wording: str, form: Form) -> None:
    (place,) = find_places(TEXT, wording)
    assert guess_form(TEXT, place) is form


def test_a_mark_left_open_in_an_earlier_paragraph_counts_for_nothing() -> None:
    text = "He said “we are\n\nThe bridge is shut."
    (place,) = find_places(text, "bridge is shut")
    assert guess_form(text, place) is Form.PARAPHRASE


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("“No.”", Form.VERBATIM),
        ("he calls it “a mess”", Form.MIXED),
        ("“No.” he said. “Never.”", Form.MIXED),
        ("no", Form.PARAPHRASE),
    ],
)
def test_the_form_of_typed_words_is_judged_by_their_own_marks(typed: str, form: Form) -> None:
    assert guess_form_of_typed(typed) is form


@given(st.text(alphabet="ab.*+[](\\ “”\"'\n\u00a0", min_size=1), st.text(max_size=5))
def test_a_wording_copied_from_a_text_is_found_in_it(words: str, around: str) -> None:
    text = f"{around}{words}{around}"
    kept = words.strip().strip('“”"')
    if kept.strip():
        assert find_places(text, words)
