"""Dates as a person types them, and the page that explains them."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.errors import DateNotUnderstood
from quotetrack.domain.typed_dates import LONGEST_PHRASE, parse_typed_date
from quotetrack.domain.vocabulary import DateBasis, Precision

THURSDAY = date(2023, 3, 2)
PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
ROWS = re.findall(
    r"^\| `(?P<typed>[^`]+)` \| `(?P<edtf>[^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.M
)


@pytest.mark.parametrize(("typed", "interval"), ROWS)
def test_the_page_says_what_each_phrase_means(typed: str, interval: str) -> None:
    found = parse_typed_date(typed, THURSDAY)
    assert f"{found.earliest or '..'} to {found.latest or '..'}" == interval


def test_the_page_shows_every_kind_of_phrase() -> None:
    assert len(ROWS) >= 25


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("05/12/2022", "5 December 2022 or 12 May 2022"),
        ("31 Feb 2022", "no such day"),
        ("31 Feb", "no such day"),
        ("0000", "no such day"),
        ("Tuesday 5 Dec 2022", "was a Monday"),
        ("5 Dec 2022 to 1 Dec 2022", "ends before it begins"),
        ("5 Dec 2022 14:30 Atlantis", "No time zone is known"),
        ("5 Dec 2022 14:30 +19:00", "no offset"),
        ("5 Dec 2022 25:00", "no such day"),
        ("5 Dec 2022 14:30 pm", "no 14 o'clock pm"),
        ("Dec 2022 14:30", "needs one day"),
        ("sometime", "no date I can read"),
        ("..", "at least one end"),
        ("5 Dec " + "2" * LONGEST_PHRASE, "too long"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(typed: str, hint: str) -> None:
    with pytest.raises(DateNotUnderstood, match=hint):
        parse_typed_date(typed, THURSDAY)


@pytest.mark.parametrize("typed", ["", "  ", "not recorded", "Not Recorded", "unknown"])
def test_not_recorded_is_an_answer(typed: str) -> None:
    assert parse_typed_date(typed, THURSDAY) == UNKNOWN_DATE


def test_phrase_basis_zone_and_precision_are_kept() -> None:
    found = parse_typed_date("5 Dec 2022  14:30 Baku", THURSDAY, DateBasis.STATED)
    assert found.phrase == "5 Dec 2022 14:30 Baku"
    assert found.basis is DateBasis.STATED
    assert (found.zone, found.precision) == ("Asia/Baku", Precision.MINUTE)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("UTC", "UTC"),
        ("+4", "+04:00"),
        ("gmt-03:30", "-03:30"),
        ("Europe/Paris", "Europe/Paris"),
        ("new york", "America/New_York"),
        ("Washington", "America/New_York"),
    ],
)
def test_zones_are_named_by_place_or_offset(typed: str, zone: str) -> None:
    assert parse_typed_date(f"5 Dec 2022 14:30:15 {typed}", THURSDAY).zone == zone


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(
    days,
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%A %d %B %Y", "%d.%m.%Y"]),
)
def test_a_full_day_means_that_day_however_it_is_written(day: date, form: str) -> None:
    found = parse_typed_date(day.strftime(form), THURSDAY)
    assert (found.earliest, found.latest) == (day.isoformat(), day.isoformat())


@given(days)
def test_a_weekday_is_the_last_one_on_or_before_the_reference(reference: date) -> None:
    for back in range(7):
        day = reference - timedelta(days=back)
        assert parse_typed_date(day.strftime("%A"), reference).earliest == day.isoformat()
    assert (
        parse_typed_date(f"last {reference:%A}", reference).latest
        == (reference - timedelta(days=7)).isoformat()
    )


@given(days, days)
def test_a_day_without_its_year_never_lies_ahead(day: date, reference: date) -> None:
    found = parse_typed_date(day.strftime("%d %B"), reference)
    assert found.latest is not None
    assert found.latest <= reference.isoformat()
    assert found.latest[5:] == day.isoformat()[5:]


@given(st.text() | st.text("0123456789 -./:,+adecbfmnruthpy"), days)
def test_no_text_raises_anything_else(text: str, reference: date) -> None:
    try:
        found = parse_typed_date(text, reference)
    except DateNotUnderstood:
        return
    if found.earliest and found.latest:
        assert found.earliest[:10] <= found.latest[:10]
