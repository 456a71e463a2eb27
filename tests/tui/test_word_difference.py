"""The words that only one of two wordings has."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.tui.word_difference import Piece, mark_differences, only_telling, share_kept


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.differs]


def test_a_changed_number_is_marked_on_both_sides() -> None:
    earlier, later = mark_differences("We built 40 homes.", "We built 25 homes.")
    assert marked(earlier) == ["40"]
    assert marked(later) == ["25"]


def test_a_negation_is_marked_on_its_side_only() -> None:
    earlier, later = mark_differences("I said it", "I never said it")
    assert marked(earlier) == []
    assert marked(later) == ["never"]


def test_case_and_the_kind_of_apostrophe_do_not_differ() -> None:
    earlier, later = mark_differences("It's DONE", "it’s done")
    assert marked(earlier) == marked(later) == []


def test_a_changed_phrase_is_one_piece() -> None:
    earlier, _ = mark_differences("taxes will rise next year", "taxes will not change")
    assert marked(earlier) == ["rise next year"]


def test_decimals_and_percentages_are_words() -> None:
    earlier, later = mark_differences("up 3.5% since May", "up 3.4% since May")
    assert marked(earlier) == ["3.5%"]
    assert marked(later) == ["3.4%"]


def test_very_long_wordings_are_compared_by_their_words() -> None:
    common = "word " * 5000
    earlier, later = mark_differences(common + "yes", common + "no")
    assert marked(earlier) == ["yes"]
    assert marked(later) == ["no"]


def test_the_share_of_words_that_both_have_is_counted_in_words() -> None:
    earlier, later = mark_differences("we built 40 homes", "we sold them")
    assert share_kept(earlier) == 0.25
    assert share_kept(later) == 1 / 3
    assert share_kept(()) == 1.0


def test_between_two_different_sentences_numbers_and_negations_stay_marked() -> None:
    earlier, later = mark_differences("we had four complaints", "thirty-one came; I can’t say 2%")
    assert marked(only_telling(earlier)) == ["four"]
    assert marked(only_telling(later)) == ["thirty", "can’t", "2%"]


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80))
def test_joining_the_pieces_gives_back_each_wording(one: str, other: str) -> None:
    earlier, later = mark_differences(one, other)
    assert "".join(piece.text for piece in earlier) == one
    assert "".join(piece.text for piece in later) == other
    assert "".join(piece.text for piece in only_telling(later)) == other


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["tax", "rise", "not", "40", "fall"]), max_size=12))
def test_a_wording_does_not_differ_from_itself(words: list[str]) -> None:
    text = " ".join(words)
    earlier, later = mark_differences(text, text)
    assert marked(earlier) == marked(later) == []
