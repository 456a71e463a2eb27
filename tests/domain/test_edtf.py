"""EDTF, and dates in words."""

from datetime import date

import pytest

from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.edtf import day_span, describe_date, to_edtf
from quotetrack.domain.typed_dates import parse_typed_date

REFERENCE = date(2023, 3, 2)


@pytest.mark.parametrize(
    ("typed", "edtf", "words"),
    [
        ("5 Dec 2022", "2022-12-05", "5 Dec 2022"),
        ("Dec 2022", "2022-12", "Dec 2022"),
        ("2022", "2022", "2022"),
        ("5 Dec 2022 14:30 +04:00", "2022-12-05T14:30:00+04:00", "5 Dec 2022 14:30 +04:00"),
        ("5 Dec 2022 14:30:05 UTC", "2022-12-05T14:30:05Z", "5 Dec 2022 14:30:05 UTC"),
        ("5 Dec 2022 14:30 Baku", "2022-12-05T14:30:00", "5 Dec 2022 14:30 Asia/Baku"),
        ("5 Dec 2022..2 Mar 2023", "2022-12-05/2023-03-02", "between 5 Dec 2022 and 2 Mar 2023"),
        ("by 2 Mar 2023", "../2023-03-02", "by 2 Mar 2023"),
        ("since 5 Dec 2022", "2022-12-05/..", "since 5 Dec 2022"),
        ("early March", "2023-03-01/2023-03-10", "between 1 Mar 2023 and 10 Mar 2023"),
        ("not recorded", None, "not recorded"),
    ],
)
def test_an_interval_has_its_edtf_and_its_words(typed: str, edtf: str | None, words: str) -> None:
    found = parse_typed_date(typed, REFERENCE)
    assert to_edtf(found) == edtf
    assert describe_date(found) == words


def test_days_of_an_interval() -> None:
    assert day_span(UncertainDate("2022-12-05T14:30", "2022-12-06T01:00")) == (
        "2022-12-05",
        "2022-12-06",
    )
    assert day_span(UNKNOWN_DATE) == (None, None)


def test_one_known_end_makes_a_date_known() -> None:
    assert UncertainDate(latest="2022-12-05").known
    assert not UNKNOWN_DATE.known
