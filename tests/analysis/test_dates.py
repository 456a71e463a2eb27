"""The dates that a text names, and the days they mean, looking back from publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.analysis.dates import FoundDate, find_dates
from quotetrack.domain.vocabulary import DateBasis, Precision

THURSDAY = date(2023, 3, 2)


def interval(found: FoundDate) -> str:
    return f"{found.when.earliest or '..'}/{found.when.latest or '..'}"


def only(text: str, published: date = THURSDAY) -> FoundDate:
    (found,) = find_dates(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "days", "value"),
    [
        ("It met on December 5, 2022.", "December 5, 2022", "2022-12-05/2022-12-05", "2022-12-05"),
        ("It met on December 10.", "December 10", "2022-12-10/2022-12-10", "2022-12-10"),
        ("She spoke on 18 February.", "18 February", "2023-02-18/2023-02-18", "2023-02-18"),
        ("on the 5th of May 2021", "the 5th of May 2021", "2021-05-05/2021-05-05", "2021-05-05"),
        ("on Feb. 9 they left", "Feb. 9", "2023-02-09/2023-02-09", "2023-02-09"),
        ("on November 16-18.", "November 16-18", "2022-11-16/2022-11-18", None),
        ("held on December 3 and 4", "December 3 and 4", "2022-12-03/2022-12-04", None),
        (
            "from 28 December to 3 January",
            "28 December to 3 January",
            "2022-12-28/2023-01-03",
            None,
        ),
        ("It closed in December 2022.", "December 2022", "2022-12-01/2022-12-31", "2022-12"),
        ("in early March 2022.", "early March 2022", "2022-03-01/2022-03-10", "2022-03"),
        ("the end of January", "the end of January", "2023-01-21/2023-01-31", "2023-01"),
        (
            "the third quarter of 2022",
            "the third quarter of 2022",
            "2022-07-01/2022-09-30",
            "2022-Q3",
        ),
        ("in the summer of 2021", "the summer of 2021", "2021-06-01/2021-08-31", "2021-SU"),
        ("it fell in 2019.", "2019", "2019-01-01/2019-12-31", "2019"),
        ("in the 1990s", "the 1990s", "1990-01-01/1999-12-31", "199"),
        ("He said on Tuesday that", "Tuesday", "2023-02-28/2023-02-28", "2023-02-28"),
        ("said Thursday", "Thursday", "2023-03-02/2023-03-02", "2023-03-02"),
        ("said last Thursday", "last Thursday", "2023-02-23/2023-02-23", "2023-02-23"),
        ("The vote will be on Friday.", "Friday", "2023-03-03/2023-03-03", "2023-03-03"),
        ("said yesterday", "yesterday", "2023-03-01/2023-03-01", "2023-03-01"),
        ("said this week", "this week", "2023-02-27/2023-03-02", "2023-W09"),
        ("Earlier this week he", "Earlier this week", "2023-02-27/2023-03-01", "2023-W09"),
        ("said last week", "last week", "2023-02-20/2023-02-26", "2023-W08"),
        ("wrote over the weekend", "over the weekend", "2023-02-25/2023-02-26", "2023-W08-WE"),
        ("said last month", "last month", "2023-02-01/2023-02-28", "2023-02"),
        ("left last year", "last year", "2022-01-01/2022-12-31", "2022"),
        ("two weeks ago", "two weeks ago", "2023-02-16/2023-02-16", "2023-02-16"),
        ("on New Year’s Eve", "New Year’s Eve", "2022-12-31/2022-12-31", "2022-12-31"),
        ("on 5.12.2022 they", "5.12.2022", "2022-12-05/2022-12-05", "2022-12-05"),
    ],
)
def test_a_phrase_means_its_days(text: str, words: str, days: str, value: str | None) -> None:
    found = only(text)
    assert (text[found.start : found.end], interval(found)) == (words, days)
    if value is not None:
        assert found.value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 May she left. The same day, he denied it.", "2022-05-05/2022-05-05"),
        ("On 5 May she left. Two days later he denied it.", "2022-05-07/2022-05-07"),
        ("On 5 May she left. The next day he denied it.", "2022-05-06/2022-05-06"),
        ("On Monday she left, two weeks after he had come.", "2023-02-13/2023-02-13"),
        ("In 5 May 2022 she spoke. He later denied it.", "2022-05-05/2023-03-02"),
        ("She spoke in June; the same period last year", "2021-06-01/2021-06-30"),
    ],
)
def test_a_date_may_lean_on_the_one_before(text: str, expected: str) -> None:
    assert interval(find_dates(text, THURSDAY)[-1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr May said so.",
        "He may march.",
        "March to victory",
        "sold 2011 units",
        "for $2000",
        "2,015 people",
        "spring offensive",
        "He sat down.",
        "version 10.2.2022.1 of it",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text, THURSDAY) == []


def test_the_order_of_a_numeric_date_is_the_sources() -> None:
    read = {
        order: interval(find_dates("on 3/4/2022", THURSDAY, day_first=order)[0])
        for order in (True, False, None)
    }
    assert read == {True: "2022-04-03/2022-04-03", False: "2022-03-04/2022-03-04", None: "../.."}


def test_a_day_ahead_is_taken_only_where_the_sentence_says_so() -> None:
    said, coming = "He said on 25 March that", "The meeting will be held on 25 March."
    assert interval(only(said)) == "2022-03-25/2022-03-25"
    assert interval(only(coming)) == "2023-03-25/2023-03-25"


def test_a_dateline_and_a_caption_are_known_by_their_place() -> None:
    dateline = find_dates("PALOMA BAY, Feb. 28 — The company said", THURSDAY)
    caption = find_dates("Title\nIn Baku, February 28, 2023 / Courtesy\nMore.", THURSDAY)
    assert [each.when.basis for each in dateline] == [DateBasis.DATELINE]
    assert [each.when.basis for each in caption] == [DateBasis.CAPTION]


def test_a_time_of_day_belongs_to_its_day() -> None:
    before, after = find_dates("at 10:15 on 5 May 2021, and 5 May 2021 at 14:30", THURSDAY)
    assert (before.when.earliest, after.when.latest) == ("2021-05-05T10:15", "2021-05-05T14:30")
    assert after.when.precision is Precision.MINUTE


def test_without_a_publication_only_what_names_its_year_is_dated() -> None:
    weekday, dated = find_dates("On Tuesday, and on 5 December 2022", None)
    assert (interval(weekday), interval(dated)) == ("../..", "2022-12-05/2022-12-05")
    assert weekday.value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("currently", "PRESENT_REF"), ("It recently closed", "PAST_REF"), ("very soon", "FUTURE_REF")],
)
def test_a_vague_time_has_no_days(text: str, value: str) -> None:
    found = only(text)
    assert (found.value, found.when.known) == (value, False)


def test_days_that_do_not_exist_are_not_made_up() -> None:
    assert [interval(each) for each in find_dates("on 31 June 2022", THURSDAY)] == [
        "2022-06-01/2022-06-30"
    ]


WORDS = st.sampled_from(
    [
        *("on", "in", "the", "of", "early", "late", "last", "next", "this", "Monday", "May", "5"),
        *("31", "2022", "'82", "16-18", "and", "to", "two", "days", "later", "week", "year"),
        *("month", "quarter", "third", "Q3", "0", "99999", ".,", "–", "same", "day", "before"),
        *("spring", "\n"),
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60), st.dates())
def test_any_text_is_read_without_an_error(text: str, published: date) -> None:
    found = find_dates(text, published)
    places = [(each.start, each.end) for each in found]
    assert places == sorted(places)
    for each in found:
        assert text[each.start : each.end] == each.when.phrase
        if each.when.earliest and each.when.latest:
            assert each.when.earliest[:10] <= each.when.latest[:10]
