"""A quote is found again in a later text, and what became of its words is never glossed over."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.vocabulary import AnchorState
from quotetrack.sources.anchoring import CONTEXT_LENGTH, Anchored, Selector, find_again
from tests.sources.layouts import WORDS

TEXT = "\n\n".join(WORDS)
QUOTE = "Nobody is in danger, and nobody has to change a ferry"


def selector(text: str = TEXT, exact: str = QUOTE) -> Selector:
    start = text.index(exact)
    end = start + len(exact)
    return Selector(
        exact,
        text[max(0, start - CONTEXT_LENGTH) : start],
        text[end : end + CONTEXT_LENGTH],
        start,
    )


def words_of(text: str, found: Anchored) -> str:
    return text[found.start : found.end]


def test_words_that_stand_are_exact_wherever_the_text_grew() -> None:
    later = f"Correction: see below.\n\n{TEXT}\n\nMore."

    found = find_again(later, selector())

    assert (found.state, words_of(later, found)) == (AnchorState.EXACT, QUOTE)


@pytest.mark.parametrize(
    "later",
    [
        TEXT.replace("“", '"').replace("”", '"'),
        TEXT.replace("danger, and", "danger,\u00a0and"),
        TEXT.replace("danger, and nobody", "danger,\n  and nobody"),
    ],
)
def test_marks_and_spaces_are_no_change(later: str) -> None:
    assert find_again(later, selector()).state is AnchorState.EXACT


@pytest.mark.parametrize(
    ("before", "now", "negated"),
    [
        ("change a ferry", "change the ferry", False),
        ("Nobody is in danger", "Everybody is in danger", True),
        ("has to change", "does not have to change", True),
        ("danger, and", "danger; and", False),
        ("nobody has", "Nobody has", False),
    ],
)
def test_words_that_differ_are_changed(before: str, now: str, negated: bool) -> None:
    later = TEXT.replace(before, now)

    found = find_again(later, selector())

    assert (found.state, found.negated) == (AnchorState.CHANGED, negated)
    assert found.differences


def test_a_negation_right_before_the_words_is_a_change() -> None:
    text = "The minister said that she would sign the treaty on Monday, and left."
    later = text.replace("would sign", "would not sign")

    found = find_again(later, selector(text, "sign the treaty on Monday"))

    assert (found.state, found.negated) == (AnchorState.CHANGED, True)


def test_among_the_same_words_the_surroundings_tell_which() -> None:
    text = "First, “we will pay” said Ames at noon. Then “we will pay” said Bell at night."
    exact = "we will pay"
    second = text.rindex(exact)
    kept = Selector(exact, text[second - 20 : second], text[second + 11 : second + 31], second)

    found = find_again(f"Once more: we will pay. {text}", kept)

    assert found.start == second + len("Once more: we will pay. ")


def test_the_same_words_with_nothing_to_tell_them_apart_are_ambiguous() -> None:
    assert find_again("we pay. we pay. we pay.", Selector("we pay")).state is AnchorState.AMBIGUOUS


def test_the_same_words_elsewhere_have_moved() -> None:
    later = f"A box says at the end of another page altogether: {QUOTE}. Read on there, please."

    assert find_again(later, selector()).state is AnchorState.MOVED


@pytest.mark.parametrize("later", ["", "Other words.", TEXT.replace(f"“{QUOTE},” said", "Said")])
def test_words_that_are_gone_are_not_found_elsewhere(later: str) -> None:
    found = find_again(later, selector())

    assert (found.state, found.start) == (AnchorState.ORPHANED, None)


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert find_again("They trained.", Selector("rain")).state is AnchorState.ORPHANED


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_any_texts_are_compared(text: str, exact: str, prefix: str, suffix: str) -> None:
    found = find_again(text, Selector(exact, prefix, suffix, 3))

    if found.start is not None and found.end is not None:
        assert 0 <= found.start < found.end <= len(text)


@given(st.integers(0, 60), st.integers(5, 30), st.text("ab \n", max_size=40))
def test_what_is_put_before_a_text_changes_nothing(first: int, count: int, put: str) -> None:
    words = list(re.finditer(r"\S+", TEXT))
    start, end = words[first].start(), words[min(first + count, len(words)) - 1].end()
    exact = TEXT[start:end]

    found = find_again(f"{put}\n{TEXT}", selector(TEXT, exact))

    assert (found.state, found.start) == (AnchorState.EXACT, len(put) + 1 + start)
