"""Words, sentences, quotations and paragraphs around a place in a text."""

from collections.abc import Callable

import pytest

from quotetrack.actions import passages
from quotetrack.actions.wording import Place

TEXT = (
    "The talks failed. “We agreed,” Dr. Vale said, “to nothing at all.” He left!\n"
    "\n"
    'On Monday she wrote: "The bridge opens in spring." Nobody asked.\n'
)


def words(place: Place | None) -> str | None:
    return None if place is None else TEXT[place.start : place.end]


def at(needle: str) -> int:
    return TEXT.index(needle)


def walk(move: Callable[[str, int], int], offset: int) -> list[str]:
    found = []
    while (to := move(TEXT, offset)) not in (offset, len(TEXT)):
        found.append(TEXT[to : to + 3])
        offset = to
    return found


def test_sentences_end_at_stops_but_not_behind_a_title() -> None:
    assert walk(passages.next_sentence, 0) == ["“We", "He ", "On ", "Nob"]


def test_going_back_finds_the_start_of_the_sentence_first() -> None:
    assert passages.previous_sentence(TEXT, at("said,")) == at("“We")
    assert passages.previous_sentence(TEXT, at("“We")) == 0


def test_words_are_gone_through_in_both_directions() -> None:
    assert passages.next_word(TEXT, 0) == at("talks")
    assert passages.previous_word(TEXT, at("failed")) == at("talks")
    assert passages.next_word(TEXT, len(TEXT)) == len(TEXT)


def test_quotations_are_found_one_by_one() -> None:
    first = passages.next_quotation(TEXT, 0)
    assert words(first) == "We agreed,"
    second = passages.next_quotation(TEXT, at("We agreed"))
    assert words(second) == "to nothing at all."
    assert words(passages.next_quotation(TEXT, at("to nothing"))) == "The bridge opens in spring."
    assert words(passages.previous_quotation(TEXT, at("to nothing"))) == "We agreed,"
    assert passages.next_quotation(TEXT, at("Nobody")) is None


def test_selecting_widens_from_the_quotation_to_the_sentence_to_the_paragraph() -> None:
    selected = Place(at("bridge"), at("bridge"))
    steps = []
    for _ in range(3):
        selected = passages.widen(TEXT, selected)
        steps.append(words(selected))

    assert steps == [
        "The bridge opens in spring.",
        'On Monday she wrote: "The bridge opens in spring."',
        TEXT[at("On Monday") :].strip(),
    ]


def test_outside_quotation_marks_the_sentence_comes_first() -> None:
    assert words(passages.widen(TEXT, Place(5, 5))) == "The talks failed."


@pytest.mark.parametrize(
    "selected", ['"The bridge opens in spring." ', "The bridge opens in spring."]
)
def test_white_space_and_the_marks_around_are_left_out(selected: str) -> None:
    start = at(selected)
    place = passages.bare(TEXT, Place(start, start + len(selected)))
    assert words(place) == "The bridge opens in spring."


def test_a_text_without_any_boundary_is_no_endless_search() -> None:
    text = "a" * 200_000
    assert passages.next_sentence(text, 10) == 10 + passages.REACH
    assert passages.next_quotation(text, 10) is None
